/// Text as it may be printed: what a terminal would obey, or what would show text in another order
/// than it has, becomes U+FFFD.
///
/// The one place where this is decided: for messages, plain text and Markdown.
package enum PrintableText {
  /// What text is printed as.
  package enum Use: Sendable, Hashable {
    /// A line of a message that may quote anything: it is one line, shows every character in the
    /// order of the text, and is cut in the middle where it is longer than anybody reads.
    case message
    /// Text of an article: lines and tabs stay, and so do the marks, embeddings and isolates that
    /// text in two directions needs; they end with their line. Overrides go.
    case text
  }

  /// How long a message may be, in characters of Unicode.
  package static let longestMessage = 600

  /// A message on one line that hides nothing.
  package static func message(_ text: String) -> String {
    let isShort = text.utf8.count <= longestMessage
    guard !isShort || needsWork(text, .message) else { return text }
    var bytes = Array(text.utf8)
    clean(&bytes, .message)
    let clean = String(decoding: bytes, as: UTF8.self)
    let scalars = clean.unicodeScalars
    guard scalars.count > longestMessage else { return clean }
    // What a message quotes stands in its middle; what to do about it stands at its end.
    return String(scalars.prefix(longestMessage * 2 / 3)) + " … "
      + String(scalars.suffix(longestMessage / 3))
  }

  private static func needsWork(_ text: String, _ use: Use) -> Bool {
    var text = text
    return text.withUTF8 { next(in: $0, from: 0, use) != nil }
  }

  /// Replaces in a text what may not be printed.
  package static func clean(_ bytes: inout [UInt8], _ use: Use) {
    let cleaned = bytes.withUnsafeBufferPointer { text -> [UInt8]? in
      guard var place = next(in: text, from: 0, use) else { return nil }
      var result: [UInt8] = []
      result.reserveCapacity(text.count + 16)
      var start = 0
      while true {
        result.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place.offset]))
        result.append(contentsOf: replacement(text, place, use))
        start = place.offset + place.length
        guard let following = next(in: text, from: start, use) else { break }
        place = following
      }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
      return result
    }
    if let cleaned { bytes = cleaned }
  }

  /// White space other than blanks becomes a blank in a message; a line end stays one in text.
  private static func replacement(
    _ text: UnsafeBufferPointer<UInt8>, _ place: (offset: Int, length: Int), _ use: Use
  ) -> String.UTF8View {
    switch (text[place.offset], use) {
    case (0x09, _), (0x0A, _): " ".utf8
    case (0x0D, .text) where place.offset + 1 < text.count && text[place.offset + 1] == 0x0A:
      "".utf8
    case (0x0D, .message): " ".utf8
    default: "\u{FFFD}".utf8
    }
  }

  /// The next character from a place on that may not be printed.
  private static func next(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, _ use: Use
  ) -> (offset: Int, length: Int)? {
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte >= 0x20, byte != 0x7F, byte != 0xC2, byte != 0xE2 {
        index += 1
        continue
      }
      let length = length(of: text, at: index, use)
      if length > 0 { return (index, length) }
      index += 1
    }
    return nil
  }

  private static func length(
    of text: UnsafeBufferPointer<UInt8>, at index: Int, _ use: Use
  ) -> Int {
    func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch text[index] {
    case 0x09, 0x0A: return use == .text ? 0 : 1
    case 0..<0x20, 0x7F: return 1
    // U+0080 to U+009F.
    case 0xC2: return (0x80..<0xA0).contains(byte(1)) ? 2 : 0
    case 0xE2 where byte(1) == 0x80:
      switch byte(2) {
      // U+202D, U+202E: overrides.
      case 0xAD, 0xAE: return 3
      // U+2028 to U+202C: separators of lines, embeddings.
      case 0xA8...0xAC: return use == .message ? 3 : 0
      default: return 0
      }
    // U+2066 to U+2069: isolates.
    case 0xE2 where byte(1) == 0x81 && (0xA6...0xA9).contains(byte(2)):
      return use == .message ? 3 : 0
    default: return 0
    }
  }
}
