/// Text as it is seen.
package enum VisibleText {
  /// A text on one line, runs of white space and controls made one blank; `nil` if nothing is left
  /// to see.
  package static func line(_ text: String) -> String? {
    if isLine(text.utf8) { return text.isEmpty ? nil : text }
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

  /// Whether a text is a line already, as far as its bytes tell: no bytes that a gap other than the
  /// blank may begin with, and single blanks between other characters.
  private static func isLine(_ bytes: String.UTF8View) -> Bool {
    var isBlank = true
    for byte in bytes {
      switch byte {
      case 0x20:
        if isBlank { return false }
        isBlank = true
      case 0..<0x20, 0x7F, 0xC2, 0xE1...0xE3, 0xEF: return false
      default: isBlank = false
      }
    }
    return !isBlank || bytes.isEmpty
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0xFFFE, 0xFFFF, 0xFEFF, 0x200B: true
    case 0x21..<0x1680: false
    default: scalar.properties.isWhitespace
    }
  }
}
