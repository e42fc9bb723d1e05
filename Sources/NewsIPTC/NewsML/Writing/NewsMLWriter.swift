internal import NewsMarkup
public import NewsModel

/// Writes articles as items of IPTC's NewsML-G2 2.35, valid by its power schema, the text as XHTML.
///
/// One article is a `newsItem`, a digest a `newsMessage` with one for each.
public struct NewsMLWriter: ArticleWriter {
  /// How the format is registered.
  public static let registration = WriterRegistration(
    format: Format(
      name: "newsml-g2", summary: "IPTC's NewsML-G2 2.35, the text as XHTML",
      extensions: ["newsml", "g2"], mediaType: "application/vnd.iptc.g2.newsitem+xml",
      aliases: ["newsml", "newsmlg2"]),
    make: { _, environment in NewsMLWriter(sourceDateEpoch: environment.sourceDateEpoch) })

  private let epoch: Int?

  /// Makes a writer.
  ///
  /// - Parameter sourceDateEpoch: when a message is sent, in seconds since 1970; the latest date of
  ///   its articles otherwise.
  public init(sourceDateEpoch: Int? = nil) { epoch = sourceDateEpoch }

  /// Writes one document.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var output = NewsMLOutput()
    try sink.write(Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8))
    let isMessage = publication.title != nil || publication.onlyArticle == nil
    if isMessage { try sink.write(output.opening(of: publication, epoch: epoch)) }
    for entry in publication.entries {
      try sink.write(output.item(entry, diagnostics: &diagnostics))
    }
    if isMessage { try sink.write(Array("</itemSet>\n</newsMessage>\n".utf8)) }
    output.losses.report("NewsML-G2", &diagnostics)
  }
}
