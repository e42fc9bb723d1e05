internal import NewsBlocks
internal import NewsBytes
internal import NewsConventions
internal import NewsFiles
internal import NewsFrontMatter
public import NewsModel
internal import NewsText

/// Reads a Jekyll post as Jekyll does: front matter, Liquid, Markdown.
///
/// A post within a site is read with the site's configuration, data, includes and other posts,
/// each read once however many posts are. Layouts are not rendered: the article is what Jekyll
/// calls `content`.
public struct JekyllReader: ArticleReader {
  /// How posts are read.
  public struct Options: Sendable, Hashable {
    /// The root folder of the site; found by its `_config.yml` if `nil`.
    public var site: String?
    /// Whether a site's drafts are among its posts.
    public var includesDrafts = false
    /// Whether posts with a date to come are.
    public var includesFuture = false
    /// Whether posts with `published: false` are.
    public var includesUnpublished = false
    /// Whether lines that repeat what the metadata say (the original's address at the end,
    /// links back to the site) stay in the text.
    public var keepsText = false
    /// Whether the links and settings of a site may lead out of its folder, because the user trusts
    /// who made it.
    public var isTrusting = false

    /// As Jekyll builds a site.
    public init() {}

    init(_ options: FormatOptions) throws(ConversionError) {
      site = options.value("site")
      includesDrafts = try options.flag("drafts") ?? false
      includesFuture = try options.flag("future") ?? false
      includesUnpublished = try options.flag("unpublished") ?? false
      keepsText = try options.flag("keep-text") ?? false
    }
  }

  /// How the format is registered.
  public static let registration = ReaderRegistration(
    format: Format(
      name: "jekyll", summary: "a Jekyll post: front matter, then Markdown or HTML with Liquid",
      extensions: ["md", "markdown", "mkd", "mkdn", "mkdown"], mediaType: "text/markdown"),
    options: [
      FormatOption("site", .value("DIR"), help: "the folder of the site that the posts belong to"),
      FormatOption("drafts", .flag, help: "with a site: its drafts too"),
      FormatOption("future", .flag, help: "with a site: posts with a date to come too"),
      FormatOption("unpublished", .flag, help: "with a site: posts with 'published: false' too"),
      FormatOption(
        "keep-text", .flag, help: "keep trailing addresses and navigation links in the text"),
    ],
    recognize: certainty(of:),
    make: { (options) throws(ConversionError) in JekyllReader(options: try Options(options)) })

  let options: Options
  private let sites = JekyllSites()

  /// Makes a reader.
  public init(options: Options = Options()) { self.options = options }

