/// Reads selectors from a text.
struct SelectorParser {
  private let text: [Unicode.Scalar]
  private var at = 0
  /// How many conditions there are, and how deep lists lie within each other.
  private var conditions = 0
  private var depth = 0

  private static let mostConditions = 1000
  private static let deepest = 16

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  /// The whole text as a list.
  mutating func all() throws(SelectorProblem) -> [Complex] {
    let list = try list(isRelative: false)
    if at < text.count { throw problem("'\(text[at])' does not belong here") }
    return list
  }

  // MARK: - Characters

  private var next: Unicode.Scalar? { at < text.count ? text[at] : nil }

  private func problem(_ reason: String) -> SelectorProblem {
    SelectorProblem(reason: reason, column: at + 1)
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = at
    while let scalar = next {
      if scalar.properties.isWhitespace {
        at += 1
      } else if scalar == "/", at + 1 < text.count, text[at + 1] == "*" {
        at += 2
        while at < text.count, !(text[at] == "*" && at + 1 < text.count && text[at + 1] == "/") {
          at += 1
        }
        at = min(at + 2, text.count)
      } else {
        break
      }
    }
    return at > start
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    at += 1
    return true
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: scalar.value >= 0x80
    }
  }

  private mutating func name(_ what: String) throws(SelectorProblem) -> String {
    var name = String.UnicodeScalarView()
    let start = at
    let isEscaped = next == "\\"
    while let scalar = next {
      if Self.isName(scalar) {
        name.append(scalar)
        at += 1
      } else if scalar == "\\", at + 1 < text.count {
        at += 1
        name.append(escaped())
      } else {
        break
      }
    }
    guard let first = name.first, isEscaped || !("0"..."9").contains(first) else {
      at = start
      throw problem("\(what) is missing")
    }
    return String(name)
  }

  /// The character that an escape stands for, after its backslash.
  private mutating func escaped() -> Unicode.Scalar {
    var digits = ""
    while digits.count < 6, let scalar = next, scalar.properties.isASCIIHexDigit {
      digits.unicodeScalars.append(scalar)
      at += 1
    }
    if digits.isEmpty {
      at += 1
      return text[at - 1]
    }
    if let scalar = next, scalar.properties.isWhitespace { at += 1 }
    guard let value = UInt32(digits, radix: 16), value != 0 else { return "\u{FFFD}" }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private mutating func string() throws(SelectorProblem) -> String {
    guard let quote = next, quote == "\"" || quote == "'" else {
      // Numbers without quotes are wrong in CSS, and clear.
      let start = at
      while let scalar = next, Self.isName(scalar) { at += 1 }
      if at > start, next != "\\" {
        var value = String.UnicodeScalarView()
        value.append(contentsOf: text[start..<at])
        return String(value)
      }
      at = start
      return try name("a value")
    }
    at += 1
    var value = String.UnicodeScalarView()
    while let scalar = next {
      at += 1
      if scalar == quote { return String(value) }
      if scalar == "\\", at < text.count { value.append(escaped()) } else { value.append(scalar) }
    }
    throw problem("the closing \(quote) is missing")
  }

  // MARK: - Selectors

  private mutating func list(isRelative: Bool) throws(SelectorProblem) -> [Complex] {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw problem("lists lie too deep within each other") }
    var list: [Complex] = []
    repeat {
      skipSpace()
      list.append(try complex(isRelative: isRelative))
      skipSpace()
    } while take(",")
    return list
  }

  private mutating func complex(isRelative: Bool) throws(SelectorProblem) -> Complex {
    var leading = Combinator.descendant
    if isRelative, let combinator = combinator() {
      leading = combinator
      skipSpace()
    }
    var complex = Complex(first: try compound(), leading: leading)
    while true {
      let hasSpace = skipSpace()
      if let combinator = combinator() {
        skipSpace()
        complex.rest.append((combinator, try compound()))
      } else if hasSpace, let scalar = next, scalar != ",", scalar != ")" {
        complex.rest.append((.descendant, try compound()))
      } else {
        return complex
      }
    }
  }

  private mutating func combinator() -> Combinator? {
    switch next {
    case ">": at += 1; return .child
    case "+": at += 1; return .next
    case "~": at += 1; return .later
    default: return nil
    }
  }

  private mutating func compound() throws(SelectorProblem) -> [Simple] {
    var parts: [Simple] = []
    if let scalar = next, Self.isName(scalar) || scalar == "\\" {
      parts.append(.type(try name("a name").lowercased()))
    } else if take("*") {
      parts.append(.any)
    }
    while let scalar = next {
      switch scalar {
      case "#":
        at += 1
        parts.append(.id(try name("the id after '#'")))
      case ".":
        at += 1
        parts.append(.class(try name("the class after '.'")))
      case "[":
        at += 1
        parts.append(try attribute())
      case ":":
        at += 1
        parts.append(try pseudoClass())
      case "|": throw problem("namespaces are not known here")
      default:
        if parts.isEmpty { throw problem("a selector is missing before '\(scalar)'") }
        return parts
      }
      conditions += 1
      if conditions > Self.mostConditions { throw problem("it has too many conditions") }
    }
    if parts.isEmpty { throw problem("a selector is missing") }
    return parts
  }

  private mutating func attribute() throws(SelectorProblem) -> Simple {
    skipSpace()
    let name = try name("the attribute's name").lowercased()
    skipSpace()
    if take("]") { return .attribute(name, .present, "", ignoresCase: false) }
    let comparison: Simple.Comparison
    switch next {
    case "=": comparison = .equal
    case "~": comparison = .word
    case "|": comparison = .dash
    case "^": comparison = .prefix
    case "$": comparison = .suffix
    case "*": comparison = .contains
    default: throw problem("']' or a comparison is missing")
    }
    if comparison != .equal { at += 1 }
    guard take("=") else { throw problem("'=' is missing") }
    skipSpace()
    let value = try string()
    skipSpace()
    var ignoresCase = false
    if let flag = next, ["i", "I", "s", "S"].contains(flag) {
      ignoresCase = flag == "i" || flag == "I"
      at += 1
      skipSpace()
    }
    guard take("]") else { throw problem("']' is missing") }
    return .attribute(name, comparison, value, ignoresCase: ignoresCase)
  }

  private mutating func pseudoClass() throws(SelectorProblem) -> Simple {
    if next == ":" { throw problem("what is no element of the page cannot be selected") }
    let start = at
    let name = try name("the name after ':'").lowercased()
    func nth(_ counted: Simple.Counted, fromEnd: Bool = false) -> Simple {
      .nth(step: 0, offset: 1, counted, fromEnd: fromEnd)
    }
    switch name {
    case "is", "where", "matches", "any": return .isOne(try arguments())
    case "not": return .isNone(try arguments())
    case "has": return .has(try arguments(isRelative: true))
    case "nth-child": return try counting(.all, fromEnd: false)
    case "nth-last-child": return try counting(.all, fromEnd: true)
    case "nth-of-type": return try counting(.sameType, fromEnd: false)
    case "nth-last-of-type": return try counting(.sameType, fromEnd: true)
    case "first-child": return nth(.all)
    case "last-child": return nth(.all, fromEnd: true)
    case "first-of-type": return nth(.sameType)
    case "last-of-type": return nth(.sameType, fromEnd: true)
    case "only-child": return only(.all)
    case "only-of-type": return only(.sameType)
    case "empty": return .empty
    case "root": return .root
    default:
      at = start
      throw problem("':\(name)' is not known here")
    }
  }

  private func only(_ counted: Simple.Counted) -> Simple {
    let ends = [false, true].map { [Simple.nth(step: 0, offset: 1, counted, fromEnd: $0)] }
    return .isNone([Complex(first: [.isNone([Complex(first: ends[0] + ends[1])])])])
  }

  private mutating func arguments(isRelative: Bool = false) throws(SelectorProblem) -> [Complex] {
    guard take("(") else { throw problem("'(' is missing") }
    let list = try list(isRelative: isRelative)
    skipSpace()
    guard take(")") else { throw problem("')' is missing") }
    return list
  }

  /// `odd`, `even`, `3`, `2n+1`, `-n+3`, with `of` and a list behind it.
  private mutating func counting(
    _ counted: Simple.Counted, fromEnd: Bool
  ) throws(SelectorProblem) -> Simple {
    guard take("(") else { throw problem("'(' is missing") }
    skipSpace()
    let start = at
    var formula = ""
    while let scalar = next, scalar != ")", scalar != "o" || !isOf {
      if !scalar.properties.isWhitespace { formula.unicodeScalars.append(scalar) }
      at += 1
    }
    guard let (step, offset) = Self.formula(formula.lowercased()) else {
      at = start
      throw problem("'\(formula)' counts nothing: give a number, odd, even or a formula like 2n+1")
    }
    var counted = counted
    if isOf {
      guard counted == .all else { throw problem("'of' does not belong here") }
      at += 2
      counted = .selected(try list(isRelative: false))
    }
    skipSpace()
    guard take(")") else { throw problem("')' is missing") }
    return .nth(step: step, offset: offset, counted, fromEnd: fromEnd)
  }

  /// Whether the word `of` stands here.
  private var isOf: Bool {
    at > 0 && text[at - 1].properties.isWhitespace && at + 2 < text.count && text[at] == "o"
      && text[at + 1] == "f" && text[at + 2].properties.isWhitespace
  }

  private static func formula(_ text: String) -> (step: Int, offset: Int)? {
    switch text {
    case "odd": return (2, 1)
    case "even": return (2, 0)
    default: break
    }
    guard let n = text.firstIndex(of: "n") else { return number(text).map { (0, $0) } }
    let before = text[..<n]
    let after = text[text.index(after: n)...]
    let step: Int?
    switch before {
    case "", "+": step = 1
    case "-": step = -1
    default: step = number(String(before))
    }
    guard let step else { return nil }
    if after.isEmpty { return (step, 0) }
    guard after.hasPrefix("+") || after.hasPrefix("-"), let offset = number(String(after)) else {
      return nil
    }
    return (step, offset)
  }

  private static func number(_ text: String) -> Int? {
    guard let number = Int(text), number.magnitude <= 1_000_000 else { return nil }
    return number
  }
}
