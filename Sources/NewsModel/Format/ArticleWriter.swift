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
}

extension ArticleWriter {
  /// The bytes of a publication.
  ///
  /// - Parameter diagnostics: receives what the format could not hold.
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
