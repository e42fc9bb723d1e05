/// `{% raw %}…{% endraw %}`: text as it stands.
struct Raw: LiquidNode {
  let content: ArraySlice<UInt8>
  var isBlank: Bool { content.isEmpty }

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    if !tag.bytes.isEmpty {
      parser.complain(LiquidError(.syntax, "'raw' takes nothing", line: tag.line))
    }
    content = try parser.rawBody(upTo: "endraw")
  }

  func render(in context: inout Context) throws(LiquidError) { context.output += content }
}
