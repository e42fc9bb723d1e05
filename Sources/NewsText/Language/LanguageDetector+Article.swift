package import NewsModel

extension LanguageDetector {
  /// The language of an article that nothing names, by its title and its text until enough was seen.
  package static func language(of article: Article) -> String? {
    var detector = LanguageDetector()
    if let title = article.metadata.title { detector.add(title) }
    for block in article.body {
      if detector.isSatisfied { break }
      detector.add([block].plainText)
    }
    return detector.language
  }
}
