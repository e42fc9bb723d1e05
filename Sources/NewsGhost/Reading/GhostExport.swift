internal import NewsBlocks
internal import NewsBytes
internal import NewsFiles
public import NewsModel

/// The posts of a Ghost export: JSON of its database, or of Ghost's own migration tools.
///
/// A post's text is its HTML; where there is none, what its editor keeps: Lexical or Mobiledoc.
/// Pages and drafts are left out unless options ask for them.
public final class GhostExport: ArticleCollection {
  /// How the collection is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "ghost", summary: "a Ghost export: its posts", extensions: ["ghost", "json"],
      mediaType: "application/x-ghost+json"),
    options: [
      FormatOption("pages", .flag, help: "of an export: its pages too"),
      FormatOption("drafts", .flag, help: "of an export: drafts too"),
      FormatOption("future", .flag, help: "of an export: posts with a date to come too"),
    ],
    recognize: { certainty(of: $0) },
    open: { (input, options, diagnostics) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(
          .badInput, "is a folder, not a file of a Ghost export", file: input.source.path)
      }
      var statuses: Set<String> = ["published", "sent"]
      if try options.flag("drafts") == true { statuses.insert("draft") }
      if try options.flag("future") == true { statuses.insert("scheduled") }
      return try GhostExport(
        bytes.rest(limit: input.limits.inputBytes), source: input.source,
        pages: try options.flag("pages") == true, statuses: statuses, diagnostics: &diagnostics)
    }
  ).holdingWholeSite

  private let source: Source
  private let site: GhostSite
  private let posts: [GhostPost]
  private var position = 0
  private var names: [String: Int] = [:]

  /// Reads the texts.
  public var reader: (any ArticleReader)? { MarkupTextReader() }
  /// How many posts there are.
  public var count: Int? { posts.count }
  /// What its posts bear.
  public var identifier: String? { source.name ?? "ghost" }
  /// Title and language of the site.
  public var metadata: Metadata { Metadata(title: site.title, language: site.language) }

  /// How sure one can be of a document's first bytes.
  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    guard head.firstMark == UInt8(ascii: "{") else { return 0 }
    let text = String(decoding: head.prefix(1024).filter { $0 > 0x20 }, as: UTF8.self)
    let beginnings = [
      "{\"db\":[{", "{\"meta\":{\"exported_on\"", "{\"posts\":[{\"url\"", "{\"posts\":[{\"data\"",
      "{\"data\":{\"posts\":[",
    ]
    return beginnings.contains { text.hasPrefix($0) } ? 100 : 0
  }

  init(
    _ bytes: [UInt8], source: Source, pages: Bool, statuses: Set<String>,
    diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let document = try JSONValue(parsing: bytes)
    guard let site = GhostSite(document) else {
      throw ConversionError(
        .badInput, "it is no Ghost export: it has no 'posts'", file: source.path)
    }
    self.source = source
    self.site = site
    var leftOut: [String: Int] = [:]
    posts = site.posts.filter { post in
      if !pages, GhostSite.isPage(post) {
        leftOut["pages (--pages)", default: 0] += 1
        return false
      }
      let status = post["status"]?.string ?? "published"
      if statuses.contains(status) { return true }
      let reason =
        switch status {
        case "draft": "drafts (--drafts)"
        case "scheduled": "posts with a date to come (--future)"
        default: "posts of status '\(status)'"
        }
      leftOut[reason, default: 0] += 1
      return false
    }
    for (reason, count) in leftOut.sorted(by: { $0.key < $1.key }) {
      diagnostics.notice(.postUnpublished, "left out: \(count) \(reason)")
    }
  }

  /// The next post.
  public func next() -> CollectionItem? {
    guard position < posts.count else { return nil }
    let post = posts[position]
    position += 1
    var source = self.source
    let metadata = site.metadata(of: post)
    source.metadata = metadata
    source.metadata.fill(from: self.source.metadata)
    source.bytes = Array(GhostText.html(of: post, site: site).utf8)
    source.url = metadata.canonicalURL ?? self.source.url
    source.mediaType = "text/html"
    source.charset = "utf-8"
    source.collection = identifier
    // Pictures have paths from the site's root: `/content/images/…`.
    source.siteRoot = source.siteRoot ?? self.source.path.map { FilePath($0).folder }
    let name = metadata.slug ?? "post-\(position)"
    let count = names[name, default: 0] + 1
    names[name] = count
    return CollectionItem(name: count == 1 ? name : "\(name)-\(count)", .source(source))
  }
}
