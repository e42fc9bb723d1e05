extension Block {
  /// A part of a block: what stands in it, or what its markup says.
  public enum Part: Sendable, Hashable {
    /// Anchor, classes, language, direction: of the block itself, or of an item, term, row or cell.
    case attributes(Attributes)
    /// A line of text.
    case inlines([Inline])
    /// Blocks within it.
    case blocks([Block])
  }

  /// Visits the parts of a block in reading order: its attributes, then its contents, each item,
  /// term, row and cell with its own attributes before what it holds.
  ///
  /// This is the one place that knows where blocks keep their contents. It does not descend:
  /// `walk(_:inlines:)` does.
  public func forEachPart(_ visit: (Part) -> Void) {
    switch self {
    case .paragraph(let paragraph):
      visit(.attributes(paragraph.attributes))
      visit(.inlines(paragraph.content))
    case .heading(let heading):
      visit(.attributes(heading.attributes))
      visit(.inlines(heading.content))
    case .list(let list):
      visit(.attributes(list.attributes))
      for item in list.items {
        visit(.attributes(item.attributes))
        visit(.blocks(item.content))
      }
    case .definitionList(let list):
      visit(.attributes(list.attributes))
      for item in list.items {
        switch item {
        case .term(let content, let attributes):
          visit(.attributes(attributes))
          visit(.inlines(content))
        case .definition(let content, let attributes):
          visit(.attributes(attributes))
          visit(.blocks(content))
        }
      }
    case .quote(let quote):
      visit(.attributes(quote.attributes))
      visit(.blocks(quote.content))
    case .code(let code): visit(.attributes(code.attributes))
    case .table(let table):
      visit(.attributes(table.attributes))
      visit(.blocks(table.caption))
      for row in table.rows {
        visit(.attributes(row.attributes))
        for cell in row.cells {
          visit(.attributes(cell.attributes))
          visit(.blocks(cell.content))
        }
      }
    case .figure(let figure):
      visit(.attributes(figure.attributes))
      visit(.blocks(figure.content))
      visit(.blocks(figure.caption))
    case .media(let media):
      visit(.attributes(media.attributes))
      visit(.blocks(media.fallback))
    case .details(let details):
      visit(.attributes(details.attributes))
      visit(.inlines(details.summary))
      visit(.blocks(details.content))
    case .division(let division):
      visit(.attributes(division.attributes))
      visit(.blocks(division.content))
    case .thematicBreak, .math: break
    }
  }

  /// The blocks directly within, in reading order.
  public var children: [Block] {
    var result: [Block] = []
    forEachPart { if case .blocks(let blocks) = $0 { result += blocks } }
    return result
  }

  /// Changes what stands directly within, in reading order.
  package mutating func updateContents<State>(
    _ state: inout State, blocks: (inout State, inout [Block]) -> Void,
    inlines: (inout State, inout [Inline]) -> Void
  ) {
    switch self {
    case .paragraph(var paragraph):
      inlines(&state, &paragraph.content)
      self = .paragraph(paragraph)
    case .heading(var heading):
      inlines(&state, &heading.content)
      self = .heading(heading)
    case .list(var list):
      for index in list.items.indices { blocks(&state, &list.items[index].content) }
      self = .list(list)
    case .definitionList(var list):
      for index in list.items.indices {
        switch list.items[index] {
        case .term(var content, let attributes):
          inlines(&state, &content)
          list.items[index] = .term(content, attributes)
        case .definition(var content, let attributes):
          blocks(&state, &content)
          list.items[index] = .definition(content, attributes)
        }
      }
      self = .definitionList(list)
    case .quote(var quote):
      blocks(&state, &quote.content)
      self = .quote(quote)
    case .table(var table):
      blocks(&state, &table.caption)
      table.updateRows { row in
        for index in row.cells.indices { blocks(&state, &row.cells[index].content) }
      }
      self = .table(table)
    case .figure(var figure):
      blocks(&state, &figure.content)
      blocks(&state, &figure.caption)
      self = .figure(figure)
    case .media(var media):
      blocks(&state, &media.fallback)
      self = .media(media)
    case .details(var details):
      inlines(&state, &details.summary)
      blocks(&state, &details.content)
      self = .details(details)
    case .division(var division):
      blocks(&state, &division.content)
      self = .division(division)
    case .code, .thematicBreak, .math: break
    }
  }
}

extension Table {
  /// All rows in order: of the head, the bodies and the foot.
  public var rows: [Row] { bodies.reduce(into: head) { $0 += $1 } + foot }

  fileprivate mutating func updateRows(_ update: (inout Row) -> Void) {
    for index in head.indices { update(&head[index]) }
    for body in bodies.indices {
      for index in bodies[body].indices { update(&bodies[body][index]) }
    }
    for index in foot.indices { update(&foot[index]) }
  }
}
