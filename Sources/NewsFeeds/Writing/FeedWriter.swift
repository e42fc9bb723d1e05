internal import NewsAddress
internal import NewsMarkup
public import NewsModel

/// Writes articles as the entries of a feed: Atom 1.0 (RFC 4287), RSS 2.0 or JSON Feed 1.1.
///
/// Entries have their whole text. Addresses in it are whole ones, as far as the article's page is
/// known. The same articles give the same bytes: identifiers are the articles' own, their addresses,
/// or made of what does not change when a text is corrected.
public struct FeedWriter: ArticleWriter {
  /// What kinds of feeds there are.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// RFC 4287.
    case atom
    /// RSS 2.0 with the modules `content`, `dc` and `media`.
    case rss
    /// JSON Feed 1.1.
    case jsonFeed = "jsonfeed"
  }

  /// What may be chosen.
  public struct Options: Sendable, Hashable {
    /// Where the feed will be on the web: its link to itself.
    public var address: String?
    /// Whether entries have their summaries alone, where there are any.
    public var isSummary = false

    /// The defaults.
    public init() {}
  }

  private let kind: Kind
  private let options: Options
  private let epoch: Int?

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - kind: which format.
  ///   - options: what is written.
  ///   - sourceDateEpoch: the moment to give as that of the feed's last change, in seconds since 1970;
  ///     the latest of its content otherwise.
  public init(_ kind: Kind, options: Options = Options(), sourceDateEpoch: Int? = nil) {
    self.kind = kind
    self.options = options
    epoch = sourceDateEpoch
  }

  /// Writes one feed.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var outline = FeedOutline(publication, address: options.address, epoch: epoch)
    switch kind {
    case .atom: try write(&outline, AtomDocument(), to: &sink, diagnostics: &diagnostics)
    case .rss: try write(&outline, RSSDocument(), to: &sink, diagnostics: &diagnostics)
    case .jsonFeed:
      try write(&outline, JSONFeedDocument(), to: &sink, diagnostics: &diagnostics)
    }
  }

  private func write(
    _ outline: inout FeedOutline, _ document: some FeedDocumentForm, to sink: inout some ByteSink,
    diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var losses = MetadataLosses()
    try sink.write(try document.opening(outline, diagnostics: &diagnostics))
    for (index, entry) in outline.entries.enumerated() {
      losses.add(entry.metadata, dropped: document.dropped, keptKeys: ["id"])
      let place = outline.place(of: entry)
      var content: [UInt8]?
      if !options.isSummary || entry.metadata.summary == nil {
        content = AbsoluteMarkup(entry.article, page: place.page, diagnostics: &diagnostics).bytes
      }
      let written = FeedContent(metadata: entry.metadata, place: place, html: content)
      try sink.write(
        try document.entry(
          written, isLast: index == outline.entries.count - 1, of: outline,
          diagnostics: &diagnostics))
    }
    try sink.write(document.closing)
    losses.report(document.name, &diagnostics)
  }
}

/// An entry that is to be written.
struct FeedContent {
  let metadata: Metadata
  let place: FeedPlace
  /// The text, unless the summary stands for it.
  let html: [UInt8]?

  /// The lead image as a whole address on the web.
  var image: (address: String, type: String, alternative: String?)? {
    guard let image = metadata.leadImage else { return nil }
    var references = AbsoluteReferences(page: place.page)
    guard let address = PageAddress.web(references.absolute(image.source)) else { return nil }
    return (address, Self.type(of: address), image.alternative)
  }

  /// Section, categories and keywords, each once.
  var terms: [String] {
    var seen: Set<String> = []
    let all = (metadata.section.map { [$0] } ?? []) + metadata.categories + metadata.tags
    return all.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// The authors, or the line that names them.
  var authors: [Person] {
    metadata.authors.isEmpty ? metadata.byline.map { [Person(name: $0)] } ?? [] : metadata.authors
  }

  private static func type(of address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    switch path.split(separator: ".").last?.lowercased() {
    case "png": return "image/png"
    case "gif": return "image/gif"
    case "webp": return "image/webp"
    case "avif": return "image/avif"
    case "svg": return "image/svg+xml"
    default: return "image/jpeg"
    }
  }
}

/// How a kind of feed is written, piece by piece.
protocol FeedDocumentForm {
  /// What it is called in messages.
  var name: String { get }
  /// What it has no place for.
  var dropped: [Metadata.Field] { get }
  func opening(
    _ outline: FeedOutline, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8]
  func entry(
    _ content: FeedContent, isLast: Bool, of outline: FeedOutline, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8]
  var closing: [UInt8] { get }
}

extension FeedWriter {
  /// `atom`, `rss`, `jsonfeed`.
  public static let registrations: [WriterRegistration] = [
    registration(
      .atom, "An Atom feed: an entry an article", extensions: ["atom"],
      mediaType: "application/atom+xml"),
    registration(
      .rss, "An RSS 2.0 feed: an item an article", extensions: ["rss"],
      mediaType: "application/rss+xml"),
    registration(
      .jsonFeed, "A JSON Feed: an item an article", extensions: ["json"],
      mediaType: "application/feed+json"),
  ]

  private static func registration(
    _ kind: Kind, _ summary: String, extensions: [String], mediaType: String
  ) -> WriterRegistration {
    WriterRegistration(
      format: Format(
        name: kind.rawValue, summary: summary, extensions: extensions, mediaType: mediaType),
      options: [
        FormatOption(
          "feed-url", .value("URL"), help: "Where the feed will be: its link to itself."),
        FormatOption("summaries", .flag, help: "Summaries instead of whole texts."),
      ],
      make: { (options, environment) throws(ConversionError) in
        var chosen = Options()
        if let text = options.value("feed-url") {
          guard let address = PageAddress.web(text) else {
            throw ConversionError(
              .badOption, "--feed-url takes an address on the web, not '\(text)'")
          }
          chosen.address = address
        }
        chosen.isSummary = try options.flag("summaries") ?? false
        return FeedWriter(kind, options: chosen, sourceDateEpoch: environment.sourceDateEpoch)
      })
  }
}
