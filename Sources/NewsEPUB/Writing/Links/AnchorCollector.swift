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
    guard let id = attributes.id, let name = Anchor.name(of: id), anchors[name] == nil else {
      return
    }
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
    block.forEachPart { part in
      switch part {
      case .attributes(let attributes): add(attributes)
      case .inlines(let content): inlines(content)
      case .blocks(let content): blocks(content[...])
      }
    }
  }

  private mutating func inlines(_ content: [Inline]) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= ArticlePage.depth else { return }
    for inline in content {
      add(inline.attributes)
      let children = inline.children
      if !children.isEmpty { inlines(children) }
    }
  }
}
