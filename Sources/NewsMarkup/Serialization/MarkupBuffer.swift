internal import NewsBytes

/// Bytes of markup, with the escaping that HTML and XML share.
///
/// Characters that neither may hold (controls, and those that Unicode says are none) are left out;
/// every other one is written as it is, in UTF-8.
package struct MarkupBuffer: Sendable {
  /// What was written.
  package var bytes: [UInt8] = []

  package init() {}

  /// Appends markup.
  package mutating func raw(_ markup: StaticString) {
    let markup = UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount)
    // A few bytes are sooner appended one by one.
    if markup.count < 5 {
      for byte in markup { bytes.append(byte) }
    } else {
      bytes.append(contentsOf: markup)
    }
  }

  /// Appends markup that was made elsewhere.
  package mutating func raw(string markup: String) {
    markup.withBytes { bytes.append(contentsOf: $0) }
  }

  /// Appends a number in decimal.
  package mutating func number(_ value: Int) { raw(string: String(value)) }

  /// Appends text, escaped.
  package mutating func text(_ text: String) { escape(text, inAttribute: false) }

  /// Appends ` name="value"`.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    raw(name)
    raw("=\"")
    escape(value, inAttribute: true)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends the escaped value of an attribute, without its name and quotes.
  package mutating func attributeValue(_ value: String) { escape(value, inAttribute: true) }

  /// The text without the characters that markup cannot hold: what is judged must be what is written.
  package static func writable(_ text: String) -> String {
    let isFit = text.withBytes { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x09 || $0 == 0x0A }
    }
    if isFit { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isUnfit(scalar.value) { result.append(scalar) }
    return String(result)
  }

  private static func isUnfit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x09, 0x0B...0x0C, 0x0E..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: scalar & 0xFFFE == 0xFFFE
    }
  }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    text.withBytes { escape($0, inAttribute: inAttribute) }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
    var start = 0
    var index = 0
    while true {
      index = Self.firstSuspect(in: text, from: index, inAttribute: inAttribute)
      if index >= text.count { break }
      let byte = text[index]
      var length = 1
      let replacement: StaticString
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\"") where inAttribute: replacement = "&quot;"
      case 0x0A where inAttribute: replacement = "&#10;"
      case 0x0D: replacement = "\n"
      case 0...0x08, 0x0B...0x1F, 0x7F: replacement = ""
      case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0:
        // U+0080…U+009F
        length = 2
        replacement = ""
      case 0xEF where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE:
        // U+FFFE, U+FFFF
        length = 3
        replacement = ""
      case 0xEF
      where index + 2 < text.count && text[index + 1] == 0xB7
        && (0x90...0xAF).contains(text[index + 2]):
        // U+FDD0…U+FDEF
        length = 3
        replacement = ""
      case 0xF0...0xF4
      where index + 3 < text.count && text[index + 1] & 0x0F == 0x0F && text[index + 2] == 0xBF
        && text[index + 3] >= 0xBE:
        // The last two of each plane.
        length = 4
        replacement = ""
      default:
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      raw(replacement)
      index += length
      start = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Where the first byte stands that may need escaping or leaving out; the end if there is none.
  ///
  /// Sixteen bytes at once: nearly all text is nothing but plain characters.
  private static func firstSuspect(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, inAttribute: Bool
  ) -> Int {
    var index = start
    while true {
      index = text.place(from: index) { bytes in
        // `<` and `>` in one, and `&` and `"`.
        bytes.isLess(than: 0x20) .| bytes.isEqual(to: UInt8(ascii: "&"), in: 0xFB)
          .| bytes.isEqual(to: UInt8(ascii: "<"), in: 0xFD) .| bytes.isEqual(to: 0x7F)
          // Of those beyond ASCII: U+0080…U+00BF, and from U+F000 on.
          .| bytes.isEqual(to: 0xC2) .| bytes.isAtLeast(0xEF)
      }
      // Quotes that stand in text, and Chinese commas.
      guard text.count >= 16, text.count - index >= 3 else { break }
      if !inAttribute, text[index] == UInt8(ascii: "\"") {
        index += 1
      } else if text[index] == 0xEF, text[index + 1] != 0xB7, text[index + 1] != 0xBF {
        index += 3
      } else {
        return index
      }
    }
    while index < text.count {
      let byte = text[index]
      let isPlain =
        byte < 0x40
        ? byte >= 0x20 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
          && byte != UInt8(ascii: ">") && !(inAttribute && byte == UInt8(ascii: "\""))
        : byte != 0x7F && byte != 0xC2 && byte < 0xEF
      if !isPlain { return index }
      index += 1
    }
    return index
  }
}
