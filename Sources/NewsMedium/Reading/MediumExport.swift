internal import NewsFiles
public import NewsModel

/// The stories of a Medium export: its archive, or the folder that it unpacks to.
///
/// Drafts are left out unless an option asks for them, and so is all that is no story: claps,
/// bookmarks, the profile.
public final class MediumExport: ArticleCollection {
  /// How the collection is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "medium", summary: "a Medium export: its archive, or a folder with posts and profile",
      extensions: [],
      mediaType: "inode/directory"),
    options: [FormatOption("drafts", .flag, help: "of an export: drafts too")],
    recognizeFolder: { isExport(FolderFiles($0)) },
    open: { (input, options, diagnostics) throws(ConversionError) in
      let files: any InputFiles
      switch input.content {
      case .folder(let folder): files = FolderFiles(folder, isTrusted: input.source.isTrusted)
      case .files(let members): files = members
      case .bytes:
        throw ConversionError(
          .badInput, "is neither a folder nor an archive, as a Medium export is",
          file: input.source.path)
      }
      return try MediumExport(
        files, source: input.source, includesDrafts: try options.flag("drafts") == true,
        limits: input.limits, diagnostics: &diagnostics)
    }
  ).recognizing { isExport($0) }

  private let files: any InputFiles
  private let known: Source
  private let names: [String]
  private var position = 0
  /// Reads the stories.
  public var reader: (any ArticleReader)? { MediumReader() }
  /// How many stories there are.
  public var count: Int? { names.count }

  static func isExport(_ files: any InputFiles) -> Bool {
    files.contains("profile/profile.html") && files.hasFiles(in: "posts")
  }

  init(
    _ files: any InputFiles, source: Source, includesDrafts: Bool, limits: Limits,
    diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    self.files = files
    known = source
    var names: [String] = []
    var drafts = 0
    for name in try files.names(in: "posts") where name.hasSuffix(".html") {
      if !includesDrafts, Self.isDraft(name, in: files, limits) {
        drafts += 1
      } else {
        names.append(name)
      }
    }
    self.names = names
    if drafts > 0 {
      diagnostics.notice(
        .postDraft,
        (drafts == 1 ? "1 draft is" : "\(drafts) drafts are")
          + " left out; --drafts reads drafts too")
    }
  }

  /// A draft is named so, or says neither when nor by whom it was published.
  private static func isDraft(_ name: String, in files: any InputFiles, _ limits: Limits) -> Bool {
    if name.hasPrefix("posts/draft_") { return true }
    guard let bytes = try? files.bytes(of: name, limits: limits) else { return false }
    let text = String(decoding: bytes.suffix(4096), as: UTF8.self)
    return !text.contains("dt-published") && !text.contains("p-author")
      && !text.contains("p-canonical")
  }

  /// The next story.
  public func next() -> CollectionItem? {
    guard position < names.count else { return nil }
    let name = names[position]
    position += 1
    var source = Source(bytes: [])
    source.collection = known.collection
    return CollectionItem(name: name, files.deferred(name, known: source))
  }
}
