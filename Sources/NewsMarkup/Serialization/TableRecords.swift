internal import NewsBytes
internal import NewsModel
internal import NewsText

/// A table that cannot fit a page, as a record for each row.
struct TableRecords {
  /// What the columns are called.
  let names: [[Inline]]
  /// The rows below the head.
  let rows: [Table.Row]

  /// What fits a telephone's page at the size of a table's type, in half the width of a Chinese
  /// character, with the space between columns.
  private static let pageWidth = 52
  private static let columnGap = 2
  /// Wider columns need not be wider.
  private static let widestColumn = 18
  /// How much of a cell is looked at, and how much of a run of Chinese must stay together.
  static let lookedAt = 400
  /// What a column may be called, in bytes.
  private static let longestName = 200
  static let wideEnough = 8

  /// Makes records of a table, or `nil` for one that fits, that has no single head, or whose cells
  /// reach over several columns or rows.
  init?(_ table: Table) {
    guard let head = Self.head(of: table), head.count > 2 else { return nil }
    var rows = table.bodies.flatMap(\.self) + table.foot
    if table.head.isEmpty { rows.removeFirst() }
    guard !rows.isEmpty,
      rows.allSatisfy({ row in
        row.cells.count <= head.count
          && row.cells.allSatisfy { $0.columnSpan <= 1 && $0.rowSpan <= 1 }
      })
    else { return nil }
    var widths = [Int](repeating: 0, count: head.count)
    for cells in [head] + rows.map(\.cells) {
      for (column, cell) in cells.enumerated() where widths[column] < Self.widestColumn {
        widths[column] = max(widths[column], Self.width(of: cell.content))
      }
    }
    let total = widths.reduce(0) { $0 + min($1, Self.widestColumn) + Self.columnGap }
    guard total > Self.pageWidth else { return nil }
    // Names are written with every row: long ones would be more than the table itself.
    guard head.allSatisfy({ $0.content.plainText.utf8.count <= Self.longestName }) else {
      return nil
    }
    // What stands beside no cell would be lost, and so would what is more than a line.
    var isNeeded = head.map { !$0.content.isEmpty }
    for row in rows {
      for (column, cell) in row.cells.enumerated() where !cell.content.isEmpty {
        isNeeded[column] = false
      }
    }
    guard !isNeeded.contains(true), head.allSatisfy({ $0.content.count < 2 }) else { return nil }
    names = head.map { cell in
      guard case .paragraph(let paragraph)? = cell.content.first, cell.content.count == 1 else {
        return [.text(cell.content.plainText)]
      }
      return paragraph.content
    }
    self.rows = rows
  }

  /// The cells of the only row of the head.
  private static func head(of table: Table) -> [Table.Cell]? {
    let row: Table.Row
    if table.head.count == 1 {
      row = table.head[0]
    } else if table.head.isEmpty, let first = table.bodies.first?.first,
      first.cells.allSatisfy(\.isHeader)
    {
      row = first
    } else {
      return nil
    }
    return row.cells.allSatisfy { $0.columnSpan <= 1 && $0.rowSpan <= 1 } ? row.cells : nil
  }

  /// The width of the longest word; Chinese and Japanese break anywhere.
  private static func width(of content: [Block]) -> Int {
    let text = content.plainText
    if let width = text.withBytes(CellWords.width) { return width }
    var widest = 0
    for word in text.prefix(lookedAt).split(whereSeparator: { $0.isWhitespace || $0 == "-" }) {
      let width = DisplayWidth.of(String(word))
      let isWide = word.unicodeScalars.contains { $0.value >= 0x2E80 }
      widest = max(widest, isWide ? min(width, wideEnough) : width)
    }
    return widest
  }
}
