/// `{% tablerow item in list cols: 3 %}`: a loop that prints the rows and cells of an HTML table.
struct TableRow: LiquidNode {
  private let loop: LoopMarkup
  private let body: Body
  var isBlank: Bool { body.isBlank }

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    loop = try LoopMarkup(tag, &parser)
    body = try parser.body(upTo: "endtablerow").body
  }

  func render(in context: inout Context) throws(LiquidError) {
    if context.evaluate(loop.list).isNull { return }
    let items = try loop.items(in: &context)
    let columns =
      loop.columns.map { LiquidNumber(context.evaluate($0)).rounded(.towardZero) } ?? items.count
    var (row, column) = (1, 1)
    context.output += "<tr class=\"row1\">\n".utf8
    let frames = context.frames.count
    context.frames += [(loop.variable, .null), ("tablerowloop", .null)]
    rows: for index in 0..<items.count {
      let isLastOfRow = column == columns
      context.meter.add(40)
      context.frames[frames].value = items[index]
      context.frames[frames + 1].value = .object([
        "length": .int(items.count), "index": .int(index + 1), "index0": .int(index),
        "rindex": .int(items.count - index), "rindex0": .int(items.count - index - 1),
        "first": .bool(index == 0), "last": .bool(index == items.count - 1),
        "col": .int(column), "col0": .int(column - 1), "row": .int(row),
        "col_first": .bool(column == 1), "col_last": .bool(isLastOfRow),
      ])
      context.output += "<td class=\"col\(column)\">".utf8
      context.render(body)
      context.output += "</td>".utf8
      switch context.interrupt {
      case nil: break
      case .continueLoop: context.interrupt = nil
      case .breakLoop:
        context.interrupt = nil
        break rows
      case .halt: break rows
      }
      if isLastOfRow {
        row += 1
        column = 1
        if index < items.count - 1 { context.output += "</tr>\n<tr class=\"row\(row)\">".utf8 }
      } else {
        column += 1
      }
    }
    context.frames.removeLast(context.frames.count - frames)
    context.output += "</tr>\n".utf8
  }
}
