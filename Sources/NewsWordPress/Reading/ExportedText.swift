internal import NewsBytes

/// Small matters of the texts of exports.
enum ExportedText {
  /// Whether a word is in a text.
  static func holds(_ word: String, _ text: [UInt8]) -> Bool {
    place(of: Array(word.utf8), in: text) != nil
  }

  /// Where a word stands first.
  static func place(of word: [UInt8], in text: [UInt8], from start: Int = 0) -> Int? {
    guard let first = word.first else { return start }
    var at = start
    while let next = text.place(of: first, from: at) {
      if next + word.count > text.count { return nil }
      if text[next..<(next + word.count)].elementsEqual(word) { return next }
      at = next + 1
    }
    return nil
  }

  /// The name of a post as it reads: WordPress keeps letters other than Latin ones escaped
  /// (`%e6%a1%a5`).
  static func slug(_ slug: String) -> String {
    guard slug.utf8.contains(UInt8(ascii: "%")) else { return slug }
    var bytes: [UInt8] = []
    var rest = Array(slug.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), value > 0x20
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    // WordPress cuts long names anywhere, within a character too.
    return String(validating: bytes, as: UTF8.self)
      ?? String(decoding: bytes, as: UTF8.self).filter { $0 != "\u{FFFD}" }
  }
}
