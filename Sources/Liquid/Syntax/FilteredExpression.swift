/// A value with filters, as outputs and assignments have: `page.title | upcase | truncate: 20`.
public struct FilteredExpression: Sendable {
  let value: Expression
  let filters: [Call]

  struct Call: Sendable {
    var name: String
    var arguments: [Expression]
    var named: [(name: String, value: Expression)]
  }

  /// Reads an expression with filters from a text.
  public init(parsing text: String) {
    var cursor = MarkupCursor(text)
    self = cursor.filteredExpression()
  }

  init(value: Expression, filters: [Call]) {
    self.value = value
    self.filters = filters
  }
}

extension MarkupCursor {
  /// The value with its filters that makes up what is left; an empty text is `nil`.
  public mutating func filteredExpression() -> FilteredExpression {
    if isAtEnd() { return FilteredExpression(value: Expression(.null), filters: []) }
    var value = expression()
    // In the first word the value may stand behind something else; it is not looked for beyond.
    while value == nil, place < end, !byte.isLiquidSpace, byte != UInt8(ascii: "|") {
      skipped = true
      place += 1
      if !byte.isLiquidSpace { value = expression() }
    }
    var filters: [FilteredExpression.Call] = []
    skip { $0 == UInt8(ascii: "|") }
    while take("|") {
      guard let name = plainName() else {
        skipped = true
        skip { $0 == UInt8(ascii: "|") }
        continue
      }
      var call = FilteredExpression.Call(name: name, arguments: [], named: [])
      if take(":") { arguments(of: &call) }
      skip { $0 == UInt8(ascii: "|") }
      filters.append(call)
    }
    return FilteredExpression(value: value ?? Expression(.null), filters: filters)
  }

  private mutating func arguments(of call: inout FilteredExpression.Call) {
    repeat {
      if isAtEnd() || byte == UInt8(ascii: "|") { return }
      if let label = label() {
        if let value = expression() { call.named.append((label, value)) } else { skipped = true }
      } else if let value = expression() {
        call.arguments.append(value)
      } else {
        skipped = true
      }
      skip { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "|") }
    } while take(",")
  }

  /// The `name: value` pairs that are left, commas between them or not.
  mutating func namedExpressions() -> [(name: String, value: Expression)] {
    var pairs: [(name: String, value: Expression)] = []
    while !isAtEnd() {
      if take(",") { continue }
      if let label = label(), let value = expression() {
        pairs.append((label, value))
      } else {
        skipped = true
        skipUnit()
      }
    }
    return pairs
  }
}
