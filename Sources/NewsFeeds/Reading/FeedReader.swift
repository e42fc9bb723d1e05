internal import NewsCommonMark
public import NewsModel
internal import NewsXML

/// Reads the entries of a feed, an article each: RSS 0.90 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0,
/// JSON Feed 1.x.
///
/// What is not well-formed is read as far as it goes and reported. An entry's text is its content,
/// else its summary; what it links to is not fetched here.
public struct FeedReader: ArticleReader {
  /// How the format is registered.
  public static let registration = ReaderRegistration(
    format: Format(
      name: "feed", summary: "RSS, RDF, Atom or JSON Feed: an article an entry",
      extensions: ["rss", "atom", "rdf", "xml"], mediaType: "application/rss+xml"),
    recognize: { FeedRecognizer.certainty(of: $0) },
    make: { _ in FeedReader() })

  /// Makes a reader.
  public init() {}

  /// Reads the entries of a feed, in its order; one that is empty is left out.
  ///
  /// - Throws: `ConversionError` (`badInput`) for what is no feed.
  public func read(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    guard let first = source.bytes.first(where: { $0 > 0x20 }) else {
      throw ConversionError(.badInput, "the feed is empty", file: source.path)
    }
    if first == UInt8(ascii: "{") || source.bytes.starts(with: [0xEF, 0xBB, 0xBF, 0x7B]) {
      let feed = try JSONFeed(source.bytes, address: source.url)
      let maker = FeedArticle(head: feed.head, address: source.url, limits: limits)
      let origin = Origin(of: source)
      return feed.entries.map {
        Publication.Entry(maker.article(of: $0, diagnostics: &diagnostics), origin: origin)
      }
    }
    return try xml(source, limits: limits, diagnostics: &diagnostics)
  }

  private func xml(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let text = XMLText(source.bytes, transport: source.charset) { CommonMark.text(ofReference: $0) }
    var document = FeedDocument(text, address: source.url, limits: limits)
    var entries: [FeedEntry] = []
    while let entry = document.next() { entries.append(entry) }
    guard document.isFeed else {
      throw ConversionError(
        .badInput, document.fault.map { "it is no feed: \($0.message)" } ?? "it is no feed",
        file: source.path, line: document.fault?.line)
    }
    if let fault = document.fault {
      diagnostics.warn(
        .xmlRepaired,
        "the feed is not well-formed and was read as far as it goes: \(fault.message)",
        line: fault.line)
    }
    let maker = FeedArticle(head: document.head, address: source.url, limits: limits)
    let origin = Origin(of: source)
    return entries.map {
      Publication.Entry(maker.article(of: $0, diagnostics: &diagnostics), origin: origin)
    }
  }
}
