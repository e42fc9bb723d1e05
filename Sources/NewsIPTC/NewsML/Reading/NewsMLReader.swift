public import NewsModel
internal import NewsXML

/// Reads IPTC's NewsML-G2 2.x: items of news, packages and messages, an article a news item.
///
/// Texts are read from NITF and XHTML within the item, from HTML and plain text as data; pictures,
/// recordings and films from what the item refers to. A package by itself is a list of what is in it;
/// concepts, plans and the like are read for what they say in words.
public struct NewsMLReader: ArticleReader {
  /// How the format is registered.
  public static let registration = ReaderRegistration(
    format: Format(
      name: "newsml-g2", summary: "IPTC's NewsML-G2 2.x", extensions: ["newsml", "g2"],
      mediaType: "application/vnd.iptc.g2.newsitem+xml", aliases: ["newsml", "newsmlg2"]),
    recognize: { certainty(of: $0) },
    make: { _ in NewsMLReader() })

  /// Makes a reader.
  public init() {}

  private static let items: Set<String> = [
    "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem",
  ]

  private static func certainty(of head: ArraySlice<UInt8>) -> Int {
    guard let root = RootElement.localName(in: head) else { return 0 }
    if items.contains(root) || root == "newsMessage" { return 100 }
    // A part of an item, as documentation shows them.
    let parts: Set<String> = ["contentSet", "contentMeta", "itemMeta", "groupSet", "itemSet"]
    return parts.contains(root) ? 100 : 0
  }

  /// Reads the items of a document.
  ///
  /// - Throws: ``ConversionError/Code/badInput`` for what is no NewsML-G2.
  public func read(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let document = try ItemDocument(
      source, name: "NewsML-G2", limits: limits, diagnostics: &diagnostics)
    let tree = document.tree
    var roots = tree.outermost(Self.items, from: XMLTree.root)
    let news = roots.filter { tree.localName(of: $0) == "newsItem" }
    if !news.isEmpty, news.count < roots.count {
      diagnostics.note(
        .sectionsJoined, "packages and other items beside the news items are not read")
      roots = news
    }
    // A part of an item says what it says.
    if roots.isEmpty { roots = [XMLTree.root] }
    var entries: [Publication.Entry] = []
    for root in roots {
      let item = NewsMLItem(tree: tree, root: root)
      var article = item.article(source, limits: limits, diagnostics: &diagnostics)
      article.dropRepeatedHeadline(&diagnostics)
      entries.append(Publication.Entry(article, from: source))
    }
    return entries
  }
}
