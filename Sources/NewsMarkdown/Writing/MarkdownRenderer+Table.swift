import NewsModel
import NewsText

extension MarkdownRenderer {
  /// Writes a pipe table; `false` where one cannot hold the table.
  mutating func write(_ table: Table) -> Bool {
    guard flavor.hasTables, let columns = Self.columns(of: table) else { return false }
    let rows = table.head + table.bodies.joined()
    var cells: [[[UInt8]]] = []
    var widths = [Int](repeating: 3, count: columns.count)
    for row in rows {
      var texts: [[UInt8]] = []
      for (column, cell) in row.cells.enumerated() {
        var text: [UInt8] = []
        if case .paragraph(let paragraph)? = cell.content.first {
          text = compose(paragraph.content, place: .cell)
          for index in text.indices where text[index] == MarkdownText.softBlank {
            text[index] = 0x20
          }
        }
        // One long cell must not make all others as wide.
        let width = DisplayWidth.of(text[...])
        if width <= 60 { widths[column] = max(widths[column], width) }
        texts.append(text)
      }
      cells.append(texts)
    }
    for (index, texts) in cells.enumerated() {
      line(Self.row(texts, widths, columns))
      if index == 0 { line(Self.rule(widths, columns)) }
    }
    return true
  }

  private static func row(
    _ texts: [[UInt8]], _ widths: [Int], _ columns: [Table.Alignment?]
  ) -> [UInt8] {
    var line: [UInt8] = []
    for (column, text) in texts.enumerated() {
      let room = max(0, widths[column] - DisplayWidth.of(text[...]))
      let before =
        switch columns[column] {
        case .right: room
        case .center: room / 2
        case .left, nil: 0
        }
      line.append(contentsOf: "| ".utf8)
      line.append(contentsOf: repeatElement(0x20, count: before))
      line.append(contentsOf: text)
      line.append(contentsOf: repeatElement(0x20, count: room - before + 1))
    }
    line.append(UInt8(ascii: "|"))
    return line
  }

  private static func rule(_ widths: [Int], _ columns: [Table.Alignment?]) -> [UInt8] {
    var line: [UInt8] = []
    for (width, alignment) in zip(widths, columns) {
      let isLeft = alignment == .left || alignment == .center
      let isRight = alignment == .right || alignment == .center
      line.append(contentsOf: isLeft ? "| :".utf8 : "| ".utf8)
      let dashes = width - (isLeft ? 1 : 0) - (isRight ? 1 : 0)
      line.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: dashes))
      line.append(contentsOf: isRight ? ": ".utf8 : " ".utf8)
    }
    line.append(UInt8(ascii: "|"))
    return line
  }

  /// The alignment of the columns, or `nil` where the table is none that pipes can draw: a head of
  /// one row, one body, a line of text in each cell.
  private static func columns(of table: Table) -> [Table.Alignment?]? {
    guard table.attributes.isEmpty, table.caption.isEmpty, table.foot.isEmpty,
      table.head.count == 1, table.bodies.count <= 1, table.bodies.first?.isEmpty != true,
      !table.head[0].cells.isEmpty
    else { return nil }
    let columns = table.head[0].cells.map(\.alignment)
    for (index, row) in (table.head + table.bodies.joined()).enumerated() {
      guard row.attributes.isEmpty, row.cells.count == columns.count else { return nil }
      for (column, cell) in row.cells.enumerated() {
        guard cell.columnSpan == 1, cell.rowSpan == 1, cell.isHeader == (index == 0),
          cell.attributes.isEmpty, cell.alignment == columns[column], cell.content.count <= 1
        else { return nil }
        switch cell.content.first {
        case nil: break
        case .paragraph(let paragraph)? where paragraph.attributes.isEmpty: break
        default: return nil
        }
      }
    }
    return columns
  }
}
