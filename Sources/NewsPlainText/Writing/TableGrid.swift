import NewsModel

/// A table's cells by row and column, spans laid out.
struct TableGrid {
  /// The rows; `nil` where a span covers, or no cell is.
  private(set) var rows: [[Table.Cell?]] = []
  /// How many of the rows are the head.
  let headRows: Int
  /// How many columns there are.
  private(set) var columns = 0

  /// Whether rows end with their last cell: to fill them up would take far more than there is.
  private(set) var isRagged = false

  /// What hostile spans are cut to.
  static let spanLimit = 1000
  /// Cells of a grid, those counted that spans cover; of a larger one spans are ignored.
  private static let largest = 1_000_000

  init(_ table: Table) {
    headRows = table.head.count
    let all = table.head + table.bodies.joined() + table.foot
    rows = Self.rows(of: all) ?? all.map { $0.cells }
    columns = rows.map(\.count).max() ?? 0
    isRagged = columns > Self.largest / max(rows.count, 1)
    if isRagged { return }
    for index in rows.indices {
      while rows[index].count < columns { rows[index].append(nil) }
    }
  }

  /// The rows with spans laid out, or `nil` if that makes too many cells.
  private static func rows(of all: [Table.Row]) -> [[Table.Cell?]]? {
    var rows: [[Table.Cell?]] = []
    var occupied: [Int] = []
    var count = 0
    for (index, row) in all.enumerated() {
      var cells: [Table.Cell?] = []
      for cell in row.cells {
        while cells.count < occupied.count, occupied[cells.count] > index { cells.append(nil) }
        let columnSpan = max(1, min(cell.columnSpan, spanLimit))
        let rowEnd = index + max(1, min(cell.rowSpan, all.count - index))
        for offset in 0..<columnSpan {
          let column = cells.count
          cells.append(offset == 0 ? cell : nil)
          while occupied.count <= column { occupied.append(0) }
          occupied[column] = rowEnd
        }
        if count + cells.count > largest { return nil }
      }
      count += cells.count
      rows.append(cells)
    }
    return rows
  }
}
