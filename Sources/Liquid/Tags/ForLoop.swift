/// Where a loop is.
struct ForLoop: Sendable {
  var name: String
  var count: Int
  var index = 0
  /// How many loops are around it.
  var parent: Int
}

/// What templates see as `forloop`.
final class ForLoopObject: LiquidObject {
  private let loop: ForLoop
  private let loops: [ForLoop]

  init(_ loop: ForLoop, _ loops: [ForLoop]) {
    self.loop = loop
    self.loops = loops
  }

  let keys = [
    "name", "length", "index", "index0", "rindex", "rindex0", "first", "last", "parentloop",
  ]

  subscript(key: String) -> LiquidValue? {
    switch key {
    case "name": .string(loop.name)
    case "length": .int(loop.count)
    case "index": .int(loop.index + 1)
    case "index0": .int(loop.index)
    case "rindex": .int(loop.count - loop.index)
    case "rindex0": .int(loop.count - loop.index - 1)
    case "first": .bool(loop.index == 0)
    case "last": .bool(loop.index == loop.count - 1)
    case "parentloop":
      loop.parent == 0 ? .null : .lazy(ForLoopObject(loops[loop.parent - 1], loops))
    default: nil
    }
  }

  /// Printed as Liquid does, by its kind.
  var whole: LiquidValue { "Liquid::ForloopDrop" }
}
