internal import NewsMarkup
public import NewsModel

/// Writes articles as items of IPTC's ninjs, valid by the schema of the version.
///
/// An article is an item of type `text` with its text as HTML and as plain text; its pictures are
/// associations. A digest is an item of type `composite`, its articles are associations.
public struct NinjsWriter: ArticleWriter {
  /// What may be chosen.
  public struct Options: Sendable, Hashable {
    /// The version to write.
    public var version = NinjsVersion.v3
    /// Whether members stand on lines of their own, indented.
    public var isPretty = false

    /// The defaults.
    public init() {}
  }

  private let options: Options

  /// Makes a writer.
  public init(options: Options = Options()) { self.options = options }

  /// How the format is registered.
  public static let registration = WriterRegistration(
    format: Format(
      name: "ninjs", summary: "IPTC's News in JSON", extensions: ["json"],
      mediaType: "application/vnd.iptc.ninjs+json"),
    options: [
      FormatOption(
        "ninjs-version", .choice(NinjsVersion.allCases.map(\.rawValue)),
        help: "The version of the standard; 3.1 by default."),
      FormatOption("pretty", .flag, help: "Indent the JSON."),
    ],
    make: { (options, _) throws(ConversionError) in
      var chosen = Options()
      chosen.version = try options.choice("ninjs-version") ?? .v3
      chosen.isPretty = try options.flag("pretty") ?? false
      return NinjsWriter(options: chosen)
    })

  /// Writes the JSON and a line feed.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var item = NinjsOutput(version: options.version)
    let value =
      if publication.title == nil, publication.onlyArticle != nil {
        item.document(publication.entries[0], &diagnostics)
      } else {
        item.package(publication, &diagnostics)
      }
    item.losses.report("ninjs", &diagnostics)
    var json = try value.json(pretty: options.isPretty)
    json.append(0x0A)
    try sink.write(json)
  }
}
