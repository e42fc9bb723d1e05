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
    case .code(let code): out.text(code.text)
    case .math(let formula): out.text(formula)
    case .media(let media): out.text(media.title ?? media.source)
    default: break
    }
    var parts: [Rest] = []
    block.forEachPart { part in
      switch part {
      case .attributes: break
      case .inlines(let inlines): parts.append(.inlines(inlines[...]))
      case .blocks(let blocks): parts.append(.blocks(blocks[...]))
      }
    }
    stack.append(contentsOf: parts.reversed())
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
