internal import NewsBlocks
internal import NewsBytes
internal import NewsCommonMark
public import NewsModel
internal import NewsXML

/// The posts of a WordPress export (WXR 1.0 to 1.2), or of one by a system that writes the same
/// format, such as Squarespace.
///
/// The document is gone through once. Attachments are kept by address, blocks for use in several posts
/// by text, so that posts find what they refer to wherever it stands. Pages, drafts and what the
/// public does not see are left out unless options ask for them; comments always are.
public final class WordPressExport: ArticleCollection {
  /// How the collection is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "wordpress", summary: "a WordPress export (WXR), also Squarespace's: its posts",
      extensions: ["wxr", "xml"], mediaType: "application/x-wxr+xml", aliases: ["wxr"]),
    options: [
      FormatOption("pages", .flag, help: "of an export: its pages too"),
      FormatOption(
        "post-type", .values("TYPE"), help: "of a WordPress export: items of this type too"),
      FormatOption("drafts", .flag, help: "of an export: drafts too"),
      FormatOption("future", .flag, help: "of an export: posts with a date to come too"),
      FormatOption(
        "unpublished", .flag, help: "of an export: private posts too"),
    ],
    recognize: { ExportVocabulary.certainty(of: $0) },
    open: { (input, options, diagnostics) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(
          .badInput, "is a folder, not a file of a WordPress export", file: input.source.path)
      }
      return try WordPressExport(
        bytes, source: input.source, choice: ExportChoice(options), limits: input.limits,
        diagnostics: &diagnostics)
    }
  ).holdingWholeSite

  private let items: [CollectionItem]
  private let site: ExportedSite
  private var position = 0
  private let source: Source
  /// What its items bear, and what its pictures are looked up by.
  public let identifier: String?
  /// Reads the posts.
  public let reader: (any ArticleReader)?
  /// Finds uploaded files that lie beside the export.
  public let resources: (any ResourceLoader)?

  /// Title, address and language of the site.
  public var metadata: Metadata {
    var metadata = Metadata(title: site.title, language: site.language)
    metadata.publisher = site.title.map { Organization(name: $0, url: site.url) }
    return metadata
  }

  /// How many posts there are.
  public var count: Int? { items.count }

  init(
    _ bytes: ByteReader, source: Source, choice: ExportChoice, limits: Limits,
    diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let content = try bytes.rest(limit: limits.inputBytes)
    let text = XMLText(content, transport: source.charset) { CommonMark.text(ofReference: $0) }
    var records = XMLRecords(
      text, records: ["item"], vocabulary: ExportVocabulary.prefixes, limits: limits)
    var site = ExportedSite()
    var found: [ExportedItem] = []
    var all = 0
    var leftOut = LeftOut()
    while let tree = records.next() {
      all += 1
      let item = ExportedItem(tree)
      if site.take(item) { continue }
      if let reason = choice.reason(toLeaveOut: item) {
        leftOut.count(reason)
      } else {
        site.note(item)
        found.append(item)
      }
    }
    site.read(records.surroundings)
    guard all > 0 || site.title != nil else {
      throw ConversionError(
        .badInput, records.fault.map { "it is no export: \($0.message)" } ?? "it is no export",
        file: source.path, line: records.fault?.line)
    }
    if let fault = records.fault {
      diagnostics.warn(
        .xmlRepaired,
        "the export is not well-formed and was read as far as it goes, \(all) items: "
          + fault.message, line: fault.line)
    }
    leftOut.report(&diagnostics)
    let identifier = source.name ?? "wordpress"
    self.source = source
    self.identifier = identifier
    resources = source.path.map { ExportedUploads(beside: $0, source: source, limits: limits) }
    // Squarespace writes the same format around finished HTML.
    if found.contains(where: { $0.content.contains(bytesOf: "sqs-block") }) {
      site.isWordPress = false
    }
    self.site = site
    reader = WordPressReader(site: site)
    var maker = ItemMaker(site: site, source: source, identifier: identifier)
    items = found.map { maker.item(of: $0, diagnostics: &diagnostics) }
  }

  /// The next post, in the export's order.
  public func next() -> CollectionItem? {
    guard position < items.count else { return nil }
    defer { position += 1 }
    return items[position]
  }
}
