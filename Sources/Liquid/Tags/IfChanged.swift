/// `{% ifchanged %}`: prints what differs from what it printed last.
struct IfChanged: LiquidNode {
  let body: Body

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    body = try parser.body(upTo: "endifchanged").body
  }

  func render(in context: inout Context) throws(LiquidError) {
    let output = context.rendered(body)
    context.meter.add(bytes: output.count)
    if output == context.lastChanged { return }
    context.lastChanged = output
    context.output += output
  }
}
