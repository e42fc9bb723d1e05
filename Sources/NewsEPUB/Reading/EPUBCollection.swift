internal import NewsArchive
internal import NewsBytes
public import NewsModel

/// The chapters of an EPUB 2 or 3, each an article: in reading order, with their titles in the contents
/// and, as section, the part of the book they are in.
///
/// A book that is protected is refused; scrambled fonts are none of the text.
public final class EPUBCollection: ArticleCollection {
  /// How the collection is registered.
  ///
  /// It is known by its bytes, not by its name: the books in a folder are mostly what was made of the
  /// articles in it, and are read only where they are named.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "epub", summary: "an EPUB: an article a chapter", extensions: [],
      mediaType: "application/epub+zip"),
    recognize: { head in
      guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return 0 }
      let start = head.startIndex + 30
      return head.count > 58
        && head[start..<(start + 28)].elementsEqual("mimetypeapplication/epub+zip".utf8) ? 100 : 1
    },
    open: { (input, _, diagnostics) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(.badInput, "is a folder, not an EPUB", file: input.source.path)
      }
      return try EPUBCollection(
        bytes.rest(limit: input.limits.inputBytes), source: input.source, limits: input.limits,
        diagnostics: &diagnostics)
    })

  private let book: EPUBBook
  private let source: Source
  private var text: ChapterText
  private var position = 0
  private let place: String

  /// Reads the chapters.
  public var reader: (any ArticleReader)? { ChapterReader() }
  /// How many chapters there are.
  public var count: Int? { book.division.chapters.count }
  /// Title and language of the book.
  public var metadata: Metadata {
    Metadata(title: book.metadata.title, language: book.metadata.ofChapter.language)
  }
  /// What its articles bear.
  public var identifier: String? { place }
  /// Gives the book's pictures.
  public var resources: (any ResourceLoader)? { ArchiveResources(book.members, place: place) }

  init(
    _ bytes: [UInt8], source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let members = try ArchiveMembers(bytes, limits: limits)
    members.report(to: &diagnostics)
    book = try EPUBBook(members, diagnostics: &diagnostics)
    text = ChapterText(book, limits: limits)
    self.source = source
    place = source.name ?? "book.epub"
  }

  /// The next chapter.
  public func next() throws(ConversionError) -> CollectionItem? {
    while position < book.division.chapters.count {
      let chapter = book.division.chapters[position]
      position += 1
      let name = chapter.name
      var source = self.source
      source.path = place + "/" + name
      source.url = nil
      source.mediaType = "application/xhtml+xml"
      source.collection = place
      source.metadata = known(chapter)
      source.metadata.fill(from: self.source.metadata)
      do throws(ConversionError) {
        guard let html = try text.html(of: chapter) else { continue }
        source.bytes = html
        // The package has all subjects in one list.
        if book.isOwn, Self.namesSubjects(html) { source.metadata.tags = [] }
      } catch {
        return CollectionItem(name: name, .unreadable(source, error))
      }
      return CollectionItem(name: name, .source(source))
    }
    return nil
  }

  /// Whether a page of ours says itself what the article is about.
  private static func namesSubjects(_ html: [UInt8]) -> Bool {
    let head = html.prefix(16 << 10)
    return head.contains(bytesOf: "<meta name=\"keywords\"")
      || head.contains(bytesOf: "<meta name=\"dcterms.")
  }

  /// What the package says of a chapter. Our own digests' articles say it themselves.
  private func known(_ chapter: EPUBChapters.Chapter) -> Metadata {
    let isOnly = book.division.chapters.count == 1
    var metadata =
      isOnly ? book.metadata.ofArticle : book.isOwn ? Metadata() : book.metadata.ofChapter
    metadata.title = (isOnly ? metadata.title : nil) ?? chapter.title
    metadata.section = chapter.section
    return metadata
  }
}
