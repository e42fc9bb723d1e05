import NewsMarkup
import NewsModel

/// Finds the anchors of an article, as the serialiser will write them.
struct AnchorCollector {
  private var anchors: [String: String] = [:]
  private var file = ""
  private var depth = 0

  /// The anchors with the names of the documents that hold them.
  static func anchors(of article: Article, in parts: [ArticlePart]) -> [String: String] {
    var collector = AnchorCollector()
    for part in parts {
      collector.file = part.fileName
      collector.blocks(article.body[part.blocks])
    }
    for footnote in article.footnotes { collector.blocks(footnote.content[...]) }
    return collector.anchors
  }

  private mutating func add(_ attributes: Attributes) {
    guard let id = attributes.id, let name = Anchor.clean(id), anchors[name] == nil else { return }
    anchors[name] = file
  }

  private mutating func blocks(_ blocks: ArraySlice<Block>) {
    // What is deeper keeps its text alone.
    depth += 1
    defer { depth -= 1 }
    guard depth <= ArticlePage.depth else { return }
    for block in blocks { visit(block) }
  }

  private mutating func visit(_ block: Block) {
    switch block {
    case .paragraph(let paragraph):
      add(paragraph.attributes)
      inlines(paragraph.content)
    case .heading(let heading):
      add(heading.attributes)
      inlines(heading.content)
    case .list(let list):
      add(list.attributes)
      for item in list.items {
        add(item.attributes)
        blocks(item.content[...])
      }
    case .definitionList(let list):
      add(list.attributes)
      for item in list.items {
        switch item {
        case .term(let content, let attributes):
          add(attributes)
          inlines(content)
        case .definition(let content, let attributes):
          add(attributes)
          blocks(content[...])
        }
      }
    case .quote(let quote):
      add(quote.attributes)
      blocks(quote.content[...])
    case .code(let code): add(code.attributes)
    case .table(let table):
      add(table.attributes)
      blocks(table.caption[...])
      for row in table.head + table.bodies.flatMap(\.self) + table.foot {
        add(row.attributes)
        for cell in row.cells {
          add(cell.attributes)
          blocks(cell.content[...])
        }
      }
    case .figure(let figure):
      add(figure.attributes)
      blocks(figure.content[...])
      blocks(figure.caption[...])
    case .thematicBreak, .math: break
    case .media(let media):
      add(media.attributes)
      blocks(media.fallback[...])
    case .details(let details):
      add(details.attributes)
      inlines(details.summary)
      blocks(details.content[...])
    case .division(let division):
      add(division.attributes)
      blocks(division.content[...])
    }
  }

  private mutating func inlines(_ content: [Inline]) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= ArticlePage.depth else { return }
    for inline in content {
      switch inline {
      case .text, .code, .math, .lineBreak, .footnote: break
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .subscript(let content), .superscript(let content):
        inlines(content)
      case .link(let link):
        add(link.attributes)
        inlines(link.content)
      case .span(let span):
        add(span.attributes)
        inlines(span.content)
      case .image(let image): add(image.attributes)
      case .ruby(let ruby):
        for pair in ruby.pairs {
          inlines(pair.base)
          inlines(pair.reading)
        }
      }
    }
  }
}
