internal import NewsHTML
internal import NewsModel

extension BlockWalk {
  /// Opens a part of the table that takes blocks here, or nothing special outside of tables.
  mutating func openTablePart(_ node: Int) -> Int {
    guard frames[sink].kind == .table, frames[sink].table != nil else {
      return openTransparent(node)
    }
    flush()
    switch tree.nodes[node].tag {
    case .thead: frames[sink].table?.begin(.head)
    case .tfoot: frames[sink].table?.begin(.foot)
    default: frames[sink].table?.begin(.body)
    }
    return openTransparent(node)
  }

  mutating func openRow(_ node: Int) -> Int {
    guard frames[sink].kind == .table, frames[sink].table != nil else {
      return openTransparent(node)
    }
    flush()
    leaveEndedPart(at: node)
    let attributes = attributes(of: node)
    frames[sink].table?.endRow()
    frames[sink].table?.row = Table.Row([], attributes: attributes)
    return openTransparent(node)
  }

  mutating func openCell(_ node: Int) -> Int {
    guard frames[sink].kind == .table, frames[sink].table != nil else {
      return openTransparent(node)
    }
    if frames[sink].table?.row == nil { frames[sink].table?.row = Table.Row([]) }
    return openFrame(.cell, node)
  }

  /// A row straight in the table, after a `thead`, is in a body.
  private mutating func leaveEndedPart(at row: Int) {
    guard let part = frames[sink].table?.part, part != .body else { return }
    if tree.parent(of: row) == frames[sink].node { frames[sink].table?.begin(.body) }
  }

  mutating func closeCell(_ frame: BlockFrame) {
    let node = frame.node
    var cell = Table.Cell(frame.blocks, attributes: frame.attributes)
    cell.isHeader = tree.nodes[node].tag == .th
    cell.columnSpan = min(max(number(.colspan, of: node) ?? 1, 1), 1000)
    cell.rowSpan = min(max(number(.rowspan, of: node) ?? 1, 1), 10_000)
    cell.alignment = alignment(of: node)
    frames[sink].table?.row?.cells.append(cell)
  }

  private func alignment(of node: Int) -> Table.Alignment? {
    if let style = tree.value(.style, of: node) {
      if Hidden.declares("text-align", "left", in: style) { return .left }
      if Hidden.declares("text-align", "start", in: style) { return .left }
      if Hidden.declares("text-align", "center", in: style) { return .center }
      if Hidden.declares("text-align", "right", in: style) { return .right }
      if Hidden.declares("text-align", "end", in: style) { return .right }
    }
    return text(.align, of: node).flatMap { Table.Alignment(rawValue: $0.lowercased()) }
  }

  /// A table of more cells, counting each as often as it spans rows and columns, is a trap.
  private static let largestTable = 1_000_000

  mutating func closeTable(_ frame: BlockFrame) {
    guard var rows = frame.table else { return }
    rows.endRow()
    if rows.area > Self.largestTable {
      rows.dropSpans()
      hasDroppedSpans = true
    }
    // Text between cells has no place in a table: browsers set it before.
    for block in frame.blocks { emit(block) }
    guard !rows.head.isEmpty || !rows.bodies.isEmpty || !rows.foot.isEmpty else {
      for block in frame.caption { emit(block) }
      return
    }
    emit(
      .table(
        Table(
          caption: frame.caption, head: rows.head, bodies: rows.bodies, foot: rows.foot,
          attributes: frame.attributes)))
  }
}
