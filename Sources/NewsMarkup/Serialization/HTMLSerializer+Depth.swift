import NewsModel

extension HTMLSerializer {
  /// What is left to flatten.
  enum Rest {
    case blocks(ArraySlice<Block>)
    case inlines(ArraySlice<Inline>)
  }

  /// Writes the text of content that is nested too deep, without its markup and without recursion.
  mutating func flatten(_ content: Rest) {
    if depth > style.depth {
      diagnostics.warn(
        "elements are nested deeper than \(style.depth) levels: what is within keeps its text alone"
      )
    }
    var stack = [content]
    while let rest = stack.popLast() {
      switch rest {
      case .blocks(var blocks):
        guard let block = blocks.popFirst() else { continue }
        stack.append(.blocks(blocks))
        flatten(block, &stack)
      case .inlines(var inlines):
        guard let inline = inlines.popFirst() else { continue }
        stack.append(.inlines(inlines))
        flatten(inline, &stack)
      }
    }
  }

  private mutating func flatten(_ block: Block, _ stack: inout [Rest]) {
    out.raw(" ")
    switch block {
    case .paragraph(let paragraph): stack.append(.inlines(paragraph.content[...]))
    case .heading(let heading): stack.append(.inlines(heading.content[...]))
    case .list(let list):
      for item in list.items.reversed() { stack.append(.blocks(item.content[...])) }
    case .definitionList(let list):
      for item in list.items.reversed() {
        switch item {
        case .term(let content, _): stack.append(.inlines(content[...]))
        case .definition(let content, _): stack.append(.blocks(content[...]))
        }
      }
    case .quote(let quote): stack.append(.blocks(quote.content[...]))
    case .code(let code): out.text(code.text)
    case .table(let table):
      let rows = table.head + table.bodies.flatMap(\.self) + table.foot
      for row in rows.reversed() {
        for cell in row.cells.reversed() { stack.append(.blocks(cell.content[...])) }
      }
      stack.append(.blocks(table.caption[...]))
    case .figure(let figure):
      stack.append(.blocks(figure.caption[...]))
      stack.append(.blocks(figure.content[...]))
    case .thematicBreak: break
    case .math(let formula): out.text(formula)
    case .media(let media):
      out.text(media.title ?? media.source)
      stack.append(.blocks(media.fallback[...]))
    case .details(let details):
      stack.append(.blocks(details.content[...]))
      stack.append(.inlines(details.summary[...]))
    case .division(let division): stack.append(.blocks(division.content[...]))
    }
  }

  private mutating func flatten(_ inline: Inline, _ stack: inout [Rest]) {
    switch inline {
    case .text(let text), .code(let text), .math(let text): out.text(text)
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .subscript(let content), .superscript(let content):
      stack.append(.inlines(content[...]))
    case .link(let link): stack.append(.inlines(link.content[...]))
    case .image(let image): out.text(image.alternative)
    case .lineBreak: out.raw(" ")
    case .ruby(let ruby):
      for pair in ruby.pairs.reversed() { stack.append(.inlines(pair.base[...])) }
    case .footnote(let label): reference(to: label)
    case .span(let span): stack.append(.inlines(span.content[...]))
    }
  }
}
