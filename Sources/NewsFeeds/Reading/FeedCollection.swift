internal import NewsCommonMark
public import NewsModel
internal import NewsXML

/// A feed as a collection: its entries one after the other, each with the page that it is about.
///
/// Only what is between two entries is kept in memory. A feed that is not well-formed, or is cut off,
/// gives what was read of it; what was wrong is reported.
public final class FeedCollection: ArticleCollection {
  /// How the format is registered.
  public static let registration = CollectionRegistration(
    format: FeedReader.registration.format,
    recognize: { FeedRecognizer.certainty(of: $0) },
    open: { (input, _, diagnostics) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(.badInput, "is a folder, no feed", file: input.source.path)
      }
      return try FeedCollection(bytes, of: input.source, limits: input.limits, &diagnostics)
    })

  private enum Content {
    case xml(FeedDocument)
    case json(FeedHead, ArraySlice<FeedEntry>)
  }

  private var content: Content
  private let source: Source
  private let limits: Limits
  private var maker: FeedArticle?
  private var number = 0
  /// What was read to know the feed's head.
  private var first: FeedEntry?
  private var hasReportedFault = false
  private var diagnostics = Diagnostics()
  /// What the feed says of itself.
  public private(set) var metadata = Metadata()

  private init(
    _ bytes: ByteReader, of source: Source, limits: Limits, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    self.source = source
    self.limits = limits
    self.diagnostics.file = source.name
    let head = try bytes.peek(4096)
    guard let start = head.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) else {
      throw ConversionError(.badInput, "the feed is empty", file: source.name)
    }
    if start == UInt8(ascii: "{") {
      let feed = try JSONFeed(try bytes.rest(limit: limits.inputBytes), address: source.url)
      content = .json(feed.head, feed.entries[...])
      set(feed.head)
      return
    }
    let text = try XMLTextStream(bytes, transport: source.charset, limits: limits) {
      CommonMark.text(ofReference: $0)
    }
    var document = FeedDocument(text, address: source.url, limits: limits)
    first = document.next()
    content = .xml(document)
    guard document.isFeed else {
      throw ConversionError(
        .badInput, document.fault.map { "it is no feed: \($0.message)" } ?? "it is no feed",
        file: source.name, line: document.fault?.line)
    }
    set(document.head)
  }

  private func set(_ head: FeedHead) {
    let maker = FeedArticle(head: head, address: source.url, limits: limits)
    self.maker = maker
    metadata.title = maker.feedTitle
    metadata.language = head.language
    metadata.canonicalURL = head.link
  }

  /// The next entry, as an article.
  ///
  /// - Throws: `ConversionError` where the feed cannot be read any further.
  public func next() throws(ConversionError) -> CollectionItem? {
    guard let entry = try nextEntry(), let maker else { return nil }
    number += 1
    var article = maker.article(of: entry, diagnostics: &diagnostics)
    if article.metadata.publisher == nil { article.metadata.publisher = source.metadata.publisher }
    let made = Publication.Entry(article, from: source)
    var item = CollectionItem(name: Self.name(of: entry, number), .entry(made))
    if let link = entry.link, FeedAddress.isAbsolute(link) {
      item.page = CollectionItem.Page(
        link, need: FeedSummary.isSummary(entry, article) ? .summary : .optional)
    }
    return item
  }

  private func nextEntry() throws(ConversionError) -> FeedEntry? {
    if let entry = first {
      first = nil
      return entry
    }
    switch content {
    case .json(let head, var entries):
      let entry = entries.popFirst()
      content = .json(head, entries)
      return entry
    case .xml(var document):
      let entry = document.next()
      content = .xml(document)
      if entry == nil, let failure = document.failure { throw failure }
      return entry
    }
  }

  /// What was wrong with the feed so far; each thing once.
  public func takeDiagnostics() -> [Diagnostic] {
    if !hasReportedFault, case .xml(let document) = content, let fault = document.fault {
      hasReportedFault = true
      diagnostics.warn(
        .xmlRepaired,
        "the feed is not well-formed and was read as far as it goes: \(fault.message)",
        line: fault.line)
    }
    defer { diagnostics = Diagnostics(file: source.name) }
    return diagnostics.all
  }

  /// What outputs are named after: the last part of the page's address, else the number.
  private static func name(of entry: FeedEntry, _ number: Int) -> String {
    let path = (entry.link ?? "").split(separator: "?")[0...].first ?? ""
    let part = path.split(separator: "/").dropFirst(2).last ?? ""
    let stem = part.lastIndex(of: ".").map { part[..<$0] } ?? part
    let safe = stem.unicodeScalars.prefix(80).allSatisfy { scalar in
      scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
        || "-_".unicodeScalars.contains(scalar)
    }
    return safe && !stem.isEmpty ? String(stem.prefix(80)) : "entry-\(number)"
  }
}
