internal import NewsBytes
internal import NewsCommonMark
internal import NewsFiles
public import NewsModel
internal import NewsXML

/// The posts of a blog of Blogger's: its backup, or `feed.atom` of Google Takeout, alone or in its folder.
///
/// Either is Atom that holds everything a blog is made of. Pages and drafts are left out unless options
/// ask for them; comments, settings, templates and what was thrown away always are.
public final class BloggerExport: ArticleCollection {
  /// How the collection is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "blogger", summary: "a backup of Blogger's, or its part of Google Takeout: its posts",
      extensions: ["atom", "xml"], mediaType: "application/x-blogger+xml"),
    options: [
      FormatOption("pages", .flag, help: "of an export: its pages too"),
      FormatOption("drafts", .flag, help: "of an export: drafts too"),
      FormatOption("future", .flag, help: "of an export: posts with a date to come too"),
    ],
    recognize: { certainty(of: $0) },
    recognizeFolder: { isExport($0) },
    open: { (input, options, diagnostics) throws(ConversionError) in
      var kinds: Set<BloggerDetails.Kind> = [.post]
      if try options.flag("pages") == true { kinds.insert(.page) }
      return try BloggerExport(
        input, kinds: kinds, drafts: try options.flag("drafts") == true,
        future: try options.flag("future") == true)
    }
  ).holdingWholeSite

  private let source: Source
  private let kinds: Set<BloggerDetails.Kind>
  private let (drafts, future): (Bool, Bool)
  private var document: FeedDocument
  private let maker: FeedArticle
  private var number = 0
  private var first: FeedEntry?
  private var leftOut: [String: Int] = [:]
  private var hasEnded = false
  private var diagnostics: Diagnostics
  /// Title and address of the blog.
  public let metadata: Metadata
  /// What its posts bear.
  public var identifier: String? { source.name ?? "blogger" }

  /// The file of Takeout.
  private static let takeoutName = "feed.atom"

  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    guard FeedRecognizer.certainty(of: head) == 100 else { return 0 }
    let isBlogger =
      head.contains(bytesOf: "http://schemas.google.com/blogger/2018")
      || head.contains(bytesOf: "http://schemas.google.com/blogger/2008/kind#")
      || head.contains(bytesOf: "tag:blogger.com") && head.contains(bytesOf: ".archive<")
    return isBlogger ? 100 : 0
  }

  private static func isExport(_ folder: String) -> Bool {
    let files = FolderFiles(folder)
    guard files.contains(takeoutName),
      let stream = try? FileByteStream(files.path(of: takeoutName)),
      let head = try? ByteReader(stream).peek(4096)
    else { return false }
    return certainty(of: head[...]) == 100
  }

  private init(
    _ input: CollectionInput, kinds: Set<BloggerDetails.Kind>, drafts: Bool, future: Bool
  ) throws(ConversionError) {
    var source = input.source
    let bytes: ByteReader
    switch input.content {
    case .bytes(let reader): bytes = reader
    case .folder(let folder):
      let files = FolderFiles(folder, isTrusted: source.isTrusted)
      guard let found = try files.bytes(of: Self.takeoutName, limits: input.limits) else {
        throw ConversionError(
          .noInput, "has no '\(Self.takeoutName)', as Google Takeout has", file: folder)
      }
      source.path = files.path(of: Self.takeoutName)
      bytes = ByteReader(bytes: found)
    case .files:
      throw ConversionError(
        .badInput, "is an archive: the file of the blog in it is read", file: source.path)
    }
    let text = try XMLTextStream(bytes, transport: source.charset, limits: input.limits) {
      CommonMark.text(ofReference: $0)
    }
    var document = FeedDocument(text, address: source.url, limits: input.limits)
    first = document.next()
    guard document.isFeed else {
      throw ConversionError(
        .badInput,
        document.fault.map { "it is no backup of a blog: \($0.message)" }
          ?? "it is no backup of a blog", file: source.name, line: document.fault?.line)
    }
    maker = FeedArticle(head: document.head, address: source.url, limits: input.limits)
    metadata = Metadata(
      title: maker.feedTitle, language: maker.head.language, canonicalURL: maker.head.link)
    diagnostics = Diagnostics(file: source.name)
    self.document = document
    self.source = source
    self.kinds = kinds
    self.drafts = drafts
    self.future = future
  }

  /// The next post.
  public func next() throws(ConversionError) -> CollectionItem? {
    while true {
      let known = first
      first = nil
      guard let entry = known ?? document.next() else {
        if let failure = document.failure { throw failure }
        end()
        return nil
      }
      if let reason = reason(toLeaveOut: entry.blogger) {
        leftOut[reason, default: 0] += 1
        continue
      }
      number += 1
      let article = article(of: entry)
      let name = article.metadata.slug ?? "post-\(number)"
      return CollectionItem(name: name, .entry(Publication.Entry(article, from: source)))
    }
  }

  private func reason(toLeaveOut details: BloggerDetails) -> String? {
    let kind = details.kind ?? .post
    guard kinds.contains(kind) else {
      switch kind {
      case .page: return "pages (--pages)"
      case .comment: return "comments"
      default: return ""
      }
    }
    if details.isTrashed { return "posts that were thrown away" }
    if details.isDraft, !drafts { return "drafts (--drafts)" }
    if details.isScheduled, !future { return "posts with a date to come (--future)" }
    return nil
  }

  private func article(of entry: FeedEntry) -> Article {
    var article = maker.article(of: entry, diagnostics: &diagnostics)
    let details = entry.blogger
    if let path = details.path {
      article.metadata.slug = Self.slug(path)
      // Takeout does not say where the blog is; this is where posts are on it.
      article.metadata.extra["blogger_path"] = .string(path)
    } else if let link = entry.link, FeedAddress.isAbsolute(link) {
      article.metadata.slug = Self.slug(link)
    }
    article.metadata.summary = article.metadata.summary ?? details.summary
    if details.kind == .page { article.metadata.extra["type"] = .string("page") }
    if details.isDraft { article.metadata.extra["status"] = .string("draft") }
    return article
  }

  /// `https://blog.example/2012/03/spring-tides.html` is `spring-tides`.
  private static func slug(_ address: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let last = path.split(separator: "/").last else { return nil }
    let stem = last.hasSuffix(".html") ? last.dropLast(5) : last
    return stem.isEmpty ? nil : String(stem)
  }

  private func end() {
    if hasEnded { return }
    hasEnded = true
    if let fault = document.fault {
      diagnostics.warn(
        .xmlRepaired,
        "the backup is not well-formed and was read as far as it goes: \(fault.message)",
        line: fault.line)
    }
    for (reason, count) in leftOut.sorted(by: { $0.key < $1.key }) where !reason.isEmpty {
      diagnostics.notice(.postUnpublished, "left out: \(count) \(reason)")
    }
  }

  /// What was odd about it so far; each thing once.
  public func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = Diagnostics(file: source.name) }
    return diagnostics.all
  }
}
