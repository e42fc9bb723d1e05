internal import NewsHTML

/// Formulas in pages.
enum TeX {
  /// The TeX of a MathML element: its annotation, else its alternative text, else what its elements
  /// mean.
  static func formula(of node: Int, in tree: HTMLTree) -> String {
    for child in node..<tree.end(of: node) where tree.nodes[child].tag == .annotation {
      // `text/plain` is none.
      if let encoding = tree.value(.encoding, of: child)?.prefix(while: { $0 != UInt8(ascii: ";") }
      ),
        encoding.suffix(3).map({ $0 | 0x20 }).elementsEqual("tex".utf8)
      {
        let formula = withoutStyle(trimmed(tree.string(of: child)))
        if !formula.isEmpty { return formula }
      }
    }
    if let text = tree.string(.alttext, of: node).map({ withoutStyle(trimmed($0)) }), !text.isEmpty
    {
      return text
    }
    return MathMLFormula.tex(of: node, in: tree)
  }

  /// A formula without the group that Wikipedia puts around each: `{\displaystyle …}`.
  private static func withoutStyle(_ formula: String) -> String {
    for style in ["{\\displaystyle", "{\\textstyle"] where formula.hasPrefix(style) {
      let bytes = Array(formula.utf8)
      let rest = bytes[style.utf8.count...]
      guard let next = rest.first, !(0x41...0x5A).contains(next & 0xDF) else { continue }
      var depth = 1
      var isEscaped = false
      for (index, byte) in zip(rest.indices, rest) {
        switch byte {
        case UInt8(ascii: "{") where !isEscaped: depth += 1
        case UInt8(ascii: "}") where !isEscaped: depth -= 1
        default: break
        }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        if depth == 0 {
          // It must be around all of it.
          return index == bytes.count - 1
            ? trimmed(String(decoding: rest.dropLast(), as: UTF8.self)) : formula
        }
      }
    }
    return formula
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

  /// Whether a MathML element is one to stand on a line of its own.
  static func isDisplay(_ math: Int, in tree: HTMLTree) -> Bool {
    tree.attributes(of: math).contains { index in
      tree.attributes[index].name == .other && tree.name(at: index) == "display"
        && tree.value(at: index).elementsEqual("block".utf8)
    }
  }

  /// What the class of an element says of formulas in it.
  enum Wrapper {
    /// It holds one formula in several forms.
    case formula(isDisplay: Bool)
    /// It shows a formula that a script beside it has as TeX.
    case copy
  }

  /// What class names say: those of Wikipedia, KaTeX, MathJax 2 and 3.
  static func wrapper(named names: ArraySlice<UInt8>) -> Wrapper? {
    if ClassTokens.contains(names, "mwe-math-element") { return .formula(isDisplay: false) }
    if ClassTokens.contains(names, "katex-display") { return .formula(isDisplay: true) }
    if ClassTokens.contains(names, "katex") { return .formula(isDisplay: false) }
    for copy in [
      "MathJax_Preview", "MathJax_Display", "MathJax", "MathJax_SVG", "MathJax_SVG_Display",
      "MathJax_CHTML", "mjx-chtml",
    ] where ClassTokens.contains(names, copy) {
      return .copy
    }
    return nil
  }

  /// Whether one of the next elements is a script with TeX.
  static func hasScript(near node: Int, in tree: HTMLTree) -> Bool {
    var next = tree.end(of: node)
    for _ in 0..<6 where next < tree.count {
      if tree.nodes[next].tag == .script {
        return tree.string(.type, of: next)?.hasPrefix("math/tex") ?? false
      }
      next = max(tree.end(of: next), next + 1)
    }
    return false
  }

  /// The text without blanks at its ends and without a CDATA wrapper.
  static func trimmed(_ text: String) -> String {
    var rest = text.utf8[...]
    func strip() {
      while let first = rest.first, first <= 0x20 { rest.removeFirst() }
      while let last = rest.last, last <= 0x20 { rest.removeLast() }
    }
    strip()
    for prefix in ["% <![CDATA[", "<![CDATA["] where rest.starts(with: prefix.utf8) {
      rest.removeFirst(prefix.utf8.count)
      break
    }
    strip()
    for suffix in ["%]]>", "]]>"] where rest.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
      rest.removeLast(suffix.utf8.count)
      break
    }
    strip()
    return String(Substring(rest))
  }
}
