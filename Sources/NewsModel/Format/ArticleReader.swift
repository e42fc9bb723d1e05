/// Turns bytes into articles.
///
/// A reader is made once and used for a whole batch, from several tasks at once.
public protocol ArticleReader: Sendable {
  /// Reads the articles in some bytes, usually one.
  ///
  /// - Parameters:
  ///   - source: the bytes and what is known of them.
  ///   - limits: what the reader may take.
  ///   - diagnostics: receives what was dropped, repaired or guessed.
  /// - Throws: ``ConversionError`` where no article can be made of the bytes.
  func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Article]
}
