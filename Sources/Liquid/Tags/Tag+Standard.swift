extension Tag {
  /// The tags of Liquid itself.
  public static let standard: [String: Tag] = [
    "#": Tag { tag, parser throws(LiquidError) in try Silence(comment: tag, &parser) },
    "assign": Tag { tag, parser throws(LiquidError) in try Assign(tag, &parser) },
    "break": Tag { _, _ throws(LiquidError) in Interruption(kind: .breakLoop) },
    "capture": Tag { tag, parser throws(LiquidError) in try Capture(tag, &parser) },
    "case": Tag { tag, parser throws(LiquidError) in try Case(tag, &parser) },
    "comment": Tag { tag, parser throws(LiquidError) in try Silence(block: tag, &parser) },
    "continue": Tag { _, _ throws(LiquidError) in Interruption(kind: .continueLoop) },
    "cycle": Tag { tag, parser throws(LiquidError) in try Cycle(tag, &parser) },
    "decrement": Tag { tag, _ throws(LiquidError) in try Counter(tag, step: -1) },
    "doc": Tag { tag, parser throws(LiquidError) in try Silence(doc: tag, &parser) },
    "echo": Tag { tag, parser throws(LiquidError) in Echo(tag, &parser) },
    "for": Tag { tag, parser throws(LiquidError) in try For(tag, &parser) },
    "if": Tag { tag, parser throws(LiquidError) in try If(tag, &parser) },
    "ifchanged": Tag { tag, parser throws(LiquidError) in try IfChanged(tag, &parser) },
    "include": Tag { tag, parser throws(LiquidError) in try Partial(tag, &parser) },
    "increment": Tag { tag, _ throws(LiquidError) in try Counter(tag, step: 1) },
    "liquid": Tag { tag, parser throws(LiquidError) in Lines(body: try parser.lines(of: tag)) },
    "raw": Tag { tag, parser throws(LiquidError) in try Raw(tag, &parser) },
    "render": Tag { tag, parser throws(LiquidError) in try Partial(tag, &parser) },
    "tablerow": Tag { tag, parser throws(LiquidError) in try TableRow(tag, &parser) },
    "unless": Tag { tag, parser throws(LiquidError) in try If(tag, &parser) },
  ]
}
