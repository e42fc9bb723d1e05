/// A condition as `if` has it: comparisons joined by `and` and `or`.
///
/// There is no precedence: the rest of the condition is the right side of each `and` and `or`.
public struct Condition: Sendable {
  struct Comparison: Sendable {
    var left: Expression
    var relation: Relation?
    var right: Expression
    /// Whether `or` joins it to the rest, and not `and`; of the last comparison without meaning.
    var isBeforeOr = false
  }

  enum Relation: Sendable {
    case equal, unequal, less, lessOrEqual, greater, greaterOrEqual, contains
    /// Not a relation of the language.
    case unknown(String)
  }

  var comparisons: [Comparison] = []

  /// Reads a condition from a text.
  public init(parsing text: String) {
    var cursor = MarkupCursor(text)
    self = cursor.condition() ?? Condition()
  }

  init() {}
}

extension MarkupCursor {
  /// The condition that makes up what is left, or `nil` if there is none.
  public mutating func condition() -> Condition? {
    var condition = Condition()
    while !isAtEnd() {
      guard let left = expression() else {
        skipped = true
        skipUnit()
        continue
      }
      var comparison = Condition.Comparison(left: left, relation: nil, right: Expression(.null))
      skipClosingParentheses()
      if !joiner(&comparison), let relation = relation() {
        comparison.relation = relation
        if let right = expression() { comparison.right = right } else { skipped = true }
        skipClosingParentheses()
        while !isAtEnd(), !joiner(&comparison) {
          // Anything more before the next `and` or `or` is skipped, as Liquid does.
          skipped = true
          if expression() == nil { skipUnit() }
        }
      }
      condition.comparisons.append(comparison)
    }
    return condition.comparisons.isEmpty ? nil : condition
  }

  private mutating func skipClosingParentheses() {
    while take(")") { skipped = true }
  }

  private mutating func joiner(_ comparison: inout Condition.Comparison) -> Bool {
    if take(word: "and") {
      comparison.isBeforeOr = false
      return true
    }
    if take(word: "or") {
      comparison.isBeforeOr = true
      return true
    }
    return false
  }

  private mutating func relation() -> Condition.Relation? {
    skipBlanks()
    let start = place
    while place < end, Self.isSign(bytes[place]) { place += 1 }
    if place > start {
      let sign = String(decoding: bytes[start..<place], as: UTF8.self)
      switch sign {
      case "==": return .equal
      case "!=", "<>": return .unequal
      case "<": return .less
      case "<=": return .lessOrEqual
      case ">": return .greater
      case ">=": return .greaterOrEqual
      default: return .unknown(sign)
      }
    }
    if take(word: "contains") { return .contains }
    guard let word = plainName() else {
      if place < end {
        skipped = true
        skipUnit()
      }
      return nil
    }
    return .unknown(word)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "!")
  }
}
