import NewsModel
import NewsText

extension PlainTextRenderer {
  /// Draws a table: columns apart by ` | `, a rule below the head, as wide as the line allows.
  mutating func write(_ table: Table) {
    blocks(table.caption)
    separate(1)
    let grid = TableGrid(table)
    guard grid.columns > 0 else { return }
    var texts: [[[UInt8]]] = []
    for row in grid.rows {
      texts.append(row.map { $0.map { text(of: $0.content) } ?? [] })
    }
    if isPlain || grid.isRagged { return speak(grid, texts) }
    var widths = [Int](repeating: 1, count: grid.columns)
    for (row, cells) in zip(grid.rows, texts) {
      for column in cells.indices {
        // A cell over several columns is no measure for one.
        let isWide = (row[column]?.columnSpan ?? 1) > 1
        if isWide, grid.columns > 1 { continue }
        for part in cells[column].split(separator: 0x0A) {
          widths[column] = max(widths[column], DisplayWidth.of(part))
        }
      }
    }
    if let width {
      Self.shrink(&widths, to: width - 3 * (grid.columns - 1))
    } else if Self.isMostlyBlank(texts, widths) {
      return speak(grid, texts)
    }
    for (index, cells) in texts.enumerated() {
      draw(grid.rows[index], cells, widths, isHead: index < grid.headRows)
      if index + 1 == grid.headRows { rule(widths) }
    }
  }

  /// Whether a table that is drawn as wide as it is would be far larger than what is in it: a long cell
  /// fills up all rows.
  private static func isMostlyBlank(_ texts: [[[UInt8]]], _ widths: [Int]) -> Bool {
    let width = widths.reduce(0) { $0 + $1 + 3 }
    var written = 0
    var lines = 0
    for cells in texts {
      written += cells.reduce(0) { $0 + $1.count }
      lines += 1 + (cells.map { cell in cell.count { $0 == 0x0A } }.max() ?? 0)
    }
    let drawn = lines.multipliedReportingOverflow(by: width)
    return drawn.overflow || drawn.partialValue > 20_000 + 10 * written
  }

  /// Narrows the widest columns until all fit; none below a few columns.
  private static func shrink(_ widths: inout [Int], to room: Int) {
    let least = 4
    guard widths.reduce(0, +) > room else { return }
    // The width that the widest are cut to: what the narrower ones leave, shared.
    let sorted = widths.sorted()
    var level = least
    var left = room
    for (index, width) in sorted.enumerated() {
      level = max(least, left / (sorted.count - index))
      if width > level { break }
      left -= width
    }
    // What is left of the shares goes to the last.
    var spare = room - widths.reduce(0) { $0 + min($1, level) }
    for index in widths.indices.reversed() where widths[index] > level {
      widths[index] = level + (spare > 0 ? 1 : 0)
      spare -= 1
    }
  }

  private mutating func draw(
    _ row: [Table.Cell?], _ texts: [[UInt8]], _ widths: [Int], isHead: Bool
  ) {
    var cells: [(lines: [ArraySlice<UInt8>], width: Int, alignment: Table.Alignment?)] = []
    var column = 0
    while column < row.count {
      let span = max(1, min(row[column]?.columnSpan ?? 1, row.count - column))
      let width = widths[column..<column + span].reduce(0, +) + 3 * (span - 1)
      let text = texts[column]
      let lines: [ArraySlice<UInt8>] =
        if options.width == nil {
          text.split(separator: 0x0A, omittingEmptySubsequences: false)
        } else {
          self.lines(of: text, width: width).map { text[$0] }
        }
      cells.append((lines, width, row[column]?.alignment))
      column += span
    }
    for height in 0..<(cells.map(\.lines.count).max() ?? 0) {
      var drawn: [UInt8] = []
      for (index, cell) in cells.enumerated() {
        if index > 0 { drawn.append(contentsOf: " | ".utf8) }
        let text = height < cell.lines.count ? cell.lines[height] : []
        let room = max(0, cell.width - DisplayWidth.of(text))
        let before =
          switch cell.alignment {
          case .right: room
          case .center: room / 2
          case .left, nil: 0
          }
        drawn.append(contentsOf: repeatElement(0x20, count: before))
        drawn.append(contentsOf: text)
        drawn.append(contentsOf: repeatElement(0x20, count: room - before))
      }
      line(drawn)
    }
  }

  private mutating func rule(_ widths: [Int]) {
    var rule: [UInt8] = []
    for (index, width) in widths.enumerated() {
      if index > 0 { rule.append(contentsOf: "-+-".utf8) }
      rule.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: width))
    }
    line(rule)
  }

  /// A table in words: each cell after the name of its column.
  private mutating func speak(_ grid: TableGrid, _ texts: [[[UInt8]]]) {
    var names = grid.headRows == 1 ? grid.rows[0].map { $0?.content.plainText ?? "" } : []
    // Repeated with each row, long ones would be more than the table itself: such a head is a row.
    if names.contains(where: { $0.utf8.count > 200 }) { names = [] }
    for (row, texts) in zip(grid.rows, texts).dropFirst(names.isEmpty ? 0 : 1) {
      var sentence: [UInt8] = []
      for (column, cell) in row.enumerated() {
        guard let cell else { continue }
        let text = texts[column]
        if text.isEmpty { continue }
        if !sentence.isEmpty { sentence.append(contentsOf: "; ".utf8) }
        if column < names.count, !names[column].isEmpty, !cell.isHeader {
          sentence.append(contentsOf: (names[column] + ": ").utf8)
        }
        sentence.append(contentsOf: text)
      }
      fill(sentence)
    }
    if grid.rows.count == 1, !names.isEmpty { fill(Array(names.joined(separator: "; ").utf8)) }
  }

  /// The text of a cell: its blocks, one under the other.
  private mutating func text(of content: [Block]) -> [UInt8] {
    if content.isEmpty { return [] }
    if content.count == 1, case .paragraph(let paragraph) = content[0] {
      return text(of: paragraph.content)
    }
    var options = options
    options.width = nil
    var inner = PlainTextRenderer(options: options, language: language)
    // Handed over and back: of a second owner's the first change would be a copy.
    swap(&inner.notes, &notes)
    inner.depth = depth
    inner.blocks(content)
    swap(&inner.notes, &notes)
    while inner.out.last == 0x0A { inner.out.removeLast() }
    return inner.out
  }
}
