internal import NewsBlocks
internal import NewsHTML
internal import NewsModel
internal import NewsText

/// The feeds that a page names (`link rel=alternate`), those of articles before those of comments.
package struct FeedLinks: Sendable {
  /// A feed.
  package struct Feed: Sendable, Hashable {
    /// Its address, absolute.
    package var address: String
    /// What the page calls it.
    package var title: String?
    /// Whether it is one of comments, by its address or title.
    var isOfComments: Bool
  }

  /// The feeds in the page's order, those of comments last.
  package private(set) var feeds: [Feed] = []

  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
    "application/json", "text/xml", "application/xml", "application/x.atom+xml", "text/rss+xml",
  ]

  /// Looks through a page, or its beginning.
  ///
  /// - Parameters:
  ///   - bytes: the page.
  ///   - base: its address.
  package init(ofPage bytes: [UInt8], base: String) {
    var diagnostics = Diagnostics()
    let text = TextDecoder.html(bytes)
    guard let tree = try? HTMLTree(parsing: text.utf8, diagnostics: &diagnostics) else { return }
    var base = base
    for node in 0..<tree.count {
      switch tree.nodes[node].tag {
      case .base:
        if let address = tree.string(.href, of: node) {
          base = URLReference.resolved(address, against: base)
        }
      case .link: add(node, of: tree, base)
      default: continue
      }
    }
    feeds = feeds.distinct(by: \.address)
    feeds = feeds.filter { !$0.isOfComments } + feeds.filter(\.isOfComments)
  }

  private mutating func add(_ node: Int, of tree: HTMLTree, _ base: String) {
    let relations = tree.string(.rel, of: node)?.lowercased().split(whereSeparator: \.isWhitespace)
    let type = tree.string(.type, of: node)?.lowercased().prefix { $0 != ";" }.filter { $0 != " " }
    guard let relations, relations.contains("alternate") || relations.contains("feed"),
      !relations.contains("stylesheet"), let type, Self.types.contains(type),
      let reference = tree.string(.href, of: node), !reference.isEmpty
    else { return }
    let address = URLReference.resolved(reference, against: base)
    // WordPress names its programs' interface so as well.
    if address.contains("/wp-json/") || address.contains("oembed") { return }
    let title = tree.string(.title, of: node).flatMap { $0.isEmpty ? nil : $0 }
    let words = (title ?? "").lowercased()
    let isOfComments =
      address.lowercased().contains("comment") || words.contains("comment")
      || words.contains("kommentar") || words.contains("commentaire") || words.contains("评论")
    feeds.append(Feed(address: address, title: title, isOfComments: isOfComments))
  }
}
