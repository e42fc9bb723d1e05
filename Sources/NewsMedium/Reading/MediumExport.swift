internal import NewsFiles
public import NewsModel

/// The stories of a Medium export: the folder that its archive unpacks to.
///
/// Drafts are left out unless an option asks for them, and so is all that is no story: claps,
/// bookmarks, the profile.
public final class MediumExport: ArticleCollection {
  /// How the collection is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "medium", summary: "a Medium export: a folder with posts and profile", extensions: [],
      mediaType: "inode/directory"),
    options: [FormatOption("drafts", .flag, help: "of an export: drafts too")],
    recognizeFolder: { isExport($0) },
    open: { (input, options, diagnostics) throws(ConversionError) in
      guard case .folder(let folder) = input.content else {
        throw ConversionError(
          .badInput, "is not a folder, as a Medium export is", file: input.source.path)
      }
      return try MediumExport(
        folder, source: input.source, includesDrafts: try options.flag("drafts") == true,
        diagnostics: &diagnostics)
    })

  private let folder: String
  private let names: [String]
  private let boundary: FileBoundary
  private var position = 0
  /// Reads the stories.
  public var reader: (any ArticleReader)? { MediumReader() }
  /// How many stories there are.
  public var count: Int? { names.count }

  static func isExport(_ folder: String) -> Bool {
    FileSystem.kind(of: folder + "/posts") == .folder
      && FileSystem.kind(of: folder + "/profile/profile.html") == .file
  }

  init(
    _ folder: String, source: Source, includesDrafts: Bool, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    self.folder = folder
    boundary = FileBoundary(around: [folder], isLifted: source.isTrusted)
    var names: [String] = []
    var drafts = 0
    for (name, _) in try FileTree.entries(of: folder + "/posts") where name.hasSuffix(".html") {
      if !includesDrafts, Self.isDraft(name, in: folder, boundary) {
        drafts += 1
      } else {
        names.append(name)
      }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.names = names
    if drafts > 0 {
      diagnostics.notice(
        .postDraft,
        (drafts == 1 ? "1 draft is" : "\(drafts) drafts are")
          + " left out; --drafts reads drafts too")
    }
  }

  /// A draft is named so, or says neither when nor by whom it was published.
  private static func isDraft(_ name: String, in folder: String, _ boundary: FileBoundary) -> Bool {
    if name.hasPrefix("draft_") { return true }
    guard case .bytes(let bytes) = boundary.read(folder + "/posts/" + name) else { return false }
    let text = String(decoding: bytes.suffix(4096), as: UTF8.self)
    return !text.contains("dt-published") && !text.contains("p-author")
      && !text.contains("p-canonical")
  }

  /// The next story.
  public func next() -> CollectionItem? {
    guard position < names.count else { return nil }
    let name = names[position]
    position += 1
    let path = folder + "/posts/" + name
    return CollectionItem(
      name: "posts/" + name,
      .deferred { [boundary] (limits) throws(ConversionError) in
        switch boundary.read(path, limit: limits.inputBytes) {
        case .bytes(let bytes): return Source(bytes: bytes, path: path)
        case .missing: throw ConversionError(.noInput, "is not there any more", file: path)
        case .refused(let refusal): throw ConversionError(.noInput, refusal.message, file: path)
        }
      })
  }
}
