internal import NewsBlocks
internal import NewsFiles
internal import NewsFrontMatter
public import NewsModel
internal import NewsText

/// Reads a page of Hugo or Zola: front matter in YAML, TOML or JSON, shortcodes, Markdown.
///
/// A page within a site is read with the site's configuration: its languages, its addresses, its
/// sections, its other pages. Templates are not rendered: the article is what Hugo calls `.Content`.
public struct HugoReader: ArticleReader {
  /// How pages are read.
  public struct Options: Sendable, Hashable {
    /// The root folder of the site; found by its configuration if `nil`.
    public var site: String?
    /// Whether a site's drafts are among its pages.
    public var includesDrafts = false
    /// Whether pages with a date to come are.
    public var includesFuture = false
    /// Whether pages are whose `expiryDate` has passed.
    public var includesExpired = false
    /// Whether a site may lead out of its folder, because the user trusts who made it.
    public var isTrusting = false

    /// As Hugo builds a site.
    public init() {}

    init(_ options: FormatOptions) throws(ConversionError) {
      site = options.value("site")
      includesDrafts = try options.flag("drafts") ?? false
      includesFuture = try options.flag("future") ?? false
      includesExpired = try options.flag("expired") ?? false
    }
  }

  /// How the format is registered.
  public static let registration: ReaderRegistration = {
    var registration = ReaderRegistration(
      format: Format(
        name: "hugo",
        summary: "a page of Hugo or Zola: front matter, then Markdown with shortcodes",
        extensions: [], mediaType: "text/markdown", aliases: ["zola"]),
      options: [
        FormatOption(
          "site", .value("DIR"), help: "the folder of the site that the pages belong to"),
        FormatOption("drafts", .flag, help: "with a site: its drafts too"),
        FormatOption("future", .flag, help: "with a site: pages with a date to come too"),
        FormatOption("expired", .flag, help: "with a site: pages whose expiryDate has passed too"),
      ],
      recognize: certainty(of:),
      make: { (options) throws(ConversionError) in HugoReader(options: try Options(options)) })
    registration.claims = { path, _ in claims(path) }
    return registration
  }()

  let options: Options
  private let sites = HugoSites()

  /// Makes a reader.
  public init(options: Options = Options()) { self.options = options }

