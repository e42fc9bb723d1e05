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

  /// Where an article that was read from a source belongs: a reader that knows of sites names the
  /// site's folder and its address, so that writers find pictures and see what links mean.
  func origin(of article: Article, from source: Source) -> Origin
}

extension ArticleReader {
  /// What the source itself tells.
  public func origin(of article: Article, from source: Source) -> Origin { Origin(of: source) }
}
