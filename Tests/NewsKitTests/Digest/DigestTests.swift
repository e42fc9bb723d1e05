import NewsKit
import Testing

@Suite struct DigestTests {
  /// An article told by a compact line: `title|date|category|language`.
  private func entry(_ line: String) -> Publication.Entry {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    var article = Article(body: [.paragraph(Paragraph([.text("Text of \(parts[0])")]))])
    article.metadata.title = parts[0]
    article.metadata.published = Timestamp(iso8601: parts[1])
    article.metadata.categories = parts[2].isEmpty ? [] : [parts[2]]
    article.metadata.language = parts[3].isEmpty ? nil : parts[3]
    return Publication.Entry(article, origin: Origin(path: "in/\(parts[0]).md"))
  }

  private var entries: [Publication.Entry] {
    get {
      [
        "a|2022-03-07T08:00:00+08:00|city|zh", "b|2022-03-08|sport|zh-TW", "c||city|en",
        "d|2022-03-06T23:30:00Z|city|en", "e|2022-04-01|sport|",
      ].map(entry)
    }
  }

  /// `section: titles` a section, books apart by `/`.
  private func outline(_ digest: Digest) -> String {
    digest.volumes(of: entries).result.map { volume in
      volume.publication.sections.map { section in
        (section.title ?? "-") + ":"
          + section.entries.map { $0.article.metadata.title ?? "" }.joined()
      }.joined(separator: " ")
    }.joined(separator: " / ")
  }

  @Test(
    arguments: [
      (Digest.Grouping.none, Digest.Order.newest, "-:ebadc"),
      (.none, .oldest, "-:dabec"), (.none, .title, "-:abcde"), (.none, .input, "-:abcde"),
      (.category, .newest, "Sport:eb City:adc"), (.category, .input, "City:acd Sport:be"),
      (.month, .newest, "2022年4月:e 2022年3月:bad 其他:c"),
      (.date, .oldest, "March 6, 2022:d March 7, 2022:a March 8, 2022:b April 1, 2022:e More:c"),
      (.language, .title, "中文:a 中文（台灣）:b English:cd 其他:e"), (.folder, .title, "in:abcde"),
    ] as [(Digest.Grouping, Digest.Order, String)])
  func groupsAndSorts(grouping: Digest.Grouping, order: Digest.Order, expected: String) throws {
    var digest = Digest()
    digest.grouping = grouping
    digest.order = order
    #expect(outline(digest) == expected)
  }

  @Test(
    arguments: [
      (Digest.Split.day, "-:a / -:b / -:d / -:e / -:c"), (.month, "-:abd / -:e / -:c"),
      (.week, "-:ab / -:d / -:e / -:c"), (.size(20), "-:ab / -:cd / -:e"),
    ] as [(Digest.Split, String)])
  func splits(split: Digest.Split, expected: String) throws {
    var digest = Digest()
    digest.order = .title
    digest.split = split
    #expect(outline(digest) == expected)
  }

  @Test func selects() throws {
    var digest = Digest()
    digest.order = .title
    digest.selection.since = Timestamp(iso8601: "2022-03-07")
    digest.selection.until = Timestamp(iso8601: "2022-03-08")
    #expect(outline(digest) == "-:ab")
    digest.selection = Digest.Selection()
    digest.selection.languages = ["zh"]
    #expect(outline(digest) == "-:ab")
    digest.selection.categories = ["sport"]
    #expect(outline(digest) == "-:b")
    digest.selection = Digest.Selection()
    digest.selection.limit = 2
    #expect(outline(digest) == "-:ab")
  }

