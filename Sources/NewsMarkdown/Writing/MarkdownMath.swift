/// Formulas between kramdown's dollar signs.
enum MarkdownMath {
  /// Whether a formula can stand between dollar signs: none of its own would end it early, no
  /// backslash hides those after it, and no blank line ends the paragraph before it does. What
  /// followed would be read as Markdown and HTML.
  ///
  /// - Parameter inLine: within a paragraph, where a pipe would make a table, and a line of its own
  ///   what it begins with.
  static func isPlain(_ formula: String, inLine: Bool) -> Bool {
    var before: UInt8 = UInt8(ascii: "$")
    var isBlankLine = false
    for byte in formula.utf8 {
      switch byte {
      case UInt8(ascii: "$"): if before == byte { return false }
      case UInt8(ascii: "|") where inLine: return false
      case 0x0A, 0x0D:
        if inLine || isBlankLine { return false }
        isBlankLine = true
      case 0x09, 0x20: break
      case 0..<0x20: return false
      default: isBlankLine = false
      }
      before = byte
    }
    return !formula.isEmpty && before != UInt8(ascii: "$") && before != UInt8(ascii: "\\")
  }
}
