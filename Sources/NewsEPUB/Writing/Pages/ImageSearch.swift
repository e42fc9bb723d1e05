import NewsModel

/// Looks for a picture in an article.
enum ImageSearch {
  /// Whether a picture of that source stands in the blocks, near the surface, where a lead picture
  /// stands.
  static func isShown(_ source: String, in blocks: [Block]) -> Bool {
    var stack = blocks.map { (block: $0, depth: 0) }
    while let (block, depth) = stack.popLast() {
      switch block {
      case .paragraph(let paragraph):
        if isShown(source, in: paragraph.content, depth: 0) { return true }
      case .figure(let figure): stack += figure.content.map { ($0, depth + 1) }
      case .division(let division) where depth < 50:
        stack += division.content.map { ($0, depth + 1) }
      case .media(let media) where media.poster == source: return true
      default: continue
      }
    }
    return false
  }

  private static func isShown(_ source: String, in inlines: [Inline], depth: Int) -> Bool {
    inlines.contains { inline in
      switch inline {
      case .image(let image): image.source == source
      case .link(let link): depth < 5 && isShown(source, in: link.content, depth: depth + 1)
      case .span(let span): depth < 5 && isShown(source, in: span.content, depth: depth + 1)
      default: false
      }
    }
  }
}
