internal import NewsModel

/// An open block element.
struct BlockFrame {
  /// What becomes of it.
  enum Kind {
    case root, transparent, paragraph, heading, quote, list, item, definitions, term, definition
    case table, cell, caption, figure, details, summary, division, media
    case looseCaption

    /// Whether blocks in it are its own.
    var takesBlocks: Bool {
      switch self {
      case .transparent, .paragraph: false
      default: true
      }
    }
  }

  var kind: Kind
  var node: Int
  var end: Int
  /// How many inline elements were open around it.
  var inlineBase: Int
  /// The frame that took blocks around it.
  var outerSink: Int
  var attributes: Attributes
  var blocks: [Block] = []
  /// For an item: whether it has paragraphs that say so.
  var hasParagraph = false
  /// For a list: its items so far.
  var items: [List.Item] = []
  /// For a list: whether an item has paragraphs that say so.
  var isLoose = false
  /// For a definition list.
  var definitions: [DefinitionList.Item] = []
  /// For a table.
  var table: TableFrame?
  /// For a figure or table its caption, for a disclosure its summary.
  var caption: [Block] = []

  init(
    _ kind: Kind, node: Int, end: Int, inlineBase: Int, outerSink: Int,
    attributes: Attributes = .none
  ) {
    self.kind = kind
    self.node = node
    self.end = end
    self.inlineBase = inlineBase
    self.outerSink = outerSink
    self.attributes = attributes
  }
}

/// The rows of an open table.
struct TableFrame {
  /// The part of a table that a row is in.
  enum Part { case head, body, foot }

  var part = Part.body
  var head: [Table.Row] = []
  var bodies: [[Table.Row]] = []
  var foot: [Table.Row] = []
  /// Whether a row is open, and whether a body is.
  var row: Table.Row?
  var hasOpenBody = false

  mutating func endRow() {
    guard let row else { return }
    self.row = nil
    switch part {
    case .head: head.append(row)
    case .foot: foot.append(row)
    case .body:
      if hasOpenBody, !bodies.isEmpty {
        bodies[bodies.count - 1].append(row)
      } else {
        bodies.append([row])
        hasOpenBody = true
      }
    }
  }

  /// How many cells a grid of the rows has at most.
  var area: Int {
    var count = 0
    var widest = 0
    var spanning = 0
    for row in head + bodies.flatMap(\.self) + foot {
      count += 1
      var width = 0
      for cell in row.cells {
        width += cell.columnSpan
        if cell.rowSpan > 1 { spanning += cell.columnSpan }
      }
      widest = max(widest, width)
    }
    return count * (widest + spanning)
  }

  /// Makes each cell one.
  mutating func dropSpans() {
    func single(_ rows: [Table.Row]) -> [Table.Row] {
      rows.map { row in
        var row = row
        for index in row.cells.indices {
          row.cells[index].columnSpan = 1
          row.cells[index].rowSpan = 1
        }
        return row
      }
    }
    head = single(head)
    bodies = bodies.map { single($0) }
    foot = single(foot)
  }

  mutating func begin(_ part: Part) {
    endRow()
    self.part = part
    hasOpenBody = false
  }
}
