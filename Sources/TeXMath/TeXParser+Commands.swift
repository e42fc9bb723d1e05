extension TeXParser {
  /// What a command stands for, with its arguments; `nil` for one that is not known.
  mutating func command(_ name: String) -> Atom? {
    if let symbol = TeXSymbols.identifiers[name] {
      return Atom(items: [MathElement.identifier(symbol, variant: variant ?? upright(name))])
    }
    if let symbol = TeXSymbols.operators[name] {
      return Atom(items: [MathElement.mathOperator(symbol)])
    }
    if let symbol = TeXSymbols.delimiters[name] {
      return Atom(items: [MathElement.mathOperator(symbol, "stretchy=\"false\"")])
    }
    if let symbol = TeXSymbols.large[name] {
      let isIntegral = name.hasSuffix("int")
      return Atom(items: [MathElement.mathOperator(symbol)], hasLimits: !isIntegral)
    }
    if let width = TeXSymbols.spaces[name] {
      return Atom(items: [space(width)])
    }
    if TeXSymbols.functions.contains(name) {
      let hasLimits = TeXSymbols.functionsWithLimits.contains(name)
      return Atom(items: [function(TeXSymbols.functionNames[name] ?? name)], hasLimits: hasLimits)
    }
    if let accent = TeXSymbols.accents[name] {
      guard let argument = argument() else { return nil }
      let mark = MathElement.mathOperator(
        accent.mark, accent.isWide ? "stretchy=\"true\"" : "stretchy=\"false\"")
      return Atom(
        items: [
          MathElement.element(
            accent.isBelow ? "munder" : "mover", argument + mark,
            accent.isBelow ? "accentunder=\"true\"" : "accent=\"true\"")
        ], hasLimits: name.hasSuffix("brace"), alwaysHasLimits: name.hasSuffix("brace"))
    }
    if let variant = TeXSymbols.alphabets[name] { return inAlphabet(variant) }
    return construction(name)
  }

  private func space(_ width: String) -> String { "<mspace width=\"\(width)\"/>" }

  private func function(_ name: String) -> String { MathElement.element("mi", name) }

  /// Capital Greek letters stand upright in TeX.
  private func upright(_ name: String) -> MathVariant? {
    guard let first = name.utf8.first, (0x41...0x5A).contains(first) else { return nil }
    return .normal
  }

  private mutating func inAlphabet(_ alphabet: MathVariant) -> Atom? {
    let outer = variant
    variant = alphabet
    defer { variant = outer }
    skipSpace()
    // \mathrm{max} is one name.
    if alphabet == .normal, next == .open {
      let start = position
      if let name = text(), !name.isEmpty,
        name.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
      {
        return Atom(items: [MathElement.identifier(name, variant: .normal)])
      }
      position = start
    }
    return argument().map { Atom(items: [$0]) }
  }

  // MARK: - Constructions

  private mutating func construction(_ name: String) -> Atom? {
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac", "nicefrac":
      guard let top = argument(), let bottom = argument() else { return nil }
      return Atom(items: [MathElement.element("mfrac", top + bottom)])
    case "binom", "dbinom", "tbinom":
      guard let top = argument(), let bottom = argument() else { return nil }
      let fraction = MathElement.element("mfrac", top + bottom, "linethickness=\"0\"")
      return Atom(items: [MathElement.row([fence("("), fraction, fence(")")])])
    case "sqrt": return root()
    case "left": return fenced()
    case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl",
      "Biggr", "bigm", "Bigm", "biggm", "Biggm":
      guard let delimiter = delimiter() else { return nil }
      return Atom(items: delimiter.isEmpty ? [] : [sized(delimiter, name)])
    case "text", "textrm", "textnormal", "mbox", "hbox", "textup", "textsf", "texttt", "textit",
      "textbf", "emph":
      return text().map { Atom(items: [MathElement.text($0)]) }
    case "operatorname", "mathop":
      let start = position
      if let name = text() {
        return Atom(items: [function(MathElement.escaped(name))], hasLimits: true)
      }
      position = start
      return argument().map { Atom(items: [$0], hasLimits: true) }
    case "mathrel", "mathbin", "mathord", "mathopen", "mathclose", "mathpunct", "mathinner",
      "mathstrut", "smash", "hphantom", "vphantom", "rlap", "llap", "mathrlap", "mathllap":
      if name == "mathstrut" { return Atom(items: []) }
      guard let argument = argument() else { return nil }
      if name == "vphantom" || name == "hphantom" {
        return Atom(items: [MathElement.element("mphantom", argument)])
      }
      return Atom(items: [argument])
    case "phantom": return argument().map { Atom(items: [MathElement.element("mphantom", $0)]) }
    case "overset", "stackrel":
      guard let above = argument(), let base = argument() else { return nil }
      return Atom(items: [MathElement.element("mover", base + above)])
    case "underset":
      guard let below = argument(), let base = argument() else { return nil }
      return Atom(items: [MathElement.element("munder", base + below)])
    case "xrightarrow", "xleftarrow", "xleftrightarrow", "xRightarrow", "xmapsto":
      return labelledArrow(name)
    case "substack":
      return argument().map { Atom(items: [$0]) }
    case "not": return negated()
    case "boxed", "fbox":
      return argument().map {
        Atom(items: [MathElement.element("mrow", $0, "style=\"border: 1px solid; padding: .2em\"")])
      }
    case "begin": return environment()
    case "pmod", "bmod", "mod", "pod": return modulus(name)
    case "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "nonumber", "notag",
      "limits", "nolimits", "allowbreak", "nobreak", "relax", "hfill", "noindent":
      return Atom(items: [])
    case "label", "tag", "color", "hspace", "vspace", "mathchoice":
      guard let text = text(), name != "mathchoice" else { return nil }
      // The number of an equation stands beside it.
      return Atom(
        items: name == "tag" ? [space("2em"), MathElement.text("(" + text + ")")] : [])
    case "textcolor", "colorbox":
      guard text() != nil else { return nil }
      return argument().map { Atom(items: [$0]) }
    case "rm", "bf", "it", "sf", "tt", "cal", "boldmath":
      // Holds to the end of its group.
      variant = TeXSymbols.switches[name]
      return Atom(items: [])
    default: return nil
    }
  }

  private mutating func root() -> Atom? {
    skipSpace()
    if next == .character("[") {
      let start = position + 1
      guard bracketed() != nil else { return nil }
      let end = position
      position = start
      guard let degree = list(until: { $0 == .character("]") }) else { return nil }
      position = end
      guard let content = argument() else { return nil }
      return Atom(items: [MathElement.element("mroot", content + MathElement.row(degree))])
    }
    return argument().map { Atom(items: [MathElement.element("msqrt", $0)]) }
  }

  private func fence(_ text: String) -> String { MathElement.mathOperator(text, "fence=\"true\"") }

  private func sized(_ delimiter: String, _ name: String) -> String {
    let size =
      name.hasPrefix("bigg")
      ? "2.4em"
      : name.hasPrefix("Bigg")
        ? "3em"
        : name.hasPrefix("Big") ? "1.8em" : "1.2em"
    return MathElement.mathOperator(
      delimiter, "minsize=\"\(size)\" maxsize=\"\(size)\" stretchy=\"true\"")
  }

  /// The delimiter that comes next; empty for `.`.
  private mutating func delimiter() -> String? {
    skipSpace()
    guard let token = next else { return nil }
    position += 1
    switch token {
    case .character("."): return ""
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let scalar) where "()[]|/".unicodeScalars.contains(scalar):
      return String(Character(scalar))
    case .command(let name):
      return TeXSymbols.delimiters[name] ?? TeXSymbols.arrowsAsDelimiters[name]
    default: return nil
    }
  }

  /// `\left( … \middle| … \right)`.
  private mutating func fenced() -> Atom? {
    guard let open = delimiter() else { return nil }
    var items = open.isEmpty ? [] : [fence(open)]
    while true {
      guard
        let content = list(until: {
          $0 == .command("right") || $0 == .command("middle") || $0 == nil
        })
      else { return nil }
      items += content
      guard let end = next else { return nil }
      position += 1
      guard let mark = delimiter() else { return nil }
      if !mark.isEmpty { items.append(fence(mark)) }
      if end == .command("right") {
        return Atom(items: [MathElement.element("mrow", items.joined())])
      }
    }
  }

  private mutating func labelledArrow(_ name: String) -> Atom? {
    let arrows = [
      "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒",
      "xmapsto": "↦",
    ]
    let arrow = MathElement.mathOperator(arrows[name] ?? "→", "stretchy=\"true\"")
    skipSpace()
    var below: String?
    if next == .character("[") {
      position += 1
      guard let list = list(until: { $0 == .character("]") }) else { return nil }
      position += 1
      below = MathElement.row(list)
    }
    guard let above = argument() else { return nil }
    if let below { return Atom(items: [MathElement.element("munderover", arrow + below + above)]) }
    return Atom(items: [MathElement.element("mover", arrow + above)])
  }

  private mutating func negated() -> Atom? {
    skipSpace()
    guard let token = next else { return nil }
    position += 1
    let symbol: String?
    switch token {
    case .character("="): symbol = "="
    case .character("<"): symbol = "<"
    case .character(">"): symbol = ">"
    case .command(let name): symbol = TeXSymbols.operators[name]
    default: symbol = nil
    }
    // The stroke that goes through what stands before it.
    return symbol.map { Atom(items: [MathElement.mathOperator($0 + "\u{338}")]) }
  }

  private mutating func modulus(_ name: String) -> Atom? {
    let word = MathElement.element("mi", "mod")
    if name == "bmod" { return Atom(items: [space("0.3em"), word, space("0.3em")]) }
    guard let argument = argument() else { return nil }
    let inside = name == "pod" ? [argument] : [word, space("0.3em"), argument]
    if name == "mod" { return Atom(items: [space("1em")] + inside) }
    return Atom(items: [space("1em"), fence("(")] + inside + [fence(")")])
  }

  // MARK: - Environments

  private mutating func environment() -> Atom? {
    guard var name = text() else { return nil }
    if name.hasSuffix("*") { name.removeLast() }
    guard let kind = TeXTable.Kind(name) else { return nil }
    var columns = ""
    if kind == .array || name == "alignedat" || name == "alignat" {
      guard let alignment = text() else { return nil }
      columns = alignment
    } else if next == .character("[") {
      _ = bracketed()
    }
    let outer = variant
    defer { variant = outer }
    guard let rows = rows(until: { $0 == .command("end") || $0 == nil }), next != nil else {
      return nil
    }
    position += 1
    guard var end = text() else { return nil }
    if end.hasSuffix("*") { end.removeLast() }
    guard end == name else { return nil }
    if kind == .single, rows.count == 1, rows[0].count == 1 { return Atom(items: rows[0][0]) }
    return Atom(items: [TeXTable(rows: rows, kind: kind, columns: columns).element])
  }
}
