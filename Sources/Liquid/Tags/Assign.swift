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

/// `{% capture name %}…{% endcapture %}`.
struct Capture: LiquidNode {
  let name: String
  let body: Body
  var isBlank: Bool { true }

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    var cursor = tag.cursor
    guard let name = cursor.quoted() ?? cursor.target() else {
      throw LiquidError(.syntax, "'capture' has no name")
    }
    self.name = name
    body = try parser.body(upTo: "endcapture").body
  }

  func render(in context: inout Context) throws(LiquidError) {
    let text = context.rendered(body)
    context.assign(name, .string(String(decoding: text, as: UTF8.self)))
  }
}

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
