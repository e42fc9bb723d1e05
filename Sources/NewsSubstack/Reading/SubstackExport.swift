internal import NewsBlocks
internal import NewsFiles
public import NewsModel

/// The posts of a Substack export: its archive, or the folder that it unpacks to, with a table of posts
/// and a file for the text of each.
///
/// Pages and drafts are left out unless options ask for them.
public final class SubstackExport: ArticleCollection {
  /// How the collection is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "substack",
      summary: "a Substack export: its archive, or a folder with posts.csv and posts",
      extensions: [], mediaType: "inode/directory"),
    options: [
      FormatOption("pages", .flag, help: "of an export: its pages too"),
      FormatOption("drafts", .flag, help: "of an export: drafts too"),
    ],
    recognizeFolder: { isExport(FolderFiles($0)) },
    open: { (input, options, diagnostics) throws(ConversionError) in
      let files: any InputFiles
      switch input.content {
      case .folder(let folder): files = FolderFiles(folder, isTrusted: input.source.isTrusted)
      case .files(let members): files = members
      case .bytes:
        throw ConversionError(
          .badInput, "is neither a folder nor an archive, as a Substack export is",
          file: input.source.path)
      }
      return try SubstackExport(
        files, source: input.source, pages: try options.flag("pages") == true,
        drafts: try options.flag("drafts") == true, limits: input.limits,
        diagnostics: &diagnostics)
    }
  ).recognizing { isExport($0) }

  static func isExport(_ files: any InputFiles) -> Bool {
    files.contains("posts.csv") && files.hasFiles(in: "posts")
  }

  private let files: any InputFiles
  private let known: Source
  private let posts: [(file: String, metadata: Metadata)]
  private var position = 0
  /// Reads the texts.
  public var reader: (any ArticleReader)? { SubstackReader() }
  /// How many posts there are.
  public var count: Int? { posts.count }

  init(
    _ files: any InputFiles, source: Source, pages: Bool, drafts: Bool, limits: Limits,
    diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    self.files = files
    known = source
    guard let bytes = try files.bytes(of: "posts.csv", limits: limits) else {
      throw ConversionError(.noInput, "cannot be read", file: files.path(of: "posts.csv"))
    }
    var posts: [(file: String, metadata: Metadata)] = []
    var leftOut = (pages: 0, drafts: 0)
    var listed: Set<String> = []
    for record in CommaSeparatedValues(bytes).records {
      guard let id = record["post_id"], !id.isEmpty else { continue }
      listed.insert(id)
      if record["type"] == "page", !pages {
        leftOut.pages += 1
      } else if record["is_published"]?.lowercased() == "false", !drafts {
        leftOut.drafts += 1
      } else {
        posts.append((id, Self.metadata(of: record, id)))
      }
    }
    // A text that the table does not list is a post all the same.
    for name in try files.names(in: "posts") where name.hasSuffix(".html") {
      let id = String(name.dropFirst(6).dropLast(5))
      if !listed.contains(id) { posts.append((id, Self.metadata(of: [:], id))) }
    }
    self.posts = posts
    if leftOut.pages > 0 {
      diagnostics.notice(
        .postUnpublished, "pages are left out: \(leftOut.pages); --pages reads pages too")
    }
    if leftOut.drafts > 0 {
      diagnostics.notice(
        .postDraft, "drafts are left out: \(leftOut.drafts); --drafts reads drafts too")
    }
  }

  private static func metadata(of record: [String: String], _ id: String) -> Metadata {
    var metadata = Metadata()
    metadata.title = PlainText.cleaned(record["title"])
    metadata.alternativeTitle = PlainText.cleaned(record["subtitle"])
    metadata.published = record["post_date"].flatMap { Timestamp(iso8601: $0) }
    // `123401.a-new-bridge`
    let parts = id.split(separator: ".", maxSplits: 1).map(String.init)
    metadata.slug = parts.last
    if parts.count == 2, let number = Int(parts[0]) {
      metadata.extra["substack_id"] = .integer(number)
    }
    for key in ["type", "audience", "podcast_url"] {
      if let value = record[key], !value.isEmpty { metadata.extra[key] = .string(value) }
    }
    return metadata
  }

  /// The next post.
  public func next() -> CollectionItem? {
    guard position < posts.count else { return nil }
    let (id, metadata) = posts[position]
    position += 1
    var source = Source(bytes: [])
    source.metadata = metadata
    source.collection = known.collection
    return CollectionItem(
      name: metadata.slug ?? id,
      files.deferred(
        "posts/\(id).html", known: source,
        missing: "'\(metadata.title ?? id)' is in posts.csv, but its text is not there"))
  }
}

/// Reads the text of a post, and puts a podcast's recording before it.
struct SubstackReader: ArticleReader {
  private let texts = MarkupTextReader()

  func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    var source = source
    source.bytes = SubstackEmbeds.expanded(source.bytes)
    var entries = try texts.read(source, limits: limits, diagnostics: &diagnostics)
    if let recording = source.metadata.extra["podcast_url"]?.string, !entries.isEmpty {
      entries[0].article.body.insert(.media(Media(.audio, source: recording)), at: 0)
    }
    return entries
  }

  func preview(_ source: Source, limits: Limits) throws(ConversionError) -> [ArticlePreview]? {
    [ArticlePreview(Metadata())]
  }
}
