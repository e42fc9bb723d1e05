internal import NewsHTML
internal import TeXMath

/// TeX of MathML that has none beside it (MathML Core; of MathML 3 `mfenced`, `mtable`,
/// `mmultiscripts`).
struct MathMLFormula {
  private let tree: HTMLTree
  private var out = ""

  /// Deeper than this nothing but the text is taken.
  private static let deepest = 64

  private init(_ tree: HTMLTree) { self.tree = tree }

  /// The TeX of a `math` element.
  static func tex(of math: Int, in tree: HTMLTree) -> String {
    var formula = MathMLFormula(tree)
    formula.writeChildren(of: math, 0)
    return TeX.trimmed(formula.out)
  }

  // MARK: - Elements

  private mutating func writeChildren(of node: Int, _ depth: Int) {
    for child in tree.children(of: node) { write(child, depth) }
  }

  private mutating func write(_ node: Int, _ depth: Int) {
    if tree.nodes[node].tag == .text {
      // Words outside of what words stand in are shown all the same.
      if tree.text(of: node).contains(where: { $0 > 0x20 }) { token(node) }
      return
    }
    guard depth < Self.deepest else { return token(node) }
    let depth = depth + 1
    switch tree.elementName(of: node) {
    case "mi": identifier(node)
    case "mn", "mo": sign(tree.string(of: node))
    case "mtext", "ms": text(tree.string(of: node))
    case "mspace":
      if !out.isEmpty, out.utf8.last != 0x20 { out += "\\ " }
    case "mfrac":
      let isLined = !isZero("linethickness", of: node)
      command(isLined ? "frac" : "binom", elements(of: node).prefix(2), depth)
    case "msqrt":
      word("\\sqrt")
      group(depth) { $0.writeChildren(of: node, $1) }
    case "mroot":
      let parts = elements(of: node)
      guard parts.count == 2 else { return writeChildren(of: node, depth) }
      word("\\sqrt")
      out += "["
      write(parts[1], depth)
      out += "]"
      group(depth) { $0.write(parts[0], $1) }
    case "msub": scripts(node, ["_"], depth)
    case "msup": scripts(node, ["^"], depth)
    case "msubsup": scripts(node, ["_", "^"], depth)
    case "munder": around(node, ["_"], depth)
    case "mover": around(node, ["^"], depth)
    case "munderover": around(node, ["_", "^"], depth)
    case "mmultiscripts": multiscripts(node, depth)
    case "mfenced": fenced(node, depth)
    case "mtable": table(node, depth)
    case "semantics":
      if let first = elements(of: node).first { write(first, depth) }
    case "annotation", "annotation-xml", "mprescripts", "none": break
    default: writeChildren(of: node, depth)
    }
  }

  private func elements(of node: Int) -> [Int] {
    tree.children(of: node).filter { tree.nodes[$0].tag != .text }
  }

  private func attribute(_ name: String, of node: Int) -> String? {
    for index in tree.attributes(of: node) where tree.name(at: index) == name {
      return String(decoding: tree.value(at: index), as: UTF8.self)
    }
    return nil
  }

  private func isZero(_ name: String, of node: Int) -> Bool {
    guard let value = attribute(name, of: node), value.utf8.first == UInt8(ascii: "0") else {
      return false
    }
    return value.utf8.allSatisfy { !(0x31...0x39).contains($0) }
  }

  // MARK: - Structures

  private mutating func command(_ name: String, _ parts: ArraySlice<Int>, _ depth: Int) {
    word("\\" + name)
    for part in parts { group(depth) { $0.write(part, $1) } }
    // What is missing is empty.
    for _ in parts.count..<2 { out += "{}" }
  }

  private mutating func group(_ depth: Int, _ write: (inout MathMLFormula, Int) -> Void) {
    out += "{"
    write(&self, depth)
    out += "}"
  }

  /// A base, and what stands at its right.
  private mutating func scripts(_ node: Int, _ marks: [String], _ depth: Int) {
    let parts = elements(of: node)
    guard let base = parts.first else { return }
    let isPlain = ["mi", "mn", "mo"].contains(tree.elementName(of: base))
    if isPlain { write(base, depth) } else { group(depth) { $0.write(base, $1) } }
    for (mark, part) in zip(marks, parts.dropFirst()) {
      out += mark
      group(depth) { $0.write(part, $1) }
    }
  }

  /// A base, and what stands above and below it.
  private mutating func around(_ node: Int, _ marks: [String], _ depth: Int) {
    let parts = elements(of: node)
    guard parts.count == marks.count + 1 else { return writeChildren(of: node, depth) }
    if marks.count == 1, let accent = accent(parts[1], isAbove: marks[0] == "^") {
      word("\\" + accent)
      return group(depth) { $0.write(parts[0], $1) }
    }
    // Sums and the like, and words as lim, have limits.
    let base = tree.elementName(of: parts[0])
    if base == "mo" || base == "mi" && tree.string(of: parts[0]).count > 1 {
      return scripts(node, marks, depth)
    }
    for (mark, part) in zip(marks, parts.dropFirst()) {
      word(mark == "^" ? "\\overset" : "\\underset")
      group(depth) { $0.write(part, $1) }
      if part != parts.last { out += "{" }
    }
    group(depth) { $0.write(parts[0], $1) }
    if marks.count == 2 { out += "}" }
  }

