import NewsFeeds
import NewsKitTesting
import NewsModel
import Testing

@Suite struct FeedWriterTests {
  static var bridge: Article {
    var metadata = Metadata(title: "Ships & bridges <1>", authors: [Person(name: "Ann Lee")])
    metadata.published = Timestamp(iso8601: "2022-03-07T08:08:22+01:00")
    metadata.modified = Timestamp(iso8601: "2022-03-08T09:00:00Z")
    metadata.tags = ["transport"]
    metadata.language = "en"
    metadata.publisher = Organization(name: "Harbour News", url: "https://harbour.example/")
    metadata.canonicalURL = "https://harbour.example/2022/bridge?a=1&b=2"
    metadata.summary = "It opens."
    return Article(
      metadata: metadata,
      body: [
        .paragraph(
          Paragraph([.text("It \u{1}opens "), .link(Link("../map", [.text("here")])), .text(".")]))
      ])
  }

  @Test(arguments: FeedWriter.Kind.allCases) func readsWhatItWrites(_ kind: FeedWriter.Kind) throws
  {
    var diagnostics = Diagnostics()
    let bytes = try FeedWriter(kind).write(Publication(Self.bridge), diagnostics: &diagnostics)
    #expect(FeedReader.registration.recognize(bytes[...]) == 100)
    #expect(!bytes.contains(1))
    var expected = Self.bridge
    expected.body = [
      .paragraph(
        Paragraph([
          .text("It opens "), .link(Link("https://harbour.example/map", [.text("here")])),
          .text("."),
        ]))
    ]
    let articles = try FeedReader().readArticles(Source(bytes: bytes), diagnostics: &diagnostics)
    #expect(articles == [expected])
  }

  @Test func namesTheMomentOfTheRun() throws {
    let bytes = try FeedWriter(.atom, sourceDateEpoch: 86_400).write(Publication(Self.bridge))
    #expect(
      String(decoding: bytes, as: UTF8.self).contains("<updated>1970-01-02T00:00:00Z</updated>"))
  }

  @Test(arguments: [
    ("2022-03-07", "Mon, 07 Mar 2022 00:00:00 +0000"),
    ("2022-03-07T23:30:00-05:30", "Mon, 07 Mar 2022 23:30:00 -0530"),
    ("1969-12-31T00:00:01Z", "Wed, 31 Dec 1969 00:00:01 +0000"),
    ("0099-01-01", "Thu, 01 Jan 0099 00:00:00 +0000"),
  ]) func writesDatesOfMessages(_ iso8601: String, _ expected: String) throws {
    var article = Self.bridge
    article.metadata.published = Timestamp(iso8601: iso8601)
    let bytes = try FeedWriter(.rss).write(Publication(article))
    #expect(String(decoding: bytes, as: UTF8.self).contains("<pubDate>\(expected)</pubDate>"))
  }

  /// Entries of one address are told apart, and a correction changes no identifier.
  @Test func identifiersStay() throws {
    var first = Self.bridge
    first.metadata.canonicalURL = nil
    var second = first
    second.body = []
    let feed = Publication(sections: [
      .init(entries: [Publication.Entry(first), Publication.Entry(second)])
    ])
    func identifiers(_ publication: Publication) throws -> [Substring] {
      let text = String(decoding: try FeedWriter(.atom).write(publication), as: UTF8.self)
      return text.split(separator: "\n").filter { $0.hasPrefix("<id>") }
    }
    let both = try identifiers(feed)
    #expect(Set(both).count == 3)
    #expect(try identifiers(Publication(second))[1] == both[1])
  }

  @Test(arguments: FeedWriter.registrations.map(\.format.name)) func conforms(
    _ name: String
  ) async throws {
    let registration = try #require(FeedWriter.registrations.first { $0.format.name == name })
    let report = await WriterConformance(registration).run()
    #expect(report.problems == [])
  }
}
