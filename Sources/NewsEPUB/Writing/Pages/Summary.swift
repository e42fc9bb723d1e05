import NewsMarkup
import NewsModel

/// The summary of an article for lists.
enum Summary {
  /// How many bytes of text are enough: some three lines, or one.
  private static let (enough, enoughOnFrontPage) = (280, 150)

  /// The article's own summary, else its beginning, cut between words.
  static func text(of entry: Publication.Entry, isShort: Bool = false) -> String? {
    let enough = isShort ? enoughOnFrontPage : enough
    if let summary = entry.metadata.summary { return cut(summary, enough) }
    for block in entry.article.body.prefix(12) {
      guard case .paragraph(let paragraph) = block, !PictureLine.isPicture(paragraph.content)
      else { continue }
      let text = paragraph.content.plainText(withPictures: false)
      // Shorter ones are bylines and captions.
      if text.utf8.count >= 60 { return cut(text, enough) }
    }
    return nil
  }

  /// Whether a character begins there as far as two bytes tell: a letter of Latin or Cyrillic, or a
  /// Chinese character, behind one of ASCII.
  private static func isPlainEnd(_ text: String.UTF8View, _ end: String.Index) -> Bool {
    guard end > text.startIndex, (0x20..<0x7F).contains(text[text.index(before: end)]) else {
      return false
    }
    return switch text[end] {
    case 0x20..<0x7F, 0xC3...0xCA, 0xD0, 0xD1, 0xE4...0xE9: true
    default: false
    }
  }

  private static func cut(_ text: String, _ enough: Int) -> String {
    guard text.utf8.count > enough else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: enough)
    // Back to a whole character, then to the last blank, if one is near.
    while !isPlainEnd(text.utf8, end), end.samePosition(in: text) == nil {
      end = text.utf8.index(before: end)
    }
    let head = text[..<end]
    if let blank = head.utf8.lastIndex(of: 0x20),
      head.utf8.distance(from: blank, to: head.endIndex) < 40
    {
      return text[..<blank] + "…"
    }
    return head + "…"
  }
}
