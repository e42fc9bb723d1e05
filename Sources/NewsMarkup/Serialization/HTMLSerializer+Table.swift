package import NewsModel

extension HTMLSerializer {
  package mutating func write(_ table: Table) {
    // A caption holds no table.
    if isInCaption { return flatten(.blocks([.table(table)])) }
    // Wide tables scroll by themselves rather than widen the page.
    if style.isBook { out.raw("<div class=\"nk-table\">\n") }
    out.raw("<table")
    write(table.attributes)
    out.raw(">\n")
    if !table.caption.isEmpty {
      out.raw("<caption>")
      isInCaption = true
      lineOrBlocks(table.caption)
      isInCaption = false
      out.raw("</caption>\n")
    }
    group("thead", table.head, isHead: true)
    for body in table.bodies { group("tbody", body, isHead: false) }
    group("tfoot", table.foot, isHead: false)
    out.raw("</table>\n")
    if style.isBook { out.raw("</div>\n") }
  }

  private mutating func group(_ name: StaticString, _ rows: [Table.Row], isHead: Bool) {
    if rows.isEmpty { return }
    out.raw("<")
    out.raw(name)
    out.raw(">\n")
    for row in rows {
      out.raw("<tr")
      write(row.attributes)
      out.raw(">\n")
      for cell in row.cells { write(cell, isHead: isHead) }
      out.raw("</tr>\n")
    }
    out.raw("</")
    out.raw(name)
    out.raw(">\n")
  }

  private mutating func write(_ cell: Table.Cell, isHead: Bool) {
    out.raw(cell.isHeader ? "<th" : "<td")
    if cell.isHeader, style.isBook { out.raw(isHead ? " scope=\"col\"" : " scope=\"row\"") }
    // The bounds are HTML's own.
    if cell.columnSpan > 1 { out.attribute("colspan", String(min(cell.columnSpan, 1000))) }
    if cell.rowSpan > 1 { out.attribute("rowspan", String(min(cell.rowSpan, 65_534))) }
    switch cell.alignment {
    case .left?: out.raw(" style=\"text-align: left\"")
    case .center?: out.raw(" style=\"text-align: center\"")
    case .right?: out.raw(" style=\"text-align: right\"")
    case nil: break
    }
    write(cell.attributes)
    out.raw(">")
    lineOrBlocks(cell.content)
    out.raw(cell.isHeader ? "</th>\n" : "</td>\n")
  }
}
