/// What prints nothing: `{% # … %}`, `{% comment %}…{% endcomment %}`, `{% doc %}…{% enddoc %}`.
struct Silence: LiquidNode {
  var isBlank: Bool { true }

  /// A comment within its tag: each line begins with `#`.
  init(comment tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    let lines = tag.bytes.split(separator: 0x0A).dropFirst()
    for line in lines {
      let first = line.first { !$0.isLiquidSpace }
      if let first, first != UInt8(ascii: "#") {
        parser.complain(
          LiquidError(.syntax, "each line of a '#' comment begins with '#'", line: tag.line))
        return
      }
    }
  }

  init(block tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    try parser.skipComment(line: tag.line)
  }

  init(doc tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    if !tag.bytes.isEmpty {
      parser.complain(LiquidError(.syntax, "'doc' takes nothing", line: tag.line))
    }
    let content = try parser.rawBody(upTo: "enddoc")
    if ByteSearch(Array("{% doc %}".utf8)).first(in: Array(content)) != nil {
      parser.complain(LiquidError(.syntax, "a 'doc' cannot hold another", line: tag.line))
    }
  }

  func render(in context: inout Context) throws(LiquidError) {}
}
