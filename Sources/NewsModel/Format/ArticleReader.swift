/// Turns bytes into articles.
///
/// A reader is made once and used for a whole batch, from several threads at once.
public protocol ArticleReader: Sendable {
  /// Reads the articles in some bytes, usually one.
  ///
  /// An entry is an article with its origin. ``Publication/Entry/init(_:from:)`` makes one whose
  /// origin is what the source itself says; a reader that knows of sites names the site's folder and
  /// its address besides, so that writers find pictures and see what links mean.
  ///
  /// - Parameters:
  ///   - source: the bytes and what is known of them.
  ///   - limits: what the reader may take.
  ///   - diagnostics: receives what was dropped, repaired or guessed.
  /// - Throws: ``ConversionError`` where no article can be made of the bytes.
  func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry]

  /// What is known of a source's articles without reading their text, for choosing among many.
  ///
  /// What it gives is what ``read(_:limits:diagnostics:)`` would give, as far as it goes. Nothing is
  /// reported.
  ///
  /// - Returns: `nil` where knowing it takes reading everything, as it does by default.
  func preview(_ source: Source, limits: Limits) throws(ConversionError) -> [ArticlePreview]?
}

extension ArticleReader {
  /// `nil`: everything has to be read.
  public func preview(_ source: Source, limits: Limits) throws(ConversionError) -> [ArticlePreview]?
  {
    nil
  }
}

extension Publication.Entry {
  /// An article with the origin that its source declares.
  public init(_ article: Article, from source: Source) {
    self.init(article, origin: Origin(of: source))
  }
}

extension ArticleReader {
  /// Reads the articles alone, without their origins.
  public func readArticles(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Article] {
    try read(source, limits: limits, diagnostics: &diagnostics).map(\.article)
  }
}
