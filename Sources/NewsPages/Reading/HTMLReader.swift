internal import NewsBlocks
internal import NewsBytes
internal import NewsConventions
internal import NewsHTML
public import NewsModel
internal import NewsText
internal import Selectors

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
    /// What the article is, as CSS selectors: the elements that one of them selects, in order. Where a
    /// page has none, its article is searched for.
    public var keep: [String] = []
    /// What is none of the page, as CSS selectors.
    public var remove: [String] = []
    /// What repeats on the pages of the host and is no article.
    public var furniture: SiteFurniture?

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
      FormatOption(
        "keep", .values("SELECTOR"), help: "the article is what this CSS selector selects"),
      FormatOption(
        "remove", .values("SELECTOR"), help: "leave out of the page what this CSS selector selects"),
      FormatOption(
        "furniture", .value("FOLDER"),
        help: "leave out lines that repeat on the pages of a host in FOLDER (three pages or more)"),
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
      own.keep = options.values("keep")
      own.remove = options.values("remove")
      if let folder = options.value("furniture") {
        own.furniture = try SiteFurniture(folder: folder)
      }
      return try HTMLReader(checking: own)
    })

  private let options: Options
  private let keep: [Selector]
  private let remove: [Selector]

  /// Makes a reader; selectors that are none select nothing.
  public init(options: Options = Options()) {
    self.options = options
    keep = options.keep.compactMap { try? Selector($0) }
    remove = options.remove.compactMap { try? Selector($0) }
  }

  /// Makes a reader.
  ///
  /// - Throws: `ConversionError` (`badOption`) for what is no selector.
  public init(checking options: Options) throws(ConversionError) {
    self.options = options
    keep = try Self.selectors(options.keep, of: "keep")
    remove = try Self.selectors(options.remove, of: "remove")
  }

  private static func selectors(
    _ texts: [String], of option: String
  ) throws(ConversionError) -> [Selector] {
    var selectors: [Selector] = []
    for text in texts {
      do throws(SelectorProblem) {
        selectors.append(try Selector(text))
      } catch {
        throw ConversionError(
          .badOption,
          "--\(option) takes a CSS selector, and '\(text)' is none: at character \(error.column), "
            + error.reason)
      }
    }
    return selectors
  }

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
    // Where it was saved from is its address, unless its user knows better.
    let saved = SavedPage(text.utf8)
    var source = source
    if let saved { source.url = source.url ?? saved.url }
    var tree = try HTMLTree(
      parsing: text.utf8, isDecoded: true, limits: limits, diagnostics: &diagnostics)
    if let placed = StreamedBlocks.placed(in: tree) { tree = placed }
    tree = removing(from: tree)
    let kept = kept(in: tree, diagnostics: &diagnostics)
    let takesAll = options.isRaw || kept != nil

    let data = LinkedData(tree)
    let extractor = ArticleExtractor(
      tree, declared: data.articleBody, furniture: options.furniture, isWhole: takesAll)
    tree = extractor.outline.tree
    let body = kept?.first ?? (options.isRaw ? HTMLTree.root : extractor.ruledBody)
    let reader = MetadataReader(
      tree, data: data, outline: extractor.outline, body: body,
      excluded: takesAll ? [] : extractor.ruledExcluded,
      judged: takesAll ? nil : (extractor.body, extractor.excluded),
      headline: extractor.several?.headline, source: source)
    var article = Article(metadata: reader.metadata())
    article.metadata.retrieved = article.metadata.retrieved ?? saved?.date
    var pageOptions = BlockBuilder.Options.page
    pageOptions.language = article.metadata.language
    let base = reader.base
    let isSaved = saved != nil
    let builder = BlockBuilder(options: pageOptions, limits: limits) { address in
      isSaved && SavedPage.isBeside(address)
        ? address : URLReference.resolved(address, against: base)
    }
    let roots = kept ?? (options.isRaw ? [HTMLTree.root] : extractor.roots)
    let excluded = takesAll ? [] : extractor.excluded
    let output = builder.blocks(
      of: tree, from: roots, excluding: excluded,
      captions: takesAll ? [] : extractor.allCaptions,
      shown: extractor.outline.shown, diagnostics: &diagnostics)
    article.body = output.blocks
    article.footnotes = output.footnotes
    if !takesAll {
      if takeDeclared(data.articleBody, tree, builder, &article, limits) {
        diagnostics.note(.extractionFromData, "the text was taken from the page's data")
      } else {
        extractor.report(&diagnostics)
      }
      guard Self.hasContent(article) else {
        throw ConversionError(.badInput, Self.emptiness(of: tree), file: source.path)
      }
      // For pages of the web whoever fetched them sees to it.
      if source.retrieved == nil, ArticleParts.isHinted(in: text.utf8),
        let next = ArticleParts.next(in: tree, of: article.metadata.canonicalURL, base: base)
      {
        diagnostics.warn(
          .partMissing, "the article goes on at \(next), which was not read; convert it as well")
      }
    }
    let formulas = DelimitedFormulas(takesDollars: false)
    if formulas.mayFind(in: article),
      ["MathJax", "mathjax", "katex"].contains(where: { text.utf8.contains(bytesOf: $0) })
    {
      article = article.rewritten(by: formulas)
    }
    ArticleConventions(keepsText: options.keepsText).apply(to: &article, diagnostics: &diagnostics)
    article = article.rewritten(by: NormalForm())
    return [Publication.Entry(article, from: source)]
  }

  /// Takes the text that the page's data has, where the page shows little of it.
  private func takeDeclared(
    _ declared: String?, _ tree: HTMLTree, _ builder: BlockBuilder, _ article: inout Article,
    _ limits: Limits
  ) -> Bool {
    guard StructuredDataBody.isShort(article) else { return false }
    for text in [{ declared }, { StateScript.markup(in: tree) }] {
      if let text = text(),
        let blocks = StructuredDataBody(text, builder: builder).rescue(of: article, limits: limits)
      {
        article.body = blocks
        article.footnotes = []
        return true
      }
    }
    return false
  }

  /// What is to be done about a page without an article.
  private static func emptiness(of tree: HTMLTree) -> String {
    let frames = tree.nodes.indices.filter { tree.nodes[$0].tag == .frame }
      .compactMap { tree.string(.src, of: $0) }.filter { !$0.isEmpty }.prefix(8)
    return frames.isEmpty
      ? "no article found in the page; --raw takes all of it"
      : "no article found in the page, which is made of frames: convert the one that holds it of "
        + frames.joined(separator: ", ")
  }

  /// Whether there is anything in an article: words, pictures, players.
  private static func hasContent(_ article: Article) -> Bool {
    article.body.contains { block in
      switch block {
      case .thematicBreak: false
      case .paragraph(let paragraph): !paragraph.content.isEmpty
      default: true
      }
    }
  }

  /// The page without what is to be removed.
  private func removing(from tree: HTMLTree) -> HTMLTree {
    if remove.isEmpty { return tree }
    var isRemoved = [Bool](repeating: false, count: tree.count)
    for selector in remove {
      for (node, matches) in selector.matches(in: tree).enumerated() where matches {
        isRemoved[node] = true
      }
    }
    return tree.removing(isRemoved)
  }

  /// The elements that the article is; `nil` where it is to be searched for.
  private func kept(in tree: HTMLTree, diagnostics: inout Diagnostics) -> [Int]? {
    if keep.isEmpty { return nil }
    var all: [Int] = []
    for selector in keep { all += selector.outermost(in: tree) }
    all = Array(Set(all)).sorted()
    // What lies within another is in it already.
    var end = 0
    let outermost = all.filter { node in
      if node < end { return false }
      end = tree.end(of: node)
      return true
    }
    if outermost.isEmpty {
      let selectors = keep.map { "'\($0.text)'" }.joined(separator: ", ")
      diagnostics.warn(
        .selectorUnmatched, "nothing in the page is \(selectors): its article was searched for")
      return nil
    }
    return outermost
  }
}