  /// Certain where a file opens with front matter; a line of dashes alone may be a rule.
  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    let bytes = Array(head)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if FrontMatter(in: bytes, from: start, lenient: true) != nil { return 100 }
    // Longer than what is shown of it, or never closed.
    return FrontMatter.opens(bytes, from: start) ? 60 : 0
  }

  /// Reads the article of a post.
  ///
  /// - Throws: ``ConversionError``: `badInput` for an empty or binary file, for a configuration
  ///   that is not YAML, and, with `strict_front_matter`, for front matter that is not.
  public func read(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let opened = try sites.site(
      for: source.path, root: source.siteRoot ?? options.site,
      isTrusted: source.isTrusted || options.isTrusting, diagnostics: &diagnostics)
    let page = try page(of: source, in: opened.site, &diagnostics)
    tell(of: page, opened.site, &diagnostics)
    return [try read(page, of: source, in: opened, limits: limits, diagnostics: &diagnostics)]
  }

  /// The post or page that a source is, resolved.
  func page(
    of source: Source, in site: JekyllSite, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) -> JekyllPage {
    let path = source.path ?? ""
    let place: PagePlace
    if let relative = site.relativePath(of: path) {
      place = PagePlace(relativePath: relative, configuration: site.configuration)
    } else {
      place = PagePlace(outsideSite: FileSystem.name(of: path))
    }
    let bytes = try Self.text(of: source, isPost: site.isPost(place), diagnostics: &diagnostics)
    let page = try JekyllPage(bytes: bytes, place: place, configuration: site.configuration)
    for remark in page.remarks { diagnostics.warn(remark.code, remark.message, line: remark.line) }
    return page
  }

  /// Reads the text of a post that is resolved.
  func read(
    _ page: JekyllPage, of source: Source, in opened: JekyllSites.Opened, limits: Limits,
    diagnostics: inout Diagnostics
  ) throws(ConversionError) -> Publication.Entry {
    let (site, liquid) = opened
    var article = Article()
    let reading = PostMetadata(of: page, site: site, language: source.language)
    article.metadata = reading.metadata
    let renderer = PostRenderer(page: page, site: site, liquid: liquid, limits: limits)
    let body = try renderer.blocks(of: page.body, line: page.bodyLine, diagnostics: &diagnostics)
    article.body = body.blocks
    article.footnotes = body.footnotes
    let formulas = DelimitedFormulas(takesDollars: Self.declaresFormulas(page, site))
    if formulas.mayFind(in: page.body) { article = article.rewritten(by: formulas) }
    if article.metadata.summary == nil {
      article.metadata.summary = try renderer.excerpt(whole: body.blocks)
    }
    // Front matter takes two lines at least: this file has none, and no site says what it is.
    if page.bodyLine == 1, !site.exists {
      article.takeTitleFromHeading()
      if article.metadata.summary == article.metadata.title { article.metadata.summary = nil }
    }
    if article.metadata.language == nil {
      article.metadata.language = LanguageDetector.language(of: article)
    }
    let conventions = ArticleConventions(
      keepsText: options.keepsText, hasSiteAuthors: reading.hasSiteAuthors)
    conventions.apply(to: &article, diagnostics: &diagnostics)
    return Publication.Entry(article, origin: origin(of: article.metadata, in: site, source))
  }

  /// Whether a post or its site asks for a script that sets formulas, as themes call it.
  private static func declaresFormulas(_ page: JekyllPage, _ site: JekyllSite) -> Bool {
    for key in ["math", "mathjax", "use_math", "katex", "usemathjax", "enable_math"] {
      if let value = page.data[key] ?? site.configuration.values[key] { return value.isTruthy }
    }
    return false
  }

  /// A post's site, and the addresses that its plugins for redirects and links know it by.
  func origin(of metadata: Metadata, in site: JekyllSite, _ source: Source) -> Origin {
    var origin = Origin(of: source)
    guard site.exists else { return origin }
    origin.siteRoot = site.source
    let host = site.webAddress
    let address = (host ?? "") + site.rootPath
    if !address.isEmpty { origin.siteURL = address }
    if origin.url == nil, host != nil, let path = metadata.url {
      origin.url = address + path
    }
    switch metadata.extra["redirect_from"] {
    case .string(let path)?: origin.aliases = [path]
    case .list(let paths)?: origin.aliases = paths.compactMap(\.string)
    default: break
    }
    // As GitHub's plugin for relative links reads them.
    if let file = source.path.flatMap(site.relativePath) { origin.aliases.append("/" + file) }
    return origin
  }

  /// Notes what would keep Jekyll from showing a post that was asked for by name.
  private func tell(of page: JekyllPage, _ site: JekyllSite, _ diagnostics: inout Diagnostics) {
    guard page.place.collection != nil else { return }
    if !page.isPublished, !options.includesUnpublished {
      diagnostics.note(
        .postUnpublished, "the site does not show this post: 'published' is not true")
    }
    if site.exists, site.isFuture(page), !site.configuration.showsFuture, !options.includesFuture {
      diagnostics.note(.postFuture, "the site does not show this post yet: its date is to come")
    }
    if page.place.kind == .draft, !options.includesDrafts {
      diagnostics.note(.postDraft, "this post is a draft")
    }
  }

  /// The bytes of a source as UTF-8.
  private static func text(
    of source: Source, isPost: Bool, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8] {
    let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard source.bytes[(hasMark ? 3 : 0)...].contains(where: { $0 > 0x20 }) else {
      if isPost {
        diagnostics.warn(.postEmpty, "the post is empty but for its name")
        return source.bytes
      }
      throw ConversionError(.badInput, "the file is empty", file: source.path)
    }
    if source.charset == nil, source.bytes.prefix(8192).place(of: 0) != nil,
      !source.bytes.starts(with: [0xFF, 0xFE]), !source.bytes.starts(with: [0xFE, 0xFF])
    {
      throw ConversionError(.badInput, "the file is binary, not text", file: source.path)
    }
    if source.charset == nil, UTF8Check.isValid(source.bytes) { return source.bytes }
    let text = TextDecoder.plain(source.bytes, transport: source.charset)
    if text.charset != .utf8 {
      diagnostics.warn(
        .encodingGuessed,
        "the file is not UTF-8, and Jekyll would leave it out; it was read as \(text.charset.name)")
    } else if text.isRepaired {
      diagnostics.warn(.encodingRepaired, "bytes that are not UTF-8 were replaced")
    }
    return text.utf8
  }
}