  @Test func saysWhatWasLeftOut() throws {
    var digest = Digest()
    digest.selection.categories = ["city"]
    digest.selection.limit = 2
    digest.order = .title
    let book = digest.volumes(of: entries + entries).result[0].publication
    #expect(
      book.leftOut.map { "\($0.cause.rawValue) \($0.limit ?? 0) \($0.count)" }
        == ["duplicate 0 1", "limit 2 3", "selection 0 4"])
    #expect(book.leftOut.last?.articles.map(\.title) == ["b", "b", "e", "e"])
    let many = (0..<60).map { entry("t\($0)||city|en") }
    let last = try #require(digest.volumes(of: many).result.first?.publication.leftOut.last)
    #expect(last == Publication.LeftOut(cause: .limit, limit: 2, count: 58))
    // Parts of one book have one last page.
    digest.split = .size(10)
    #expect(digest.volumes(of: entries).result.map(\.publication.leftOut.isEmpty) == [true, false])
  }

  @Test func leavesDuplicatesOutAndSaysSo() throws {
    var twice = entries
    twice.append(twice[0])
    var sameAddress = twice[1]
    sameAddress.article.metadata.title = "again"
    sameAddress.article.metadata.canonicalURL = "https://example.org/b"
    twice[1].article.metadata.canonicalURL = "https://example.org/b"
    twice.append(sameAddress)
    let volumes = Digest().volumes(of: twice)
    #expect(volumes.result[0].publication.entries.count == 5)
    #expect(volumes.diagnostics.count == 2)
  }

  /// An article of so many bytes of text, with an address.
  private func article(_ title: String, bytes: Int, at address: String? = nil) -> Publication.Entry
  {
    var article = Article(
      body: [
        .paragraph(
          Paragraph([
            .text("A common beginning, "),
            title.isEmpty ? .text("marked") : .emphasis([.text("marked")]),
            .text(String(repeating: " more", count: bytes / 5)),
          ]))
      ])
    article.metadata.title = title
    article.metadata.canonicalURL = address
    return Publication.Entry(article)
  }

  @Test(
    "same text, however marked; a short one under two titles is two",
    arguments: [(10, "", "other", 2), (10, "other", "other", 1), (2000, "", "other", 1)]
      as [(Int, String, String, Int)])
  func sameText(bytes: Int, one: String, other: String, count: Int) {
    let entries = [article(one, bytes: bytes), article(other, bytes: bytes)]
    #expect(Digest().volumes(of: entries).result[0].publication.entries.count == count)
  }

  @Test(arguments: [
    ("https://a.example/x", "http://www.a.example/x/", 1),
    ("https://a.example/x", "https://a.example/x?page=2", 2),
    ("https://a.example/", "https://a.example/", 2),
  ])
  func sameAddress(one: String, other: String, count: Int) {
    let entries = [article("a", bytes: 10, at: one), article("b", bytes: 10, at: other)]
    #expect(Digest().volumes(of: entries).result[0].publication.entries.count == count)
  }

  @Test func isNamedAfterItsSourceOrItsDates() {
    #expect(
      Digest().volumes(of: entries).result[0].publication.title == "2022年3月6日 – 2022年4月1日")
    let named = entries.map { entry in
      var entry = entry
      entry.article.metadata.source = Organization(name: "The Paper")
      return entry
    }
    var digest = Digest()
    #expect(digest.volumes(of: named).result[0].publication.title == "The Paper")
    digest.split = .month
    digest.series = "Papers"
    let books = digest.volumes(of: named).result
    #expect(books.compactMap(\.publication.title).first == "The Paper · 2022-04")
    #expect(books.map(\.publication.series?.position) == ["2022-04", "2022-03", nil])
    digest.split = .size(30)
    #expect(digest.volumes(of: named).result[1].publication.series?.position == "2")
  }

  @Test func picturesCountInSizes() {
    struct Loader: ResourceLoader {
      func load(_ reference: String, from origin: Origin?) -> Resource {
        Resource(bytes: [UInt8](repeating: 0, count: 1000))
      }
    }
    var digest = Digest()
    digest.split = .size(1500)
    let illustrated = entries.map { entry in
      var entry = entry
      entry.article.body.append(.paragraph(Paragraph([.image(Image("x.png"))])))
      return entry
    }
    #expect(digest.volumes(of: illustrated).result.count == 1)
    #expect(digest.volumes(of: illustrated, resources: Loader()).result.count == 5)
  }

  @Test func namesSeriesAndDate() throws {
    var digest = Digest(title: "Paper", creator: "Me")
    digest.series = "The Paper"
    let publication = try #require(digest.volumes(of: entries).result.first?.publication)
    #expect(publication.date?.iso8601 == "2022-04-01")
    #expect(publication.series == Publication.Series(title: "The Paper", position: "2022-04-01"))
    #expect(publication.creator == "Me")
  }

  @Test(arguments: [
    ("2022-03-07", "2022-W10"), ("2021-01-03", "2020-W53"), ("2024-12-30", "2025-W01"),
    ("1965-01-01", "1964-W53"),
  ])
  func weeksAreThoseOfISO8601(day: String, week: String) throws {
    var article = Article(body: [])
    article.metadata.published = Timestamp(iso8601: day)
    var digest = Digest()
    digest.split = .week
    #expect(digest.volumes(of: [Publication.Entry(article)]).result.map(\.name) == [week])
  }
}
