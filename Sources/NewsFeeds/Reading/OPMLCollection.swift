internal import NewsCommonMark
public import NewsModel
internal import NewsXML

/// A list of feeds (OPML 1 and 2), each an input of its own; an outline around feeds is their section.
public final class OPMLCollection: ArticleCollection {
  /// How the format is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "opml", summary: "OPML: a list of feeds, as feed readers export it",
      extensions: ["opml"], mediaType: "text/x-opml"),
    recognize: { RootElement.localName(in: $0) == "opml" ? 100 : 0 },
    open: { (input, _, diagnostics) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(.badInput, "is a folder, no list of feeds", file: input.source.path)
      }
      return try OPMLCollection(bytes, of: input.source, limits: input.limits, &diagnostics)
    })

  /// A list of more feeds than anybody reads is cut.
  private static let mostFeeds = 20_000

  private var items: ArraySlice<CollectionItem> = []
  /// What the list calls itself.
  public private(set) var metadata = Metadata()

  private init(
    _ bytes: ByteReader, of source: Source, limits: Limits, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let text = XMLText(
      try bytes.rest(limit: min(limits.inputBytes, 64 << 20)), transport: source.charset
    ) { CommonMark.text(ofReference: $0) }
    var records = XMLRecords(text, records: [], vocabulary: [:], limits: limits)
    while records.next() != nil {}
    let tree = records.surroundings
    guard !tree.isEmpty, tree.name(of: XMLTree.root) == "opml" else {
      throw ConversionError(.badInput, "is no list of feeds", file: source.name)
    }
    if let fault = records.fault {
      diagnostics.warn(
        .xmlRepaired,
        "the list is not well-formed and was read as far as it goes: \(fault.message)",
        line: fault.line)
    }
    if let head = tree.child("head", of: XMLTree.root) {
      metadata.title = tree.text("title", of: head)
    }
    var found: [CollectionItem] = []
    var known: Set<String> = []
    for node in 0..<tree.count where !tree.isText(node) && tree.name(of: node) == "outline" {
      guard let address = Self.attribute("xmlUrl", of: node, tree)?.trimmed, !address.isEmpty,
        known.insert(address).inserted
      else { continue }
      guard found.count < Self.mostFeeds else {
        diagnostics.warn(
          .textDropped, "the list names more than \(Self.mostFeeds) feeds: the others are left out",
          line: tree.line(of: node))
        break
      }
      guard FeedAddress.isAbsolute(address) else {
        diagnostics.warn(
          .addressRefused, "'\(address)' is no address of the web and is not opened",
          line: tree.line(of: node))
        continue
      }
      var feed = Source(bytes: [])
      feed.metadata.section = Self.section(of: node, tree)
      let title = Self.title(of: node, tree)
      if let title {
        feed.metadata.publisher = Organization(
          name: title, url: Self.attribute("htmlUrl", of: node, tree))
      }
      found.append(CollectionItem(name: title ?? address, .input(address, feed)))
    }
    guard !found.isEmpty else {
      throw ConversionError(.badInput, "names no feed", file: source.name)
    }
    items = found[...]
  }

  /// It has feeds.
  public var holdsInputs: Bool { true }

  /// The next feed.
  public func next() -> CollectionItem? { items.popFirst() }

  /// The outermost outline around a feed.
  private static func section(of node: Int, _ tree: XMLTree) -> String? {
    var section: String?
    var at = tree.parent(of: node)
    while at > XMLTree.root {
      if tree.name(of: at) == "outline", attribute("xmlUrl", of: at, tree) == nil {
        section = title(of: at, tree) ?? section
      }
      at = tree.parent(of: at)
    }
    return section
  }

  private static func title(of node: Int, _ tree: XMLTree) -> String? {
    for name in ["title", "text"] {
      guard let text = attribute(name, of: node, tree) else { continue }
      let title = FeedLine.collapsed(text)
      if !title.isEmpty { return title }
    }
    return nil
  }

  /// An attribute in any case of letters: `xmlUrl` is written in all of them.
  private static func attribute(_ name: String, of node: Int, _ tree: XMLTree) -> String? {
    if let value = tree.attribute(name, of: node) { return value }
    let lowered = name.lowercased()
    return tree.attributes(of: node).first { $0.name.lowercased() == lowered }?.value
  }
}
