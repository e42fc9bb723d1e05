internal import NewsBlocks
internal import NewsConventions
internal import NewsHTML
public import NewsModel
internal import NewsText

/// Reads a news article from a web page.
public struct HTMLReader: ArticleReader {
  /// How a page is read.
  public struct Options: Sendable, Hashable {
    /// Whether the whole body is the article: nothing is searched for, nothing left out but what
    /// no browser shows.
    public var isRaw = false
    /// Whether lines that repeat what the metadata say (the original's address at the end,
    /// links back to the site) stay in the text.
    public var keepsText = false
    /// The encoding that the transport named, by its label; it wins over what the page says itself.
    public var encoding: String?

    /// Extraction, with such lines removed.
    public init() {}
  }

  /// How the format is registered.
  public static let registration = ReaderRegistration(
    format: Format(
      name: "html", summary: "a web page: its article, with who wrote it, when and where",
      extensions: ["html", "htm", "xhtml"], mediaType: "text/html"),
    options: [
      FormatOption("raw", .flag, help: "take the whole body, for pages that are only an article"),
      FormatOption(
        "keep-text", .flag, help: "keep trailing addresses and navigation links in the text"),
      FormatOption(
        "encoding", .value("NAME"), help: "the page's encoding, where the transport names one"),
    ],
    recognize: { head in HTMLRecognizer.certainty(of: head) },
    make: { (options) throws(ConversionError) in
      var own = Options()
      own.isRaw = try options.flag("raw") ?? false
      own.keepsText = try options.flag("keep-text") ?? false
      own.encoding = options.value("encoding")
      if let label = own.encoding, Charset(label) == nil {
        throw ConversionError(
          .badOption, "--encoding is a label such as gbk or windows-1251, not '\(label)'")
      }
      return HTMLReader(options: own)
    })

  private let options: Options

  /// Makes a reader.
  public init(options: Options = Options()) { self.options = options }

  /// Reads the article of a page.
  public func read(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      throw ConversionError(.badInput, "the page is empty", file: source.path)
    }
    let text = TextDecoder.html(source.bytes, transport: options.encoding ?? source.charset)
    if text.isRepaired {
      diagnostics.warn(.encodingRepaired, "bytes that are not \(text.charset.name) were replaced")
    }
    if text.removedNULs > 0 {
      diagnostics.warn(.bytesRemoved, "\(text.removedNULs) NUL bytes were removed")
    }
    let tree = try HTMLTree(parsing: text.utf8, limits: limits, diagnostics: &diagnostics)

    let extractor = ArticleExtractor(tree)
    let body = options.isRaw ? HTMLTree.root : extractor.body
    let reader = MetadataReader(
      tree, outline: extractor.outline, body: body,
      excluded: options.isRaw ? [] : extractor.excluded, source: source)
    var article = Article(metadata: reader.metadata())
    var pageOptions = BlockBuilder.Options.page
    pageOptions.language = article.metadata.language
    let base = reader.base
    let builder = BlockBuilder(options: pageOptions, limits: limits) { address in
      URLReference.resolved(address, against: base)
    }
    let roots = options.isRaw ? [HTMLTree.root] : extractor.roots
    let excluded = options.isRaw ? [] : extractor.excluded
    let output = builder.blocks(
      of: tree, from: roots, excluding: excluded,
      captions: options.isRaw ? [] : extractor.captions, diagnostics: &diagnostics)
    article.body = output.blocks
    article.footnotes = output.footnotes
    if !options.isRaw {
      if let declared = reader.structuredBody,
        let blocks = StructuredDataBody(declared, builder: builder).rescue(
          of: article, limits: limits)
      {
        diagnostics.note(.textSubstituted, "the text was taken from the page's data (JSON-LD)")
        article.body = blocks
        article.footnotes = []
      } else if let loss = extractor.loss {
        diagnostics.warn(
          .textDropped,
          "no article was found for sure: \(loss.left) of \(loss.all) letters of the page were left "
            + "out; --raw takes all")
      }
    }
    ArticleConventions(keepsText: options.keepsText).apply(to: &article, diagnostics: &diagnostics)
    return [Publication.Entry(article, from: source)]
  }
}
