internal import NewsHTML
internal import NewsModel

/// Text of metadata as a person would write it.
package enum PlainText {
  /// Without markup, references resolved, blanks made one; `nil` where nothing is left.
  package static func cleaned(_ text: String?) -> String? {
    guard var text else { return nil }
    // Some are escaped twice.
    for _ in 0..<2
    where text.utf8.contains(UInt8(ascii: "&")) || text.utf8.contains(UInt8(ascii: "<")) {
      var diagnostics = Diagnostics()
      guard text.utf8.count < 100_000,
        let tree = try? HTMLTree(parsing: Array(text.utf8), diagnostics: &diagnostics)
      else { break }
      let plain = tree.string(of: HTMLTree.root)
      if plain == text { break }
      text = plain
    }
    let result = collapsed(text)
    return result.isEmpty ? nil : result
  }

  /// The text with blanks made one and none at its ends; a line break between Chinese or Japanese
  /// characters is nothing.
  package static func collapsed(_ text: String) -> String {
    if isCollapsed(text) { return text }
    var buffer = InlineBuffer()
    buffer.append(Array(text.utf8)[...])
    buffer.trimEnd()
    return buffer.inlines(depth: 1).plainText
  }

  /// Whether there is nothing to do, which most texts of a page are: letters of ASCII, single blanks.
  private static func isCollapsed(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte > 0x20 && byte < 0x7F || byte == 0x20 && previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// The text without blanks at its ends.
  package static func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether text is an address.
  package static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("//")
      || text.hasPrefix("www.")
  }
}
