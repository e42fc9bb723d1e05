import NewsModel
import Testing

@testable import NewsEPUB

@Suite struct FrontPageTests {
  private func entry(_ title: String, _ day: String, language: String = "en") -> Publication.Entry {
    var article = Article(body: [.paragraph(Paragraph([.text("Text of \(title), long enough.")]))])
    article.metadata.title = title
    article.metadata.language = language
    article.metadata.published = Timestamp(iso8601: day)
    article.metadata.publisher = Organization(name: "The River")
    return Publication.Entry(article)
  }

  private func plan(_ sections: [Publication.Section], title: String? = "Weekly") -> BookPlan {
    BookPlan(Publication(title: title, sections: sections))
  }

  private func page(_ plan: BookPlan) -> String {
    String(
      decoding: TitlePage.bytes(
        of: plan, masthead: nil, publisher: "The River", thumbnails: Thumbnails()),
      as: UTF8.self)
  }

  @Test func leadsComeFromEachSection() {
    let plan = plan([
      .init(title: "City", entries: [entry("A", "2026-05-01"), entry("B", "2026-05-02")]),
      .init(title: "Sport", entries: [entry("C", "2026-05-03"), entry("D", "2026-05-04")]),
    ])
    #expect(plan.leads.map(\.title) == ["A", "C"])
    let page = page(plan)
    #expect(page.contains("The River"))
    #expect(page.contains("May 1, 2026 – May 4, 2026"))
    #expect(
      page.contains("<a href=\"section-0001.xhtml\">City</a> <span class=\"nk-count\">2</span>"))
  }

  @Test func aStoryLeadsOnce() {
    let plan = plan([
      .init(title: "City", entries: [entry("A", "2026-05-01"), entry("B", "2026-05-02")]),
      .init(title: "Sport", entries: [entry("A", "2026-05-01"), entry("D", "2026-05-04")]),
    ])
    #expect(plan.leads.map(\.title) == ["A"])
  }

  @Test(arguments: [("en", "In this issue: A · B"), ("zh", "本期要目：A · B")])
  func descriptionNamesHeadlines(_ language: String, _ text: String) {
    let entries = ["A", "B"].map { entry($0, "2026-05-01", language: language) }
    #expect(plan([.init(entries: entries)]).leadHeadlines == text)
  }

  /// Days break only between them; nothing says them twice.
  @Test func aCoverCalledAfterItsDays() {
    let entries = [entry("A", "2026-05-01"), entry("B", "2026-05-04")]
    let text = CoverText(plan([.init(entries: entries)], title: "May 1, 2026 – May 4, 2026"))
    #expect(text.title == "May\u{A0}1,\u{A0}2026\u{A0}– May\u{A0}4,\u{A0}2026")
    #expect(text.date == nil)
  }

  @Test func firstLinesAreNoPictures() {
    var entry = entry("A", "2026-05-01")
    let words = String(repeating: "Text that is long enough to stand for it. ", count: 3)
    entry.article.body = [
      .paragraph(Paragraph([.image(Image("a.png", alternative: "K chart 1")), .text(words)]))
    ]
    #expect(Summary.text(of: entry)?.hasPrefix("Text that") == true)
  }

  @Test(
    arguments: [
      (["foreign-policy"], "Foreign policy", ["Foreign policy"]),
      (["emnews"], nil, ["emnews"]),
      (["Foreign policy"], "Foreign policy", ["Foreign policy"]),
      (["asia", "trade"], "Asia", ["Asia", "asia", "trade"]),
    ] as [([String], String?, [String])])
  func aSubjectIsNoWordOfAddresses(
    _ categories: [String], _ section: String?, _ subjects: [String]
  ) throws {
    var article = entry("A", "2026-05-01").article
    article.metadata.categories = categories
    article.metadata.section = section
    let package = try BookFiles(of: Publication(article)).text("EPUB/package.opf") ?? ""
    let found = package.split(separator: "\n").filter { $0.hasPrefix("<dc:subject>") }
    #expect(found.map { String($0) } == subjects.map { "<dc:subject>\($0)</dc:subject>" })
  }

  /// Covers in the size and form of the device; greys where it has no colours.
  @Test(arguments: DeviceProfile.all)
  func coverOfADevice(_ device: DeviceProfile) throws {
    let files = try BookFiles(
      of: Publication(entry("A", "2026-05-01").article),
      options: .init(cover: .drawn, device: device))
    guard let png = files.bytes("EPUB/cover.png") else {
      // Without the program or its fonts a cover is a drawing.
      #expect(files.text("EPUB/cover.svg") != nil)
      return
    }
    // The header holds width and height in four bytes each.
    let size = [16, 20].map { png[$0..<$0 + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(size == [device.coverWidth, device.coverHeight])
  }

  @Test func aSectionOfOneHasNoPage() {
    let plan = plan([
      .init(title: "City", entries: [entry("A", "2026-05-01")]),
      .init(title: "Sport", entries: [entry("C", "2026-05-03"), entry("D", "2026-05-04")]),
    ])
    #expect(plan.sections.map(\.fileName) == [nil, "section-0002.xhtml"])
    let contents = NavigationTree.contents(of: plan, headings: [])
    #expect(contents.map(\.address) == [nil, "section-0002.xhtml"])
    #expect(contents.map(\.firstAddress) == ["article-0001.xhtml", "section-0002.xhtml"])
  }

  @Test func whatIsNotThereStandsLast() throws {
    var publication = Publication(
      title: "Weekly",
      sections: [.init(entries: [entry("A", "2026-05-01"), entry("B", "2026-05-02")])])
    publication.omissions = [
      .init(title: "The Kite", url: "https://kite.example/feed", reason: "was not reached")
    ]
    let plan = BookPlan(publication)
    #expect(NavigationTree.contents(of: plan, headings: []).last?.address == "omissions.xhtml")
    let page = String(decoding: OmissionsPage.bytes(of: plan), as: UTF8.self)
    for part in ["Not in this issue", "The Kite", "https://kite.example/feed", "was not reached"] {
      #expect(page.contains(part))
    }
  }

  @Test func whatWasLeftOutStandsLastToo() throws {
    var publication = Publication(sections: [.init(entries: [entry("A", "2026-05-01")])])
    publication.language = "fr"
    publication.leftOut = [
      .init(
        cause: .duplicate, count: 1,
        articles: [
          .init(title: "A again", url: "javascript:alert(1)"), .init(title: ""),
          .init(title: "記事", url: "https://a.example/b", language: "ja_JP"),
        ]),
      .init(cause: .limit, limit: 20, count: 9), .init(cause: .selection, count: 0),
    ]
    let plan = BookPlan(publication)
    // A digest of one article has the page too.
    #expect(NavigationTree.contents(of: plan, headings: []).last?.address == "omissions.xhtml")
    let page = String(decoding: OmissionsPage.bytes(of: plan), as: UTF8.self)
    for part in [
      "Absents de ce numéro", "<h2>Doublons <span class=\"nk-count\">1</span></h2>",
      "<bdi lang=\"ja-JP\" xml:lang=\"ja-JP\"><a href=\"https://a.example/b\">記事</a></bdi>",
      "<bdi>A again</bdi>", "<bdi>Sans titre</bdi>",
      "<h2>Au-delà de la limite de 20 <span class=\"nk-count\">9</span></h2>",
    ] {
      #expect(page.contains(part))
    }
    #expect(!page.contains("Hors sélection"))
  }
}
