internal import NewsMarkup

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
