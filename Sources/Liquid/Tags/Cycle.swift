/// `{% cycle 'a', 'b' %}`: prints the next of its values each time.
struct Cycle: LiquidNode {
  /// What tells this group of values from others: a value, or else the values as written.
  private let group: Expression?
  private let markup: String
  private let values: [Expression]

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    var cursor = tag.cursor
    var group: Expression?
    let start = cursor
    if let name = cursor.expression(), cursor.take(":") {
      group = name
    } else {
      cursor = start
    }
    var values: [Expression] = []
    repeat {
      if let value = cursor.expression() { values.append(value) }
    } while cursor.take(",")
    guard !values.isEmpty else { throw LiquidError(.syntax, "'cycle' has no values") }
    if !cursor.isAtEnd() {
      parser.complain(
        LiquidError(.syntax, "part of 'cycle \(tag.text)' was not understood", line: tag.line))
    }
    self.group = group
    self.values = values
    markup = tag.text
  }

  func render(in context: inout Context) throws(LiquidError) {
    context.meter.add(bytes: 64 + markup.utf8.count)
    let key = group.map { "name:" + context.evaluate($0).text } ?? "values:" + markup
    let place = context.cycles[key] ?? 0
    if values.indices.contains(place) { context.write(context.evaluate(values[place])) }
    context.cycles[key] = place + 1 >= values.count ? 0 : place + 1
  }
}
