import NewsKit
import NewsKitTesting
import Testing

/// Articles of every shape as books, read back.
@Suite("Round trip of books") struct BookRoundTripTests {
  /// Books of an article, and of several in sections. The same articles come back, in their order; their
  /// texts say the same, block by block, but for what ``BookDifferences`` names.
  @Test(arguments: [1, 3])
  func books(articles: Int) throws {
    let books = 200
    var equal = 0
    var failures: [String] = []
    for book in 0..<books {
      let written = (0..<articles).map { index -> Article in
        var generator = ArticleGenerator(seed: UInt64(book * articles + index))
        var article = generator.article().rewritten(by: WithoutRecords())
        // Relative links lead nowhere then, whoever reads them.
        article.metadata.canonicalURL = nil
        article.metadata.title = article.metadata.title ?? "Untitled \(index)"
        return article
      }
      let read = try Self.read(Self.book(of: written))
      guard read.count == written.count else {
        failures.append("book \(book): \(read.count) articles for \(written.count)")
        continue
      }
      for (index, (before, after)) in zip(written, read).enumerated() {
        let name = "book \(book), article \(index)"
        if let difference = BookDifferences.first(between: before, and: after) {
          failures.append("\(name): \(difference)")
        } else {
          equal += 1
        }
      }
    }
    print("round trip: \(books) books of \(articles): \(equal) of \(books * articles) equal")
    for failure in failures.prefix(20) { print("  " + failure) }
    #expect(failures.isEmpty)
  }

  /// Whatever is referred to is a picture.
  private struct Pictures: ResourceLoader {
    private static let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>"

    func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
      Resource(bytes: Array(Self.drawing.utf8), mediaType: "image/svg+xml")
    }
  }

  static func book(of articles: [Article]) throws -> [UInt8] {
    var options = FormatOptions()
    options.set("cover", "none")
    let entries = articles.map { Publication.Entry($0) }
    let publication =
      articles.count == 1
      ? Publication(articles[0])
      : Publication(
        title: "Book",
        sections: [
          Publication.Section(title: "First", entries: [entries[0]]),
          Publication.Section(title: "Others", entries: Array(entries.dropFirst())),
        ])
    var diagnostics = Diagnostics()
    return try FormatRegistry.standard.writer(named: "epub")
      .make(options, WriterEnvironment(resources: Pictures()))
      .write(publication, diagnostics: &diagnostics)
  }

  static func read(_ bytes: [UInt8]) throws -> [Article] {
    var diagnostics = Diagnostics()
    let registration = try #require(
      FormatRegistry.standard.collections.first { $0.format.name == "epub" })
    let book = try registration.open(
      CollectionInput(
        .bytes(ByteReader(bytes: bytes)), source: Source(bytes: [], path: "book.epub")),
      FormatOptions(), &diagnostics)
    let reader = try #require(book.reader)
    var articles: [Article] = []
    while let item = try book.next() {
      guard case .source(let source) = item.content else { continue }
      for var article in try reader.readArticles(source, diagnostics: &diagnostics) {
        article.metadata.fill(from: source.metadata)
        articles.append(article)
      }
    }
    return articles
  }
}
