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
    context.meter.add(bytes: text.count)
    context.assign(name, .string(String(decoding: text, as: UTF8.self)))
  }
}