  private static let accentsAbove: [String: String] = [
    "¯": "overline", "‾": "overline", "̅": "overline", "^": "hat", "ˆ": "hat", "~": "tilde",
    "˜": "tilde", "→": "vec", "⃗": "vec", "˙": "dot", ".": "dot", "¨": "ddot", "ˇ": "check",
    "˘": "breve", "´": "acute", "`": "grave", "⏞": "overbrace", "←": "overleftarrow",
  ]
  private static let accentsBelow: [String: String] = [
    "_": "underline", "̲": "underline", "⏟": "underbrace",
  ]

  private func accent(_ node: Int, isAbove: Bool) -> String? {
    guard tree.elementName(of: node) == "mo" else { return nil }
    let sign = TeX.trimmed(tree.string(of: node))
    return (isAbove ? Self.accentsAbove : Self.accentsBelow)[sign]
  }

  private mutating func multiscripts(_ node: Int, _ depth: Int) {
    let parts = elements(of: node)
    guard let base = parts.first, tree.elementName(of: base) != "mprescripts" else {
      return writeChildren(of: node, depth)
    }
    let middle = parts.firstIndex { tree.elementName(of: $0) == "mprescripts" } ?? parts.count
    func pairs(_ formula: inout MathMLFormula, _ scripts: ArraySlice<Int>) {
      for (place, part) in scripts.enumerated() where formula.tree.elementName(of: part) != "none" {
        formula.out += place % 2 == 0 ? "_" : "^"
        formula.group(depth) { $0.write(part, $1) }
      }
    }
    if middle < parts.count {
      out += "{}"
      pairs(&self, parts[(middle + 1)...])
    }
    group(depth) { $0.write(base, $1) }
    pairs(&self, parts[1..<middle])
  }

  private mutating func fenced(_ node: Int, _ depth: Int) {
    let separators = Array((attribute("separators", of: node) ?? ",").filter { !$0.isWhitespace })
    word("\\left")
    delimiter(attribute("open", of: node) ?? "(")
    for (place, part) in elements(of: node).enumerated() {
      // The last one stands for those that are missing.
      if place > 0, let last = separators.last {
        sign(String(place <= separators.count ? separators[place - 1] : last))
      }
      write(part, depth)
    }
    word("\\right")
    delimiter(attribute("close", of: node) ?? ")")
  }

  private mutating func delimiter(_ text: String) {
    switch text {
    case "": out += "."
    case "{", "}": out += "\\" + text
    case "(", ")", "[", "]", "|", "/": out += text
    default: sign(text)
    }
  }

  private mutating func table(_ node: Int, _ depth: Int) {
    word("\\begin{matrix}")
    for (place, row) in elements(of: node).enumerated() {
      if place > 0 { out += " \\\\" }
      // The number of a labelled row is none of its cells.
      let cells = elements(of: row).dropFirst(tree.elementName(of: row) == "mlabeledtr" ? 1 : 0)
      for (place, cell) in cells.enumerated() {
        out += place > 0 ? " & " : " "
        writeChildren(of: cell, depth)
      }
    }
    out += " \\end{matrix}"
  }

  // MARK: - Tokens

  private mutating func token(_ node: Int) { text(tree.string(of: node)) }

  private mutating func identifier(_ node: Int) {
    let name = TeX.trimmed(tree.string(of: node))
    if TeXMath.isFunction(name) { return word("\\" + name) }
    guard name.count > 1, name.allSatisfy({ $0.isLetter && $0.isASCII }) else { return sign(name) }
    word("\\mathrm")
    out += "{" + name + "}"
  }

  /// Words, their white space as in a paragraph; nothing but that, hard blanks too, is a space.
  private mutating func text(_ text: String) {
    let words = PlainText.collapsed(text)
    guard words.contains(where: { !$0.isWhitespace }) else {
      if !out.isEmpty { out += "\\ " }
      return
    }
    word("\\text")
    out += "{"
    if text.first?.isWhitespace == true, words.first?.isWhitespace != true { out += " " }
    for character in words { out += Self.textEscapes[character] ?? String(character) }
    if text.last?.isWhitespace == true, words.last?.isWhitespace != true { out += " " }
    out += "}"
  }

  /// Signs, each by its name in TeX where it has one.
  private mutating func sign(_ text: String) {
    for scalar in TeX.trimmed(text).unicodeScalars {
      switch scalar {
      // Functions applied, products and commas that are not seen.
      case "\u{2061}"..."\u{2064}": continue
      case "\u{2212}": word("-")
      case "\u{2032}": out += "'"
      case "\u{B7}", "\u{22C5}": word("\\cdot")
      default:
        let character = Character(scalar)
        word(
          TeXMath.name(of: String(character)).map { "\\" + $0 }
            ?? Self.escapes[character] ?? String(character))
      }
    }
  }

  /// Puts a word, a blank before it where it would lengthen the name of a command.
  private mutating func word(_ word: String) {
    if let first = word.utf8.first, (0x41...0x5A).contains(first & 0xDF), endsInCommand {
      out += " "
    }
    out += word
  }

  private var endsInCommand: Bool {
    // No name is longer.
    let end = out.utf8.suffix(32)
    guard let start = end.lastIndex(where: { !(0x41...0x5A).contains($0 & 0xDF) }) else {
      return false
    }
    return end[start] == UInt8(ascii: "\\") && end.index(after: start) < end.endIndex
  }

  /// What signs are in text, where names of signs mean nothing.
  private static let textEscapes = escapes.merging(
    ["~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}"]
  ) { $1 }

  private static let escapes: [Character: String] = [
    "#": "\\#", "$": "\\$", "%": "\\%", "&": "\\&", "_": "\\_", "{": "\\{", "}": "\\}",
    "~": "\\sim ", "^": "\\hat{}", "\\": "\\backslash ",
  ]
}
