/// `{% liquid %}`: tags line by line.
struct Lines: LiquidNode {
  let body: Body
  var isBlank: Bool { body.isBlank }

  func render(in context: inout Context) throws(LiquidError) { context.render(body) }
}
