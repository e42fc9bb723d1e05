/// `{% case value %}` with its `when` and `else`.
///
/// Every `when` that fits prints, and an `else` only if none before it did.
struct Case: LiquidNode {
  private struct Branch {
    /// `nil` for `else`.
    var values: [Expression]?
    var body = Body()
  }

  private let value: Expression
  private var branches: [Branch] = []
  var isBlank: Bool { branches.allSatisfy(\.body.isBlank) }

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    var cursor = tag.cursor
    guard let value = cursor.expression() else {
      throw LiquidError(.syntax, "'case' has no value")
    }
    self.value = value
    // What stands before the first branch belongs to none and is dropped, as Liquid does.
    var next = try parser.body(upTo: "endcase", or: ["when", "else"]).end
    while let tag = next, tag.name != "endcase" {
      var branch = Branch()
      if tag.name == "when" { branch.values = Self.values(of: tag, &parser) }
      (branch.body, next) = try parser.body(upTo: "endcase", or: ["when", "else"])
      branches.append(branch)
    }
    if isBlank {
      for index in branches.indices { branches[index].body.dropText() }
    }
  }

  private static func values(of tag: TagMarkup, _ parser: inout TagParser) -> [Expression] {
    var cursor = tag.cursor
    var values: [Expression] = []
    repeat {
      if let value = cursor.expression() { values.append(value) }
    } while cursor.take(",") || cursor.take(word: "or")
    if values.isEmpty {
      parser.complain(LiquidError(.syntax, "'when' has no value", line: tag.line))
    } else if !cursor.isAtEnd() {
      parser.complain(
        LiquidError(.syntax, "part of 'when \(tag.text)' was not understood", line: tag.line))
    }
    return values
  }

  func render(in context: inout Context) throws(LiquidError) {
    let value = context.settled(context.evaluate(value))
    var wasFound = false
    for branch in branches {
      guard let values = branch.values else {
        if !wasFound { context.render(branch.body) }
        continue
      }
      // A `when` that names the value twice prints twice, as Liquid does.
      for candidate in values {
        guard try context.areEqual(value, context.evaluate(candidate), comparesBlank: true) else {
          continue
        }
        wasFound = true
        context.render(branch.body)
        if context.interrupt != nil { return }
      }
    }
  }
}
