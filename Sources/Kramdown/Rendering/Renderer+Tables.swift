/// Printing tables.
extension Renderer {
  mutating func renderTable(_ table: NodeID, indent: Int) {
    let alignment = tree.alignments[Int(tree[table].value)]
    open("table", table, indent: indent)
    output.append(0x0A)
    var part = tree[table].first
    while part >= 0 {
      let isHead = tree[part].kind == .tableHead
      let name: StaticString =
        isHead ? "thead" : tree[part].kind == .tableFoot ? "tfoot" : "tbody"
      open(name, part, indent: indent + 2)
      output.append(0x0A)
      var row = tree[part].first
      while row >= 0 {
        open("tr", row, indent: indent + 4)
        output.append(0x0A)
        var cell = tree[row].first
        var column = 0
        while cell >= 0 {
          renderCell(
            cell, isHead ? "th" : "td", alignment: alignment[column], indent: indent + 6)
          cell = tree[cell].next
          column += 1
        }
        writeIndent(indent + 4)
        close("tr")
        row = tree[row].next
      }
      writeIndent(indent + 2)
      close(name)
      part = tree[part].next
    }
    writeIndent(indent)
    close("table")
  }

  private mutating func renderCell(
    _ cell: NodeID, _ name: StaticString, alignment: Tree.Alignment, indent: Int
  ) {
    writeIndent(indent)
    output.append(0x3C)
    write(name)
    switch alignment {
    case .none: break
    case .left: write(" style=\"text-align: left\"")
    case .right: write(" style=\"text-align: right\"")
    case .center: write(" style=\"text-align: center\"")
    }
    output.append(0x3E)
    let start = output.count
    renderSpans(of: cell)
    if output.count == start { writeEntity(160, written: nil) }
    close(name)
  }
}
