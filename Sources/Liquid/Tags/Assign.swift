/// `{% assign name = value | filter %}`.
struct Assign: LiquidNode {
  let name: String
  let value: FilteredExpression
  var isBlank: Bool { true }

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    var cursor = tag.cursor
    guard let name = cursor.target(), cursor.take("=") else {
      throw LiquidError(.syntax, "'assign \(tag.text)' has no name with '='")
    }
    self.name = name
    value = cursor.filteredExpression()
    parser.complain(ifSkipped: cursor, in: tag)
  }

  func render(in context: inout Context) throws(LiquidError) {
    context.assign(name, try context.evaluate(value))
  }
}
