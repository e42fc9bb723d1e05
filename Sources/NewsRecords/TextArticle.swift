package import NewsModel
internal import NewsText

/// An article of text that has no markup: what others have extracted.
package enum TextArticle {
  /// The article of UTF-8 text; `nil` where there is none.
  package static func article(_ bytes: [UInt8]) -> Article? {
    article(String(decoding: bytes, as: UTF8.self))
  }

  /// The article of some text. Blank lines part paragraphs; where there are none, a paragraph a line.
  package static func article(_ text: String) -> Article? {
    var paragraphs: [[String]] = []
    var current: [String] = []
    var hasBlankLines = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace)
      if !words.isEmpty {
        current.append(words.joined(separator: " "))
      } else if !current.isEmpty {
        paragraphs.append(current)
        current = []
        hasBlankLines = true
      }
    }
    if !current.isEmpty { paragraphs.append(current) }
    // Blank lines at the end alone part nothing.
    if !hasBlankLines || paragraphs.count == 1 { paragraphs = paragraphs.joined().map { [$0] } }
    if paragraphs.isEmpty { return nil }
    var article = Article(
      body: paragraphs.map { .paragraph(Paragraph([.text($0.joined(separator: " "))])) })
    article.metadata.language = LanguageDetector.language(of: article)
    return article
  }
}
