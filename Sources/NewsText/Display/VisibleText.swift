internal import NewsBytes

/// Text as it is seen.
package enum VisibleText {
  /// A text on one line, runs of white space and controls made one blank; `nil` if nothing is left
  /// to see.
  package static func line(_ text: String) -> String? {
    if text.withBytes(isLine) { return text.isEmpty ? nil : text }
    var result = String.UnicodeScalarView()
    var isBlank = false
    for scalar in text.unicodeScalars {
      if isGap(scalar) {
        isBlank = true
      } else {
        if isBlank, !result.isEmpty { result.append(" ") }
        isBlank = false
        result.append(scalar)
      }
    }
    return result.isEmpty ? nil : String(result)
  }

  /// Whether a text is a line already, as far as its bytes tell: no gap other than the blank, and
  /// single blanks between other characters.
  private static func isLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isBlank = true
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x20:
        if isBlank { return false }
        isBlank = true
      case 0..<0x20, 0x7F: return false
      case 0xC2, 0xE1...0xE3, 0xEF:
        if mayBeGap(bytes, at: index) { return false }
        isBlank = false
      default: isBlank = false
      }
      index += 1
    }
    return !isBlank || bytes.isEmpty
  }

  /// Whether a character that begins as gaps do may be one.
  private static func mayBeGap(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 2 < bytes.count else { return true }
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    switch bytes[index] {
    case 0xC2: return second <= 0xA0
    case 0xE1: return second == 0x9A
    // U+2000…U+200B, U+2028, U+2029, U+202F, and U+205F among U+2040…U+207F.
    case 0xE2: return second == 0x80 && (third <= 0x8B || 0xA8...0xAF ~= third) || second == 0x81
    case 0xE3: return second == 0x80 && third == 0x80
    // U+FDD0…U+FDEF, which no XML has, and U+FEFF, U+FFFE, U+FFFF.
    default: return second == 0xB7 || second == 0xBB || second == 0xBF && third >= 0xBE
    }
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF, 0xFEFF, 0x200B: true
    case 0x21..<0x1680: false
    default: scalar.properties.isWhitespace
    }
  }
}
