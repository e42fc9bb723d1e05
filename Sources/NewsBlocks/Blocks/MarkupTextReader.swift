package import NewsModel

/// Reads the text of an article that is a fragment of HTML; what is known of it besides comes with it.
package struct MarkupTextReader: ArticleReader {
  private let options: BlockBuilder.Options

  /// Makes a reader.
  package init(options: BlockBuilder.Options = .text) { self.options = options }

  package func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    var options = options
    options.language = source.language
    let built = BlockBuilder.blocks(
      ofMarkup: source.bytes, base: source.referenceBase, options: options, limits: limits,
      diagnostics: &diagnostics)
    var article = Article()
    article.body = built.blocks
    article.footnotes = built.footnotes
    if article.body.isEmpty {
      diagnostics.warn(
        .postEmpty, "'\(source.metadata.title ?? source.metadata.slug ?? "a post")' has no text")
    }
    return [Publication.Entry(article, from: source)]
  }

  /// All that is known is known from outside.
  package func preview(_ source: Source, limits: Limits) throws(ConversionError)
    -> [ArticlePreview]?
  {
    [ArticlePreview(Metadata())]
  }
}
