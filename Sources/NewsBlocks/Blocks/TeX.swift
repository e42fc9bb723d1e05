internal import NewsHTML

/// Formulas in pages.
enum TeX {
  /// The TeX of a MathML element: its annotation, else its alternative text, else its text.
  static func formula(of node: Int, in tree: HTMLTree) -> String {
    for child in node..<tree.end(of: node) where tree.nodes[child].tag == .annotation {
      if let encoding = tree.string(.encoding, of: child), encoding.contains("tex") {
        return trimmed(tree.string(of: child))
      }
    }
    if let text = tree.string(.alttext, of: node) { return trimmed(text) }
    return trimmed(tree.string(of: node))
  }

  /// The TeX of an element of class `math`, as pandoc and our own writer mark it; `nil` for any
  /// other.
  static func formula(
    in node: Int, of tree: HTMLTree, between marks: (open: String, close: String)
  ) -> String? {
    guard let value = tree.value(.class, of: node), ClassTokens.contains(value, "math") else {
      return nil
    }
    let text = trimmed(tree.string(of: node))
    guard text.hasPrefix(marks.open), text.hasSuffix(marks.close), text.utf8.count > 4 else {
      return nil
    }
    let formula = trimmed(String(text.dropFirst(2).dropLast(2)))
    return formula.isEmpty ? nil : formula
  }

  /// The text without blanks at its ends and without a CDATA wrapper.
  static func trimmed(_ text: String) -> String {
    var text = text[...]
    func strip() {
      while let first = text.utf8.first, first <= 0x20 { text.removeFirst() }
      while let last = text.utf8.last, last <= 0x20 { text.removeLast() }
    }
    strip()
    for prefix in ["% <![CDATA[", "<![CDATA["] where text.hasPrefix(prefix) {
      text.removeFirst(prefix.count)
      break
    }
    strip()
    for suffix in ["%]]>", "]]>"] where text.hasSuffix(suffix) {
      text.removeLast(suffix.count)
      break
    }
    strip()
    return String(text)
  }
}
