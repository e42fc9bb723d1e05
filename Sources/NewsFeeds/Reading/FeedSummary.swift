internal import NewsModel

/// Tells entries that only announce an article from those that are one.
enum FeedSummary {
  /// Letters of a text that nobody takes for a whole article.
  private static let short = 600
  /// Letters of a text that stands in the place of a summary and is plainly more than one.
  private static let long = 2000

  /// Whether what an entry has is plainly less than its page: nothing, a few lines, or a text that
  /// is cut off.
  static func isSummary(_ entry: FeedEntry, _ article: Article) -> Bool {
    let text = article.body.plainText
    let trimmed = text.trimmed
    if trimmed.isEmpty { return true }
    if isCutOff(trimmed) { return true }
    let count = trimmed.unicodeScalars.count
    // The whole text has a place of its own; some feeds put a summary there all the same.
    if entry.content != nil { return count < short / 4 }
    if article.body.count > 3, count >= short { return false }
    return count < long
  }

  /// Whether what stands in the place of a summary is the text, and the content only a line or a
  /// picture beside it.
  static func isText(_ summary: String, beside content: [Block]) -> Bool {
    let count = summary.unicodeScalars.count
    let beside = content.plainText.unicodeScalars.count
    return beside < short && count >= long && count > 10 * beside
  }

  /// Whether a text ends as one does that goes on elsewhere.
  private static func isCutOff(_ text: String) -> Bool {
    let ends = ["…", "...", "[…]", "[...]", "[&#8230;]", "…]", "...]", "(…)", "»…"]
    if ends.contains(where: { text.hasSuffix($0) }) { return true }
    let last = text.suffix(60).lowercased()
    return marks.contains { last.hasSuffix($0) || last.hasSuffix($0 + ".") }
  }

  private static let marks = [
    "read more", "continue reading", "read the full story", "read full article", "more »",
    "weiterlesen", "mehr lesen", "lire la suite", "leer más", "seguir leyendo",
    "continua a leggere",
    "leia mais", "lees verder", "читать далее", "阅读全文", "查看全文", "続きを読む",
  ]
}
