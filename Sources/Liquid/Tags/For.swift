/// `{% for item in list %}` with `limit`, `offset`, `reversed` and `else`.
struct For: LiquidNode {
  let loop: LoopMarkup
  private var body: Body
  private var alternative: Body?
  var isBlank: Bool { body.isBlank && alternative?.isBlank ?? true }

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    loop = try LoopMarkup(tag, &parser)
    var end: TagMarkup?
    (body, end) = try parser.body(upTo: "endfor", or: ["else"])
    while let tag = end, tag.name == "else" {
      let (more, next) = try parser.body(upTo: "endfor", or: ["else"])
      alternative = more
      end = next
    }
    if isBlank {
      body.dropText()
      alternative?.dropText()
    }
  }

  func render(in context: inout Context) throws(LiquidError) {
    let items = try loop.items(in: &context)
    if items.isEmpty {
      if let alternative { context.render(alternative) }
      return
    }
    context.frames.append((loop.variable, .null))
    let frame = context.frames.count - 1
    context.loops.append(ForLoop(name: loop.name, count: items.count, parent: context.loops.count))
    let depth = context.loops.count - 1
    loop: for index in 0..<items.count {
      context.frames[frame].value = items[index]
      context.meter.add(1)
      context.loops[depth].index = index
      context.render(body)
      switch context.interrupt {
      case nil: break
      case .continueLoop: context.interrupt = nil
      case .breakLoop:
        context.interrupt = nil
        break loop
      case .halt: break loop
      }
    }
    context.loops.removeLast(context.loops.count - depth)
    context.frames.removeLast(context.frames.count - frame)
  }
}
