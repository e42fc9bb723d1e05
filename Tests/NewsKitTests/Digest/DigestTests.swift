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
      (.category, .newest, "sport:eb city:adc"), (.category, .input, "city:acd sport:be"),
      (.month, .newest, "2022-04:e 2022-03:bad -:c"),
      (.language, .title, "zh:a zh-TW:b en:cd -:e"), (.folder, .title, "in:abcde"),
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
