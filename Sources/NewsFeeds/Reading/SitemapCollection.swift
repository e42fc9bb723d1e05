internal import NewsCommonMark
public import NewsModel
internal import NewsXML

/// A sitemap (sitemaps.org), a news sitemap among them: pages of a site, each to be fetched; or a list
/// of sitemaps, each an input of its own.
public final class SitemapCollection: ArticleCollection {
  /// How the format is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "sitemap", summary: "a sitemap or news sitemap: a list of a site's pages",
      extensions: [], mediaType: "application/x-sitemap+xml"),
    recognize: { ["urlset", "sitemapindex"].contains(RootElement.localName(in: $0)) ? 100 : 0 },
    open: { (input, _, diagnostics) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(.badInput, "is a folder, no sitemap", file: input.source.path)
      }
      return try SitemapCollection(bytes, of: input.source, limits: input.limits)
    })

  private static let records: Set<String> = ["url", "sitemap"]

  private var records: XMLRecords
  private let source: Source
  private var number = 0
  private var hasReportedFault = false

  private init(
    _ bytes: ByteReader, of source: Source, limits: Limits
  ) throws(ConversionError) {
    self.source = source
    let text = try XMLTextStream(bytes, transport: source.charset, limits: limits) {
      CommonMark.text(ofReference: $0)
    }
    records = XMLRecords(
      text, records: Self.records, vocabulary: FeedVocabulary.prefixes, limits: limits)
  }

  /// The next page or list.
  public func next() throws(ConversionError) -> CollectionItem? {
    while let tree = records.next() {
      guard let address = tree.text("loc", of: XMLTree.root)?.trimmed,
        FeedAddress.isAbsolute(address)
      else { continue }
      number += 1
      if tree.name(of: XMLTree.root) == "sitemap" {
        return CollectionItem(name: "list-\(number)", .input(address, Source(bytes: [])))
      }
      var article = Article()
      article.metadata = Self.metadata(tree, address)
      var item = CollectionItem(
        name: "page-\(number)", .entry(Publication.Entry(article, from: source)))
      item.page = CollectionItem.Page(address, need: .everything)
      return item
    }
    if let failure = records.failure { throw failure }
    return nil
  }

  /// That the list was not read to its end, once.
  public func takeDiagnostics() -> [Diagnostic] {
    guard !hasReportedFault, let fault = records.fault else { return [] }
    hasReportedFault = true
    var diagnostics = Diagnostics(file: source.name)
    diagnostics.warn(
      .xmlRepaired,
      "the list is not well-formed and was read as far as it goes: \(fault.message)",
      line: fault.line)
    return diagnostics.all
  }

  /// What the list says of a page.
  private static func metadata(_ tree: XMLTree, _ address: String) -> Metadata {
    var metadata = Metadata()
    metadata.canonicalURL = address
    metadata.modified = tree.text("lastmod", of: XMLTree.root).flatMap(FeedDate.date)
    guard let news = tree.child("news:news", of: XMLTree.root) else {
      // What changed lately is what is new: there is no other date.
      metadata.published = metadata.modified
      return metadata
    }
    metadata.title = tree.text("news:title", of: news)
    metadata.published = tree.text("news:publication_date", of: news).flatMap(FeedDate.date)
    let keywords = tree.text("news:keywords", of: news) ?? ""
    metadata.tags = keywords.split(separator: ",").map { FeedLine.collapsed(String($0)) }
      .filter { !$0.isEmpty }
    if let publication = tree.child("news:publication", of: news) {
      metadata.publisher = tree.text("news:name", of: publication).map { Organization(name: $0) }
      metadata.language = tree.text("news:language", of: publication)
    }
    return metadata
  }
}
