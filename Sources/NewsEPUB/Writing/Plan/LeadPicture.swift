import NewsModel

/// The picture that stands for an article in lists.
enum LeadPicture {
  /// What the article declares, else the first picture near its beginning.
  static func of(_ entry: Publication.Entry) -> Image? {
    if let lead = entry.metadata.leadImage {
      return Image(lead.source, alternative: lead.alternative ?? lead.caption ?? "")
    }
    for block in entry.article.body.prefix(12) {
      if let image = image(in: block, depth: 0) { return image }
    }
    return nil
  }

  private static func image(in block: Block, depth: Int) -> Image? {
    guard depth < 8 else { return nil }
    switch block {
    case .paragraph(let paragraph): return image(in: paragraph.content, depth: 0)
    case .figure(let figure):
      return figure.content.lazy.compactMap { image(in: $0, depth: depth + 1) }.first
    case .division(let division):
      return division.content.lazy.compactMap { image(in: $0, depth: depth + 1) }.first
    default: return nil
    }
  }

  private static func image(in inlines: [Inline], depth: Int) -> Image? {
    guard depth < 8 else { return nil }
    for inline in inlines {
      switch inline {
      case .image(let image): return image
      case .link(let link):
        if let image = image(in: link.content, depth: depth + 1) { return image }
      case .span(let span):
        if let image = image(in: span.content, depth: depth + 1) { return image }
      default: continue
      }
    }
    return nil
  }
}