  /// Certain where a file opens with front matter in TOML, or in JSON with text behind it.
  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    let bytes = Array(head)
    switch FrontMatterBlock.search(bytes) {
    case .found(let block):
      switch block.syntax {
      case .yaml: return 0
      case .toml: return 100
      // Nothing but an object is a document of JSON.
      case .json: return bytes[block.bodyStart...].contains { $0 > 0x20 } ? 100 : 0
      }
    // Longer than what is shown of it, or never closed.
    case .unclosed(.toml): return 60
    default: return 0
    }
  }

  /// Whether a file is among the content of a site.
  static func claims(_ path: String) -> Bool {
    let suffix = FileSystem.pathExtension(of: path).lowercased()
    return ContentPlace.readExtensions.contains(suffix) && HugoSite.root(above: path) != nil
  }

  /// Reads the article of a page.
  ///
  /// - Throws: ``ConversionError``: `badInput` for an empty file, for front matter that is not what it
  ///   looks like and for such a configuration.
  public func read(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let site = try site(of: source)
    let bytes = try Self.text(of: source, diagnostics: &diagnostics)
    let page = try page(of: source, bytes, in: site)
    tell(of: page, site, &diagnostics)
    return [read(page, bytes, of: source, in: site, limits: limits, diagnostics: &diagnostics)]
  }

  /// The front matter alone.
  public func preview(_ source: Source, limits: Limits) throws(ConversionError) -> [ArticlePreview]?
  {
    let site = try site(of: source)
    return [try preview(source, in: site)]
  }

  /// What is known of a page before its text is read.
  func preview(
    _ source: Source, in site: HugoSite, isHidden: (HugoPage) -> Bool = { _ in false }
  ) throws(ConversionError) -> ArticlePreview {
    var unheard = Diagnostics()
    let bytes = try Self.text(of: source, diagnostics: &unheard)
    let page = try page(of: source, bytes, in: site)
    let metadata = HugoMetadata.metadata(of: page, in: site)
    return ArticlePreview(
      metadata, origin: origin(of: metadata, page, in: site, source), isHidden: isHidden(page))
  }

  private func site(of source: Source) throws(ConversionError) -> HugoSite {
    try sites.site(
      for: source.path, root: source.siteRoot ?? options.site,
      isTrusted: source.isTrusted || options.isTrusting)
  }

  func page(
    of source: Source, _ bytes: [UInt8], in site: HugoSite
  ) throws(ConversionError) -> HugoPage {
    let name = source.path.map(FileSystem.name(of:)) ?? ""
    var place = source.path.flatMap(site.place(of:)) ?? ContentPlace(name, languages: nil)
    if !site.exists, place.isBundle, let path = source.path {
      // The folder of a bundle has its name.
      place = ContentPlace(
        FileSystem.name(of: FileSystem.folder(of: FileSystem.absolute(path))) + "/" + name,
        languages: nil)
    }
    return try HugoPage(bytes: bytes, path: source.path, place: place, site: site)
  }

  /// Reads the text of a page that is resolved.
  func read(
    _ page: HugoPage, _ bytes: [UInt8], of source: Source, in site: HugoSite, limits: Limits,
    diagnostics: inout Diagnostics
  ) -> Publication.Entry {
    for remark in page.remarks { diagnostics.warn(remark.code, remark.message, line: 1) }
    var article = Article()
    article.metadata = HugoMetadata.metadata(of: page, in: site)
    let renderer = HugoText(page: page, site: site, limits: limits)
    let text = Array(bytes[page.bodyStart...])
    let body = renderer.blocks(of: text, line: page.bodyLine, diagnostics: &diagnostics)
    article.body = body.blocks
    article.footnotes = body.footnotes
    if !page.hasFrontMatter { article.takeTitleFromHeading() }
    if article.body.isEmpty { diagnostics.warn(.postEmpty, "the page has no text") }
    if article.metadata.summary == nil { article.metadata.summary = renderer.summary(of: text) }
    if article.metadata.language == nil {
      article.metadata.language = source.language ?? LanguageDetector.language(of: article)
    }
    return Publication.Entry(article, origin: origin(of: article.metadata, page, in: site, source))
  }

  private func origin(
    of metadata: Metadata, _ page: HugoPage, in site: HugoSite, _ source: Source
  ) -> Origin {
    var origin = Origin(of: source)
    origin.aliases = page.keys["aliases"]?.texts ?? []
    guard site.exists else { return origin }
    origin.siteRoot = site.root
    origin.pictureFolders = site.pictureFolders
    origin.siteURL = site.configuration.address
    if origin.url == nil, let address = site.configuration.address, address.contains("://"),
      let path = metadata.url
    {
      origin.url = address + path
    }
    origin.aliases.append("/" + page.place.path)
    return origin
  }

  /// Notes what would keep the site from showing a page that was asked for by name.
  private func tell(of page: HugoPage, _ site: HugoSite, _ diagnostics: inout Diagnostics) {
    guard site.exists else { return }
    if page.isDraft, !options.includesDrafts {
      diagnostics.note(.postDraft, "this page is a draft")
    }
    if page.isFuture, !options.includesFuture {
      diagnostics.note(.postFuture, "the site does not show this page yet: its date is to come")
    }
    if page.isExpired, !options.includesExpired {
      diagnostics.note(
        .postUnpublished, "the site does not show this page any more: its expiryDate has passed")
    }
  }

  /// The bytes of a source as UTF-8.
  static func text(
    of source: Source, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8] {
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      throw ConversionError(.badInput, "the file is empty", file: source.path)
    }
    if source.charset == nil, UTF8Check.isValid(source.bytes), !source.bytes.contains(0) {
      return source.bytes
    }
    let text = TextDecoder.plain(source.bytes, transport: source.charset)
    if text.charset != .utf8, text.isGuess {
      diagnostics.warn(
        .encodingGuessed, "the file is not UTF-8; it was read as \(text.charset.name)")
    } else if text.isRepaired {
      diagnostics.warn(.encodingRepaired, "bytes that are not UTF-8 were replaced")
    }
    return text.utf8
  }
}

extension HugoPage {
  /// Whether its date is to come.
  var isFuture: Bool {
    guard let date = publishDate ?? date else { return false }
    return date.secondsSince1970 > FileSystem.now
  }

  /// Whether it was to be shown until a day that has passed.
  var isExpired: Bool {
    guard let date = expiryDate else { return false }
    return date.secondsSince1970 < FileSystem.now
  }
}
