/// `{% echo value | filter %}`.
struct Echo: LiquidNode {
  let value: FilteredExpression

  init(_ tag: TagMarkup, _ parser: inout TagParser) {
    var cursor = tag.cursor
    value = cursor.filteredExpression()
    parser.complain(ifSkipped: cursor, in: tag)
  }

  func render(in context: inout Context) throws(LiquidError) {
    context.write(try context.evaluate(value))
  }
}
