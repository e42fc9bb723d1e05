internal import NewsFiles
public import NewsModel

/// The pages of a site of Hugo or Zola, which is opened once: listed, chosen and read by the same
/// object.
///
/// Pages that the site would not show (drafts, those with a date to come, those that have expired) are
/// left out unless options ask for them.
public final class HugoSiteCollection: ArticleCollection {
  /// How the collection is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "hugo", summary: "a site of Hugo or Zola: a folder with its configuration and content",
      extensions: [], mediaType: "inode/directory", aliases: ["zola"]),
    options: HugoReader.registration.options,
    recognizeFolder: { HugoConfiguration.isSite($0) },
    open: { (input, options, diagnostics) throws(ConversionError) in
      guard case .folder(let folder) = input.content else {
        throw ConversionError(.badInput, "is not a folder, as a site is", file: input.source.path)
      }
      var options = try HugoReader.Options(options)
      options.isTrusting = input.source.isTrusted
      return try HugoSiteCollection(folder, options: options, diagnostics: &diagnostics)
    })

  private let pages: HugoSitePages
  private let files: [HugoSite.File]
  /// What paths of files begin with, as the site knows them, and as the user named them.
  private let prefix: (known: String, named: String)
  private let boundary: FileBoundary
  private var position = 0

  /// Opens a site.
  ///
  /// - Throws: ``ConversionError`` where its configuration cannot be read.
  public init(
    _ folder: String, options: HugoReader.Options = HugoReader.Options(),
    diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let site = try HugoSite(root: folder, isTrusted: options.isTrusting)
    let found = try site.pages()
    pages = HugoSitePages(site, options: options)
    files = found.files
    boundary = site.boundary
    prefix = (site.root + "/", folder.hasSuffix("/") ? folder : folder + "/")
    for refusal in found.refusals { diagnostics.warn(.resourceRefused, refusal) }
    if found.unread > 0 {
      diagnostics.notice(
        .textDropped,
        "left out: \(found.unread) pages in AsciiDoc, Org or reStructuredText, which are not read")
    }
  }

  /// The title and language of the site.
  public var metadata: Metadata { pages.metadata }
  /// How many files of pages there are, those that are left out among them.
  public var count: Int? { files.count }
  /// Reads the site's pages.
  public var reader: (any ArticleReader)? { pages }

  /// The next file of a page.
  public func next() -> CollectionItem? {
    guard position < files.count else { return nil }
    let file = files[position]
    position += 1
    let name = String(file.path.dropFirst(prefix.known.utf8.count))
    let path = prefix.named + name
    return CollectionItem(
      name: Self.outputName(name, file.place),
      .deferred { [boundary] (limits) throws(ConversionError) in
        switch boundary.read(path, limit: limits.inputBytes) {
        case .bytes(let bytes): return Source(bytes: bytes, path: path)
        case .missing: throw ConversionError(.noInput, "is not there any more", file: path)
        case .refused(let refusal): throw ConversionError(.noInput, refusal.message, file: path)
        }
      })
  }

  /// A bundle is called after its folder.
  private static func outputName(_ name: String, _ place: ContentPlace) -> String {
    guard place.isBundle, !place.name.isEmpty else { return name }
    let file = FileSystem.name(of: name)
    return FileSystem.folder(of: name) + file.dropFirst("index".utf8.count)
  }
}

/// Reads the pages of one site.
final class HugoSitePages: ArticleReader {
  private let site: HugoSite
  private let reader: HugoReader

  init(_ site: HugoSite, options: HugoReader.Options) {
    self.site = site
    reader = HugoReader(options: options)
  }

  var metadata: Metadata {
    var metadata = Metadata()
    metadata.title = site.configuration.title(nil)
    return metadata
  }

  func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    var heard = diagnostics
    let bytes = try HugoReader.text(of: source, diagnostics: &heard)
    let page = try reader.page(of: source, bytes, in: site)
    if let reason = reasonToLeaveOut(page) {
      diagnostics.notice(reason.code, reason.message)
      return []
    }
    diagnostics = heard
    return [
      reader.read(page, bytes, of: source, in: site, limits: limits, diagnostics: &diagnostics)
    ]
  }

  func preview(_ source: Source, limits: Limits) throws(ConversionError) -> [ArticlePreview]? {
    [
      try reader.preview(source, in: site) { page in reasonToLeaveOut(page) != nil }
    ]
  }

  private func reasonToLeaveOut(_ page: HugoPage) -> (code: Diagnostic.Code, message: String)? {
    let (options, keys) = (reader.options, site.configuration.keys)
    if page.isDraft, !options.includesDrafts, keys.flag("builddrafts") != true {
      return (.postDraft, "is left out: it is a draft (--drafts)")
    }
    if page.isHidden { return (.postUnpublished, "is left out: the site makes no page of it") }
    // Zola shows pages whenever they are dated.
    guard site.configuration.generator == .hugo else { return nil }
    if page.isFuture, !options.includesFuture, keys.flag("buildfuture") != true {
      return (.postFuture, "is left out: its date is to come (--future)")
    }
    if page.isExpired, !options.includesExpired, keys.flag("buildexpired") != true {
      return (.postUnpublished, "is left out: its expiryDate has passed (--expired)")
    }
    return nil
  }
}
