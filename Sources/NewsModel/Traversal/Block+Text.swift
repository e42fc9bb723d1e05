extension [Block] {
  /// All text in the blocks, in reading order, pieces apart by line feeds: what a search sees and
  /// what every format must keep.
  ///
  /// Alternative texts, captions, readings, formulas and fallbacks are part of it; addresses are
  /// not. No recursion: as deep as may be.
  public var plainText: String { plainText(withPictures: true) }

  /// All text in the blocks.
  ///
  /// - Parameter withPictures: whether a picture is its alternative text; else it is nothing.
  package func plainText(withPictures: Bool) -> String {
    if count == 1, case .paragraph(let paragraph) = self[0] {
      return paragraph.content.plainText(withPictures: withPictures)
    }
    var pieces: [String] = []
    var pending: [TextPart] = [.blocks(self[...])]
    while let part = pending.popLast() {
      part.unfold(into: &pieces, pending: &pending, withPictures)
    }
    return pieces.joined(separator: "\n")
  }
}

/// A part of an article still to be read.
private enum TextPart {
  case blocks(ArraySlice<Block>)
  case inlines([Inline])

  func unfold(
    into pieces: inout [String], pending: inout [TextPart], _ withPictures: Bool
  ) {
    switch self {
    case .inlines(let inlines):
      let text = inlines.plainText(withPictures: withPictures)
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
    case .code(let code): return [.inlines([.text(code.text)])]
    case .math(let text): return [.inlines([.text(text)])]
    default: break
    }
    var parts: [TextPart] = []
    if case .media(let media) = block, let title = media.title {
      parts = [.inlines([.text(title)])]
    }
    block.forEachPart { part in
      switch part {
      case .attributes: break
      case .inlines(let inlines): parts.append(.inlines(inlines))
      case .blocks(let blocks): parts.append(.blocks(blocks[...]))
      }
    }
    return parts
  }
}
