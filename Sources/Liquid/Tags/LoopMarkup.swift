/// What follows `for` and `tablerow`: `item in list reversed limit: 3 offset: 1`.
struct LoopMarkup: Sendable {
  let variable: String
  let list: Expression
  /// The variable and the list as written: `offset: continue` goes by it.
  let name: String
  private(set) var isReversed = false
  private(set) var limit: Expression?
  private(set) var offset: Expression?
  private(set) var columns: Expression?
  private var continues = false

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    var cursor = tag.cursor
    guard let variable = cursor.name(), cursor.take(word: "in") else {
      throw LiquidError(.syntax, "'\(tag.name) \(tag.text)' has no 'in'")
    }
    cursor.skipBlanks()
    let start = cursor.place
    guard let list = cursor.expression() else {
      throw LiquidError(.syntax, "'\(tag.name) \(tag.text)' has nothing to go through")
    }
    self.variable = variable
    self.list = list
    name = variable + "-" + String(decoding: cursor.bytes[start..<cursor.place], as: UTF8.self)
    isReversed = cursor.take(word: "reversed")
    while !cursor.isAtEnd() {
      if cursor.take(",") { continue }
      guard let label = cursor.label() else {
        cursor.skipped = true
        cursor.skipUnit()
        continue
      }
      if label == "offset", cursor.take(word: "continue") {
        continues = true
        continue
      }
      guard let value = cursor.expression() else {
        cursor.skipped = true
        continue
      }
      switch label {
      case "limit": limit = value
      case "offset": offset = value
      case "cols": columns = value
      default: cursor.skipped = true
      }
    }
    parser.complain(ifSkipped: cursor, in: tag)
  }

  /// The elements to go through.
  func items(in context: inout Context) throws(LiquidError) -> LoopItems {
    let from =
      continues ? context.loopEnds[name] ?? 0 : try Self.number(offset, in: context) ?? 0
    let limit = try Self.number(limit, in: context)
    var items = segment(from: from, limit: limit, in: &context)
    // Turns that cannot all be taken are not begun.
    try context.count(steps: items.count)
    items.isReversed = isReversed
    context.loopEnds[name] = from.addingSaturated(items.count)
    return items
  }

  private func segment(from: Int, limit: Int?, in context: inout Context) -> LoopItems {
    let value = context.settled(context.evaluate(list))
    let items: LoopItems
    switch value {
    case .array(let list): items = LoopItems(list)
    case .range(let range): items = LoopItems(range)
    case .object: items = LoopItems(value.elements)
    // A string is one thing to go through, whatever the bounds.
    case .string(let text): return LoopItems(text.isEmpty ? [] : [value])
    default: return LoopItems([])
    }
    let first = min(max(from, 0), items.count)
    let last = limit.map { min(from.addingSaturated($0), items.count) } ?? items.count
    return items[first..<max(first, last)]
  }

  private static func number(
    _ expression: Expression?, in context: Context
  ) throws(LiquidError) -> Int? {
    guard let expression else { return nil }
    let value = context.evaluate(expression)
    switch value {
    case .null: return nil
    case .int(let number): return number
    case .string(let text):
      if let number = Int(text) { return number }
    default: break
    }
    throw LiquidError(.argument, "\(value.shown) is not a whole number")
  }
}
