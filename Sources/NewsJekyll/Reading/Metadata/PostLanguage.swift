import NewsModel
import NewsText

/// The language of an article that nothing names, told by its text.
enum PostLanguage {
  /// Looks at the title and the body until enough was seen.
  static func detect(in article: Article) -> String? {
    var detector = LanguageDetector()
    if let title = article.metadata.title { detector.add(title) }
    for block in article.body {
      if detector.isSatisfied { break }
      detector.add([block].plainText)
    }
    return detector.language
  }
}
