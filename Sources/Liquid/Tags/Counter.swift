/// `{% increment name %}`, which prints and then adds, and `{% decrement name %}`, which takes away
/// and then prints.
struct Counter: LiquidNode {
  let name: String
  let step: Int

  init(_ tag: TagMarkup, step: Int) throws(LiquidError) {
    var cursor = tag.cursor
    guard let name = cursor.name() else {
      throw LiquidError(.syntax, "'\(tag.name)' has no name")
    }
    self.name = name
    self.step = step
  }

  func render(in context: inout Context) throws(LiquidError) {
    let count = context.counters[name] ?? 0
    context.counters[name] = count + step
    context.write(.int(step < 0 ? count + step : count))
  }
}
