internal import NewsFiles
public import NewsModel

/// The posts of a Jekyll site, which is opened once: listed, chosen and read by the same object.
///
/// Posts that Jekyll would not show (unpublished ones, those with a date to come, drafts) are left out
/// unless options ask for them.
public final class JekyllSiteCollection: ArticleCollection {
  private let posts: JekyllSitePosts
  /// The files of posts, relative to the site's source.
  private let files: [String]
  /// What names of files begin with to be found from here.
  private let prefix: String
  private let boundary: FileBoundary
  private let namesAnotherSite: Bool
  private var position = 0

  /// How the collection is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "jekyll", summary: "a Jekyll site: a folder with _config.yml or _posts",
      extensions: [], mediaType: "inode/directory"),
    options: JekyllReader.registration.options,
    recognizeFolder: { isSite($0) },
    open: { (input, options, diagnostics) throws(ConversionError) in
      guard case .folder(let folder) = input.content else {
        throw ConversionError(
          .badInput, "is not a folder, as a site is", file: input.source.path)
      }
      var options = try JekyllReader.Options(options)
      options.isTrusting = input.source.isTrusted
      return try JekyllSiteCollection(folder, options: options, diagnostics: &diagnostics)
    })

  /// Whether a folder is a site's root.
  static func isSite(_ folder: String) -> Bool {
    ["_config.yml", "_config.yaml"].contains { FileSystem.kind(of: folder + "/" + $0) == .file }
      || FileSystem.kind(of: folder + "/_posts") == .folder
  }

  /// Opens a site.
  ///
  /// - Throws: ``ConversionError`` where its configuration is not YAML.
  public init(
    _ folder: String, options: JekyllReader.Options = JekyllReader.Options(),
    diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let site = try JekyllSite(root: folder, isTrusted: options.isTrusting)
    for remark in site.remarks { diagnostics.add(site.diagnostic(of: remark)) }
    posts = JekyllSitePosts(site, options: options)
    namesAnotherSite = options.site != nil
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    self.prefix = site.source == site.root ? prefix : site.source + "/"
    var files = site.postFiles
    if options.includesDrafts || site.configuration.showsDrafts { files += site.draftFiles }
    self.files = files
    boundary = site.boundary
    for refusal in site.fileRefusals {
      diagnostics.warn(.resourceRefused, refusal)
    }
  }

  /// The title of the site.
  public var metadata: Metadata { posts.metadata }

  /// How many files of posts there are, those that are left out among them.
  public var count: Int? { files.count }

  /// Reads the site's posts.
  ///
  /// Where another site was named, they are read as posts of that one.
  public var reader: (any ArticleReader)? { namesAnotherSite ? nil : posts }

  /// The next file of a post.
  public func next() -> CollectionItem? {
    guard position < files.count else { return nil }
    let file = files[position]
    position += 1
    let path = prefix + file
    return CollectionItem(
      name: file,
      .deferred { [boundary] (limits) throws(ConversionError) in
        switch boundary.read(path, limit: limits.inputBytes) {
        case .bytes(let bytes): return Source(bytes: bytes, path: path)
        case .missing: throw ConversionError(.noInput, "is not there any more", file: path)
        case .refused(let refusal): throw ConversionError(.noInput, refusal.message, file: path)
        }
      })
  }
}
