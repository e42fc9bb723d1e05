import NewsModel

extension ReadableForm {
  /// A table as pipes can draw it; one with cells that span others, or with more than lines of text
  /// in them, stays a table of HTML, without what only says how it looks.
  mutating func rewrite(_ table: Table) -> [Block] {
    var table = table
    var anchor = anchor(taking: &table.attributes)
    var hasSpans = false
    var isText = true
    table.updateCells { row in
      anchor += self.anchor(taking: &row.attributes)
      for index in row.cells.indices {
        let anchor = self.anchor(taking: &row.cells[index].attributes)
        row.cells[index].content = Self.anchored(row.cells[index].content, anchor)
        hasSpans = hasSpans || row.cells[index].columnSpan > 1 || row.cells[index].rowSpan > 1
        isText = isText && row.cells[index].content.allSatisfy(\.isLineOfText)
      }
    }
    guard flavor.hasTables, !hasSpans, isText, !Self.isRagged(table) else {
      return Self.anchored([.table(table)], anchor)
    }
    let caption = table.caption
    table.caption = []
    Self.straighten(&table)
    guard !table.head.isEmpty else { return Self.anchored(caption, anchor) }
    return Self.anchored(caption + [.table(table)], anchor)
  }

  /// Whether far more cells would have to be made than there are: thousands of columns, of which most
  /// rows have one.
  private static func isRagged(_ table: Table) -> Bool {
    let counts = table.rows.map(\.cells.count)
    return (counts.max() ?? 0) * counts.count > 4 * counts.reduce(0, +) + 4096
  }

  /// One row of heads, one body, as many cells in each row, and the heads' alignment in all.
  private static func straighten(_ table: inout Table) {
    var rows = table.rows.filter { !$0.cells.isEmpty }
    let columns = rows.map(\.cells.count).max() ?? 0
    // Rows of empty cells only made room.
    while let last = rows.last, rows.count > 1, last.cells.allSatisfy(\.content.isEmpty) {
      rows.removeLast()
    }
    var head: Table.Row?
    if let first = rows.first, !table.head.isEmpty || first.cells.allSatisfy(\.isHeader) {
      head = first
      rows.removeFirst()
    }
    var alignments = [Table.Alignment?](repeating: nil, count: columns)
    for row in [head].compactMap(\.self) + rows {
      for (column, cell) in row.cells.enumerated() where alignments[column] == nil {
        alignments[column] = cell.alignment
      }
    }
    func straight(_ row: Table.Row, isHead: Bool) -> Table.Row {
      Table.Row(
        (0..<columns).map { column in
          let content = column < row.cells.count ? row.cells[column].content : []
          let line = content.reduce(into: [Inline]()) { line, block in
            guard case .paragraph(let paragraph) = block else { return }
            line += line.isEmpty ? paragraph.content : [.lineBreak] + paragraph.content
          }
          return Table.Cell(
            line.isEmpty ? [] : [.paragraph(Paragraph(line))], isHeader: isHead,
            alignment: alignments[column])
        })
    }
    table = Table()
    guard columns > 0 else { return }
    table.head = [straight(head ?? Table.Row([]), isHead: true)]
    if !rows.isEmpty { table.bodies = [rows.map { straight($0, isHead: false) }] }
  }
}

extension Table {
  /// Changes every row in order.
  fileprivate mutating func updateCells(_ update: (inout Row) -> Void) {
    for index in head.indices { update(&head[index]) }
    for body in bodies.indices {
      for index in bodies[body].indices { update(&bodies[body][index]) }
    }
    for index in foot.indices { update(&foot[index]) }
  }
}

extension Block {
  fileprivate var isLineOfText: Bool { if case .paragraph = self { true } else { false } }
}
