extension [Block] {
  /// Visits every block and inline in reading order, those within others after them.
  ///
  /// Recursion is as deep as the blocks are; readers keep that within ``Limits/depth``.
  public func walk(_ visitBlock: (Block) -> Void, inlines visitInline: (Inline) -> Void) {
    for block in self {
      visitBlock(block)
      switch block {
      case .paragraph(let paragraph): paragraph.content.walk(visitInline)
      case .heading(let heading): heading.content.walk(visitInline)
      case .list(let list):
        for item in list.items { item.content.walk(visitBlock, inlines: visitInline) }
      case .definitionList(let list):
        for item in list.items {
          switch item {
          case .term(let content, _): content.walk(visitInline)
          case .definition(let content, _): content.walk(visitBlock, inlines: visitInline)
          }
        }
      case .quote(let quote): quote.content.walk(visitBlock, inlines: visitInline)
      case .table(let table):
        table.caption.walk(visitBlock, inlines: visitInline)
        for row in table.head + table.bodies.joined() + table.foot {
          for cell in row.cells { cell.content.walk(visitBlock, inlines: visitInline) }
        }
      case .figure(let figure):
        figure.content.walk(visitBlock, inlines: visitInline)
        figure.caption.walk(visitBlock, inlines: visitInline)
      case .media(let media): media.fallback.walk(visitBlock, inlines: visitInline)
      case .details(let details):
        details.summary.walk(visitInline)
        details.content.walk(visitBlock, inlines: visitInline)
      case .division(let division): division.content.walk(visitBlock, inlines: visitInline)
      case .code, .thematicBreak, .math: break
      }
    }
  }
}

extension [Inline] {
  /// Visits every inline in reading order, those within others after them.
  public func walk(_ visit: (Inline) -> Void) {
    for inline in self {
      visit(inline)
      switch inline {
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .subscript(let content), .superscript(let content):
        content.walk(visit)
      case .link(let link): link.content.walk(visit)
      case .span(let span): span.content.walk(visit)
      case .ruby(let ruby):
        for pair in ruby.pairs {
          pair.base.walk(visit)
          pair.reading.walk(visit)
        }
      case .text, .code, .image, .lineBreak, .math, .footnote: break
      }
    }
  }
}
