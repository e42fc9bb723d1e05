/// Turns a publication into bytes.
///
/// A writer is made once and used for a whole batch, from several tasks at once. It depends on
/// nothing but the publication and its options: the same publication gives the same bytes.
public protocol ArticleWriter: Sendable {
  /// Writes a publication.
  ///
  /// - Parameters:
  ///   - publication: one article, or many in sections.
  ///   - sink: receives the bytes in order.
  ///   - diagnostics: receives what the format could not hold.
  /// - Throws: ``ConversionError``, also any that the sink throws.
  func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError)

  /// Whether what it writes refers to pictures that lie beside it: then a folder of outputs gets
  /// copies of them. Not so by default.
  var refersToPictures: Bool { get }

  /// Whether those pictures lie in the folder of the file itself rather than in one for all. Not so by
  /// default.
  var bundlesPictures: Bool { get }

  /// Whether what it writes shows an article's metadata. Where it does not, lines of the text that say
  /// who wrote it or where it is from stay in the text. It does by default.
  var showsMetadata: Bool { get }

  /// What the names of its files end with, without the dot, where its options make that another than
  /// the format's own. None by default.
  var fileExtension: String? { get }
}

extension ArticleWriter {
  /// What it writes stands by itself.
  public var refersToPictures: Bool { false }

  /// One folder for all.
  public var bundlesPictures: Bool { false }

  /// It does.
  public var showsMetadata: Bool { true }

  /// The format's own.
  public var fileExtension: String? { nil }
}

extension ArticleWriter {
  /// The bytes of a publication.
  ///
  /// - Parameters:
  ///   - publication: the articles.
  ///   - diagnostics: receives what the format could not hold.
  public func write(
    _ publication: Publication, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8] {
    var buffer = ByteBuffer()
    try write(publication, to: &buffer, diagnostics: &diagnostics)
    return buffer.bytes
  }

  /// The bytes of a publication, where it does not matter what the format could not hold.
  public func write(_ publication: Publication) throws(ConversionError) -> [UInt8] {
    var diagnostics = Diagnostics()
    return try write(publication, diagnostics: &diagnostics)
  }
}
