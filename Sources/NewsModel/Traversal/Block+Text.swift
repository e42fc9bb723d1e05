extension [Block] {
  /// All text in the blocks, in reading order, pieces apart by line feeds: what a search sees and
  /// what every format must keep.
  ///
  /// Alternative texts, captions, readings, formulas and fallbacks are part of it; addresses are
  /// not. No recursion: as deep as may be.
  public var plainText: String {
    var pieces: [String] = []
    var pending: [TextPart] = [.blocks(self[...])]
    while let part = pending.popLast() { part.unfold(into: &pieces, pending: &pending) }
    return pieces.joined(separator: "\n")
  }
}

/// A part of an article still to be read.
private enum TextPart {
  case blocks(ArraySlice<Block>)
  case inlines([Inline])

  func unfold(into pieces: inout [String], pending: inout [TextPart]) {
    switch self {
    case .inlines(let inlines):
      let text = inlines.plainText
      if !text.isEmpty { pieces.append(text) }
    case .blocks(let blocks):
      guard let first = blocks.first else { return }
      pending.append(.blocks(blocks.dropFirst()))
      let parts = Self.parts(of: first)
      pending.append(contentsOf: parts.reversed())
    }
  }

  private static func parts(of block: Block) -> [TextPart] {
    switch block {
    case .paragraph(let paragraph): return [.inlines(paragraph.content)]
    case .heading(let heading): return [.inlines(heading.content)]
    case .list(let list): return list.items.map { .blocks($0.content[...]) }
    case .definitionList(let list):
      return list.items.map {
        switch $0 {
        case .term(let content, _): .inlines(content)
        case .definition(let content, _): .blocks(content[...])
        }
      }
    case .quote(let quote): return [.blocks(quote.content[...])]
    case .code(let code): return [.inlines([.text(code.text)])]
    case .table(let table):
      let rows = table.head + table.bodies.joined() + table.foot
      return [.blocks(table.caption[...])]
        + rows.flatMap(\.cells).map { .blocks($0.content[...]) }
    case .figure(let figure): return [.blocks(figure.content[...]), .blocks(figure.caption[...])]
    case .thematicBreak: return []
    case .math(let text): return [.inlines([.text(text)])]
    case .media(let media):
      return [.inlines(media.title.map { [.text($0)] } ?? []), .blocks(media.fallback[...])]
    case .details(let details): return [.inlines(details.summary), .blocks(details.content[...])]
    case .division(let division): return [.blocks(division.content[...])]
    }
  }
}
