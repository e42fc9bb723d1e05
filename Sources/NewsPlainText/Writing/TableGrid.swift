import NewsModel

/// A table's cells by row and column, spans laid out.
struct TableGrid {
  /// The rows; `nil` where a span covers, or no cell is.
  private(set) var rows: [[Table.Cell?]] = []
  /// How many of the rows are the head.
  let headRows: Int
  /// How many columns there are.
  private(set) var columns = 0

  /// What hostile spans are cut to.
  static let spanLimit = 1000

  init(_ table: Table) {
    headRows = table.head.count
    let all = table.head + table.bodies.joined() + table.foot
    var occupied: [Int] = []
    for (index, row) in all.enumerated() {
      var cells: [Table.Cell?] = []
      for cell in row.cells {
        while cells.count < occupied.count, occupied[cells.count] > index { cells.append(nil) }
        let columnSpan = max(1, min(cell.columnSpan, Self.spanLimit))
        let rowEnd = index + max(1, min(cell.rowSpan, all.count - index))
        for offset in 0..<columnSpan {
          let column = cells.count
          cells.append(offset == 0 ? cell : nil)
          while occupied.count <= column { occupied.append(0) }
          occupied[column] = rowEnd
        }
      }
      rows.append(cells)
      columns = max(columns, cells.count)
    }
    for index in rows.indices {
      while rows[index].count < columns { rows[index].append(nil) }
    }
  }
}
