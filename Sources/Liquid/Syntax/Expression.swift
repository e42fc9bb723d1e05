/// A value as a template writes it: a literal, a variable with a path, a range.
public struct Expression: Sendable {
  indirect enum Form: Sendable {
    case literal(LiquidValue)
    case variable(root: Step, path: [Step])
    case range(Form, Form)
  }

  /// One step on the way to a part of an object.
  enum Step: Sendable {
    /// `.name`, which may also be `size`, `first` or `last`.
    case name(String)
    /// `[value]`.
    case index(Form)
  }

  let form: Form

  init(_ form: Form) { self.form = form }

  /// An expression that is always the same value.
  public init(_ value: LiquidValue) { form = .literal(value) }

  /// Reads an expression; what follows it is ignored, and an empty text is `nil`.
  public init(parsing text: String) {
    var cursor = MarkupCursor(text)
    self = cursor.expression() ?? Expression(.null)
  }
}

extension MarkupCursor {
  /// Brackets within brackets go only so deep.
  private static let depthLimit = 50

  /// The value that comes next, or `nil` if none does.
  public mutating func expression() -> Expression? {
    form(depth: 0).map { Expression($0) }
  }

  private mutating func form(depth: Int) -> Expression.Form? {
    skipBlanks()
    guard place < end, depth < Self.depthLimit else { return nil }
    let start = place
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return quoted().map { .literal(.string($0)) }
    case UInt8(ascii: "("):
      return parenthesis(depth: depth)
    case UInt8(ascii: "["):
      place += 1
      let inner = form(depth: depth + 1) ?? .literal(.null)
      closeBracket()
      return .variable(root: .index(inner), path: path(depth: depth))
    case UInt8(ascii: "-") where peek(1).isLiquidDigit:
      return number() ?? nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let number = number() { return number }
      place = start
    default: break
    }
    guard let name = name() else { return nil }
    let path = path(depth: depth)
    if path.isEmpty, let literal = Self.literal(name) { return .literal(literal) }
    return .variable(root: .name(name), path: path)
  }

  private static func literal(_ name: String) -> LiquidValue? {
    switch name {
    case "nil", "null": .null
    case "true": .bool(true)
    case "false": .bool(false)
    case "empty": .empty
    case "blank": .blank
    default: nil
    }
  }

  private mutating func number() -> Expression.Form? {
    let start = place
    if byte == UInt8(ascii: "-") { place += 1 }
    while byte.isLiquidDigit { place += 1 }
    var isWhole = true
    if byte == UInt8(ascii: "."), peek(1).isLiquidDigit {
      isWhole = false
      place += 1
      while byte.isLiquidDigit { place += 1 }
    }
    // `2col` is a name, `1.2.3` the number it begins with.
    if isWhole, byte.isLiquidWord { return nil }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    while byte == UInt8(ascii: "."), peek(1).isLiquidDigit {
      skipped = true
      place += 1
      while byte.isLiquidDigit { place += 1 }
    }
    if isWhole, let number = Int(text) { return .literal(.int(number)) }
    return .literal(.double(Double(text) ?? 0))
  }

  /// A range; a lone parenthesis is looked through, as Liquid's lenient parser does, for the
  /// language has no grouping.
  private mutating func parenthesis(depth: Int) -> Expression.Form? {
    place += 1
    guard let first = form(depth: depth + 1) else {
      skipped = true
      return nil
    }
    let end = place
    skipBlanks()
    guard byte == UInt8(ascii: "."), peek(1) == UInt8(ascii: ".") else {
      place = end
      skipped = true
      return first
    }
    place += 2
    let last = form(depth: depth + 1)
    if last == nil || !take(")") { skipped = true }
    return .range(first, last ?? .literal(.null))
  }

  private mutating func path(depth: Int) -> [Expression.Step] {
    var path: [Expression.Step] = []
    while true {
      let start = place
      skipBlanks()
      if byte == UInt8(ascii: "["), path.count < 1000 {
        place += 1
        path.append(.index(form(depth: depth + 1) ?? .literal(.null)))
        closeBracket()
      } else if byte == UInt8(ascii: "."), peek(1) != UInt8(ascii: ".") {
        place += 1
        if byte == UInt8(ascii: "[") {
          skipped = true
          continue
        }
        guard let name = name() else {
          skipped = true
          return path
        }
        // `list.0` finds nothing; the language has `list[0]`.
        if name.utf8.first?.isLiquidDigit ?? false { skipped = true }
        path.append(.name(name))
      } else {
        place = start
        return path
      }
    }
  }

  private mutating func closeBracket() {
    if take("]") { return }
    skip { $0 == UInt8(ascii: "]") }
    skipped = true
    if place < end { place += 1 }
  }
}
