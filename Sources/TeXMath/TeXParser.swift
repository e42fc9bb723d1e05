/// Reads a formula and writes its MathML.
struct TeXParser {
  let tokens: [TeXToken]
  var position = 0
  var variant: MathVariant?
  var isDisplay: Bool
  private var depth = 0
  /// Groups within groups; deeper ones are no formula.
  private static let deepest = 60

  init(_ tex: String, isDisplay: Bool) {
    tokens = TeXToken.tokens(of: tex)
    self.isDisplay = isDisplay
  }

  /// The content of the whole formula, or `nil`.
  mutating func formula() -> String? {
    guard let rows = rows(until: { $0 == nil }), position == tokens.count else { return nil }
    if rows.count == 1, rows[0].count == 1 { return MathElement.row(rows[0][0]) }
    // Lines without an environment: as one that aligns.
    return TeXTable(rows: rows, kind: .aligned).element
  }

  // MARK: - Lists

  var next: TeXToken? { position < tokens.count ? tokens[position] : nil }

  mutating func skipSpace() { while next == .space { position += 1 } }

  /// Rows of cells of elements, up to what ends them.
  mutating func rows(until isEnd: (TeXToken?) -> Bool) -> [[[String]]]? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { return nil }
    var rows: [[[String]]] = [[]]
    var cell: [String] = []
    while true {
      skipSpace()
      if isEnd(next) {
        rows[rows.count - 1].append(cell)
        // A last line of nothing is none.
        if rows.count > 1, rows.last == [[]] { rows.removeLast() }
        return rows
      }
      guard let token = next else { return nil }
      switch token {
      case .column:
        position += 1
        rows[rows.count - 1].append(cell)
        cell = []
      case .command("\\"), .command("cr"), .command("newline"):
        position += 1
        // The distance to the next line.
        skipSpace()
        if next == .character("["), bracketed() == nil { return nil }
        rows[rows.count - 1].append(cell)
        rows.append([])
        cell = []
      default:
        guard let item = scripted() else { return nil }
        cell += item
      }
    }
  }

  /// Elements up to an end that is on the same line.
  mutating func list(until isEnd: (TeXToken?) -> Bool) -> [String]? {
    let outer = variant
    defer { variant = outer }
    guard let rows = rows(until: isEnd) else { return nil }
    if rows.count == 1, rows[0].count == 1 { return rows[0][0] }
    return [TeXTable(rows: rows, kind: .matrix).element]
  }

  /// What a command takes: a group, or the next thing.
  mutating func argument() -> String? {
    skipSpace()
    guard let token = next else { return nil }
    switch token {
    case .open:
      position += 1
      guard let items = list(until: { $0 == .close }) else { return nil }
      position += 1
      return MathElement.row(items)
    case .close, .superscript, .sub, .column: return nil
    case .character(let scalar) where ("0"..."9").contains(scalar):
      // \frac12 has two arguments.
      position += 1
      return MathElement.number(String(Character(scalar)), variant: variant)
    default:
      depth += 1
      defer { depth -= 1 }
      guard depth < Self.deepest else { return nil }
      return atom().map { MathElement.row($0.items) }
    }
  }

  /// `[…]` after a command, as text; `nil` where it is not closed.
  mutating func bracketed() -> [TeXToken]? {
    guard next == .character("[") else { return nil }
    var content: [TeXToken] = []
    position += 1
    while let token = next, token != .character("]") {
      content.append(token)
      position += 1
    }
    guard next != nil else { return nil }
    position += 1
    return content
  }

  /// The text of a group, spaces kept: of `\text`, of names and colours.
  mutating func text() -> String? {
    skipSpace()
    guard next == .open else { return nil }
    position += 1
    var level = 1
    var text = ""
    while let token = next {
      position += 1
      switch token {
      case .open: level += 1
      case .close:
        level -= 1
        if level == 0 { return text }
      case .space: text += " "
      case .character("$"): continue
      case .character(let scalar): text.unicodeScalars.append(scalar)
      case .superscript: text += "^"
      case .sub: text += "_"
      case .column: text += "&"
      case .command(let name):
        if let known = TeXSymbols.inText[name] {
          text += known
        } else if !TeXSymbols.fonts.contains(name) {
          return nil
        }
      }
    }
    return nil
  }

  // MARK: - Scripts

  /// An element with what stands above and below it.
  private mutating func scripted() -> [String]? {
    let base: Atom
    if next == .superscript || next == .sub {
      base = Atom(items: [MathElement.element("mrow", "")])
    } else {
      guard let atom = atom() else { return nil }
      base = atom
    }
    var limits = base.hasLimits && (isDisplay || base.alwaysHasLimits)
    var above: String?
    var below: String?
    var primes = 0
    scripts: while true {
      let before = position
      skipSpace()
      switch next {
      case .command("limits"):
        position += 1
        limits = true
      case .command("nolimits"):
        position += 1
        limits = false
      case .superscript:
        position += 1
        guard above == nil, let argument = argument() else { return nil }
        above = argument
      case .sub:
        position += 1
        guard below == nil, let argument = argument() else { return nil }
        below = argument
      case .character("'"), .character("’"):
        position += 1
        primes += 1
      default:
        position = before
        break scripts
      }
    }
    if primes > 0 {
      let mark = MathElement.mathOperator(
        ["′", "″", "‴", "⁗"][min(primes, 4) - 1], "lspace=\"0\" rspace=\"0\"")
      above = above.map { MathElement.row([mark, $0]) } ?? mark
    }
    guard above != nil || below != nil else { return base.items }
    let items = base.items
    let head = MathElement.row(items)
    let names = limits ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup")
    switch (below, above) {
    case (let below?, let above?):
      return [MathElement.element(names.2, head + below + above)]
    case (let below?, nil): return [MathElement.element(names.0, head + below)]
    case (nil, let above?): return [MathElement.element(names.1, head + above)]
    case (nil, nil): return items
    }
  }

  /// An element before its scripts.
  struct Atom {
    var items: [String]
    var hasLimits = false
    var alwaysHasLimits = false
  }

  mutating func atom() -> Atom? {
    skipSpace()
    guard let token = next else { return nil }
    position += 1
    switch token {
    case .open:
      guard let items = list(until: { $0 == .close }) else { return nil }
      position += 1
      return Atom(items: [MathElement.row(items)])
    case .close, .column, .superscript, .sub, .space: return nil
    case .character(let scalar): return Atom(items: [character(scalar)])
    case .command(let name): return command(name)
    }
  }

  private mutating func character(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "0"..."9":
      var digits = String(Character(scalar))
      while case .character(let next)? = next,
        ("0"..."9").contains(next) || isSeparator(next)
      {
        digits.unicodeScalars.append(next)
        position += 1
      }
      return MathElement.number(digits, variant: variant)
    case "-": return MathElement.mathOperator("−")
    case "*": return MathElement.mathOperator("∗")
    case "'": return MathElement.mathOperator("′")
    case "(", "[": return MathElement.mathOperator(String(Character(scalar)), "stretchy=\"false\"")
    case ")", "]": return MathElement.mathOperator(String(Character(scalar)), "stretchy=\"false\"")
    case "|": return MathElement.mathOperator("|", "stretchy=\"false\"")
    case "+", "=", "<", ">", ",", ";", ":", "!", "?", "/", ".", "@", "\"", "`", "#", "$":
      return MathElement.mathOperator(String(Character(scalar)))
    default:
      if scalar.properties.isAlphabetic {
        // Chinese and Japanese words are words.
        if scalar.value >= 0x2E80 { return MathElement.text(String(Character(scalar))) }
        return MathElement.identifier(String(Character(scalar)), variant: variant)
      }
      return MathElement.mathOperator(String(Character(scalar)))
    }
  }

  /// A point or comma between figures.
  private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar == ".", position + 1 < tokens.count,
      case .character(let after) = tokens[position + 1]
    else { return false }
    return ("0"..."9").contains(after)
  }
}
