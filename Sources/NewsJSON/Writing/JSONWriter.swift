public import NewsModel
internal import NewsSignals

/// Writes the canonical form of an article or a digest as JSON.
///
/// One article gives the article's object, a digest the publication's; each on one line, so that
/// many in a file are JSON Lines. Described by `Documentation/article.schema.json`; reading it back
/// gives an equal article.
public struct JSONWriter: ArticleWriter {
  /// What may be chosen.
  public struct Options: Sendable, Hashable {
    /// Whether members stand on lines of their own, indented.
    public var isPretty = false
    /// Whether to write the body alone, as an array of blocks.
    public var isFragment = false

    /// Whether each article gets a member `signals` in its `extra`: language by its text, counts, share
    /// of links, signatures of near-duplicates.
    public var hasSignals = false

    /// The defaults.
    public init() {}
  }

  private let options: Options

  /// Makes a writer.
  public init(options: Options = Options()) { self.options = options }

  /// Writes the JSON and a line feed.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var publication = publication
    if options.hasSignals {
      publication.rewriteArticles { article in
        var article = article
        article.metadata.extra["signals"] = Signals(article).value
        return article
      }
    }
    var json: [UInt8]
    if options.isFragment {
      json = try publication.entries.flatMap(\.article.body).json(pretty: options.isPretty)
    } else if let article = publication.onlyArticle, publication.title == nil {
      json = try article.json(pretty: options.isPretty)
    } else {
      json = try publication.json(pretty: options.isPretty)
    }
    json.append(0x0A)
    try sink.write(json)
  }
}

extension JSONWriter {
  /// `json`.
  public static let registration = WriterRegistration(
    format: Format(
      name: "json", summary: "Everything known of the article, as JSON",
      extensions: ["json", "ndjson", "jsonl"],
      mediaType: "application/json"),
    options: [
      FormatOption("pretty", .flag, help: "Indent the JSON."),
      FormatOption("fragment", .flag, help: "Write the body alone."),
      FormatOption(
        "signals", .flag,
        help: "Add language by the text, counts, share of links, near-duplicate signatures."),
    ],
    make: { (options, _) throws(ConversionError) in
      var chosen = Options()
      chosen.isPretty = try options.flag("pretty") ?? false
      chosen.isFragment = try options.flag("fragment") ?? false
      chosen.hasSignals = try options.flag("signals") ?? false
      return JSONWriter(options: chosen)
    })
}
