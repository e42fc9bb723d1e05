import NewsMarkup
public import NewsModel

/// Writes HTML5: a whole page with its metadata, or the body alone.
public struct HTMLWriter: ArticleWriter {
  /// What the page is to be.
  public struct Options: Sendable, Hashable {
    /// The body alone, links as written, without header, metadata and style.
    public var fragment: Bool

    /// Makes options; by default a whole page.
    public init(fragment: Bool = false) { self.fragment = fragment }
  }

  /// What was asked for.
  public let options: Options

  /// Makes a writer.
  public init(options: Options = Options()) { self.options = options }

  /// The format as the registry knows it.
  public static let registration = WriterRegistration(
    format: Format(
      name: "html", summary: "HTML5: a page with its metadata, or a fragment",
      extensions: ["html", "htm"], mediaType: "text/html"),
    options: [
      FormatOption(
        "fragment", .flag, help: "The body alone: no header, no metadata, links as written.")
    ],
    make: { (options, _) throws(ConversionError) in
      HTMLWriter(options: Options(fragment: try options.flag("fragment") ?? false))
    })

  /// Writes one page, or the bodies alone, one after the other.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let entries = publication.entries
    guard options.fragment else {
      var page = HTMLPage(publication)
      let bytes = page.bytes()
      for diagnostic in page.diagnostics.all { diagnostics.add(diagnostic) }
      return try sink.write(bytes)
    }
    for (index, entry) in entries.enumerated() {
      var style = HTMLSerializer<VerbatimReferences>.Style()
      if entries.count > 1 { style.idPrefix = "a\(index + 1)-" }
      var serializer = HTMLSerializer(
        style: style, references: VerbatimReferences(), footnotes: entry.article.footnotes)
      serializer.blocks(entry.article.body)
      serializer.footnotes(entry.article.footnotes)
      for diagnostic in serializer.diagnostics.all { diagnostics.add(diagnostic) }
      try sink.write(serializer.out.bytes)
    }
  }
}
