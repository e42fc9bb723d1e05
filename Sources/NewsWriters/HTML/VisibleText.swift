/// Text as it is seen.
enum VisibleText {
  /// A text on one line, runs of white space and controls made one blank; `nil` if nothing is left
  /// to see.
  static func line(_ text: String) -> String? {
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

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0xFFFE, 0xFFFF, 0xFEFF, 0x200B: true
    case 0x21..<0x1680: false
    default: scalar.properties.isWhitespace
    }
  }
}
