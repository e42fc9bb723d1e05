internal import NewsMarkup
internal import NewsModel

extension NITFText {
  mutating func write(_ table: Table) {
    let bodies = table.bodies.filter { $0.contains { !$0.cells.isEmpty } }
    let head = table.head.filter { !$0.cells.isEmpty }
    let foot = table.foot.filter { !$0.cells.isEmpty }
    if bodies.isEmpty, head.isEmpty, foot.isEmpty { return self.blocks(table.caption) }
    let outside = takesBlocks
    takesBlocks = false
    defer { takesBlocks = outside }
    element("table", table.attributes) { text in
      if !table.caption.isEmpty { text.element("caption") { $0.lineOrBlocks(table.caption) } }
      if !head.isEmpty { text.element("thead") { $0.rows(head) } }
      if !foot.isEmpty { text.element("tfoot") { $0.rows(foot) } }
      // One body at most; of several the rows stand in the table.
      if bodies.count == 1 {
        text.element("tbody") { $0.rows(bodies[0]) }
      } else {
        for body in bodies { text.rows(body) }
      }
    }
    flush()
  }

  mutating func rows(_ rows: [Table.Row]) {
    for row in rows where !row.cells.isEmpty {
      element("tr", row.attributes) { text in
        for cell in row.cells { text.write(cell) }
      }
    }
  }

  mutating func write(_ cell: Table.Cell) {
    out.raw(cell.isHeader ? "<th" : "<td")
    attributes(cell.attributes)
    if cell.columnSpan > 1 { out.attribute("colspan", String(cell.columnSpan)) }
    if cell.rowSpan > 1 { out.attribute("rowspan", String(cell.rowSpan)) }
    if let alignment = cell.alignment { out.attribute("align", alignment.rawValue) }
    out.raw(">")
    lineOrBlocks(cell.content)
    out.raw(cell.isHeader ? "</th>\n" : "</td>\n")
  }
}
