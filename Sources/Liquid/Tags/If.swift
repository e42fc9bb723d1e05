/// `{% if %}` and `{% unless %}` with their `elsif` and `else`.
struct If: LiquidNode {
  private struct Branch {
    /// `nil` for `else`.
    var condition: Condition?
    var isNegated = false
    var body = Body()
  }

  private var branches: [Branch] = []
  var isBlank: Bool { branches.allSatisfy(\.body.isBlank) }

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    let end = "end" + tag.name
    var branch = Branch(
      condition: try Self.condition(of: tag, &parser), isNegated: tag.name == "unless")
    while true {
      let (body, next) = try parser.body(upTo: end, or: ["elsif", "else"])
      branch.body = body
      branches.append(branch)
      guard let next, next.name != end else { break }
      branch = Branch()
      if next.name == "elsif" { branch.condition = try Self.condition(of: next, &parser) }
    }
    if isBlank {
      for index in branches.indices { branches[index].body.dropText() }
    }
  }

  private static func condition(
    of tag: TagMarkup, _ parser: inout TagParser
  ) throws(LiquidError) -> Condition {
    var cursor = tag.cursor
    guard let condition = cursor.condition() else {
      // Not thrown: the blocks belong together all the same, and nothing is as good as false.
      parser.complain(LiquidError(.syntax, "'\(tag.name)' has no condition", line: tag.line))
      return Condition(parsing: "false")
    }
    parser.complain(ifSkipped: cursor, in: tag)
    return condition
  }

  func render(in context: inout Context) throws(LiquidError) {
    for branch in branches {
      if let condition = branch.condition,
        try context.evaluate(condition) == branch.isNegated
      {
        continue
      }
      return context.render(branch.body)
    }
  }
}
