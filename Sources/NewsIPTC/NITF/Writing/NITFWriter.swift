internal import NewsMarkup
public import NewsModel

/// Writes articles as IPTC's NITF 3.6, valid by its schema.
///
/// A document holds one article; a digest is a document whose articles follow one another in blocks.
public struct NITFWriter: ArticleWriter {
  /// How the format is registered.
  public static let registration = WriterRegistration(
    format: Format(
      name: "nitf", summary: "IPTC's News Industry Text Format 3.6", extensions: ["nitf", "xml"],
      mediaType: "application/nitf+xml"),
    make: { _, _ in NITFWriter() })

  /// Makes a writer.
  public init() {}

  /// Writes one document.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var output = NITFOutput()
    if publication.title == nil, publication.onlyArticle != nil {
      output.document(publication.entries[0], diagnostics: &diagnostics)
    } else {
      output.digest(publication, diagnostics: &diagnostics)
    }
    output.report(&diagnostics)
    try sink.write(Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8) + output.out.bytes)
  }
}
