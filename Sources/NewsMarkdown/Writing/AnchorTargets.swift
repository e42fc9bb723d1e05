import NewsModel

/// The anchors that links within an article lead to.
enum AnchorTargets {
  static func of(_ article: Article) -> Set<String> {
    var targets: Set<String> = []
    let note: (Inline) -> Void = { inline in
      if case .link(let link) = inline, link.url.utf8.first == UInt8(ascii: "#") {
        targets.insert(String(link.url.dropFirst()))
      }
    }
    article.body.walk({ _ in }, inlines: note)
    for footnote in article.footnotes { footnote.content.walk({ _ in }, inlines: note) }
    return targets
  }
}

/// Links to headings, pointed to the anchors that GitHub and kramdown give these.
struct HeadingTargets: InlineRewriter {
  private let anchors: [String: String]

  /// Takes the anchors of headings away and points what leads there.
  static func point(_ article: inout Article) {
    var finder = Finder()
    article.body = finder.renamed(article.body)
    if finder.anchors.contains(where: { $0.key != $0.value }) {
      article = article.rewritten(by: HeadingTargets(anchors: finder.anchors))
    }
  }

  /// Whether a link of an article leads to one of its headings.
  static func lead(in article: Article) -> Bool {
    let targets = AnchorTargets.of(article)
    if targets.isEmpty { return false }
    var isFound = false
    article.body.walk(
      { block in
        if case .heading(let heading) = block, let id = heading.attributes.id {
          isFound = isFound || targets.contains(id)
        }
      }, inlines: { _ in })
    return isFound
  }

  func rewrite(_ inline: Inline) -> [Inline] {
    guard case .link(var link) = inline, link.url.utf8.first == UInt8(ascii: "#"),
      let anchor = anchors[String(link.url.dropFirst())]
    else { return [inline] }
    link.url = "#" + anchor
    return [.link(link)]
  }

  private struct Finder {
    var ids = HeadingIDs()
    var anchors: [String: String] = [:]

    mutating func renamed(_ blocks: [Block]) -> [Block] {
      var result = blocks
      for index in result.indices {
        switch result[index] {
        case .heading(var heading):
          let id = ids.next(for: heading.content)
          if let own = heading.attributes.id { anchors[own] = id }
          heading.attributes.id = nil
          result[index] = .heading(heading)
        case .quote, .list, .division, .details:
          result[index].updateContents(
            &self, blocks: { $1 = $0.renamed($1) }, inlines: { _, _ in })
        default: break
        }
      }
      return result
    }
  }
}

/// Headings with their anchors in the line, where several articles make one text.
struct AnchoredHeadings: BlockRewriter {
  let wanted: Set<String>

  func rewrite(_ block: Block) -> [Block] {
    guard case .heading(var heading) = block, let id = heading.attributes.id else { return [block] }
    heading.attributes.id = nil
    if wanted.contains(id) {
      heading.content.insert(.span(Span(nil, [], attributes: Attributes(id: id))), at: 0)
    }
    return [.heading(heading)]
  }
}
