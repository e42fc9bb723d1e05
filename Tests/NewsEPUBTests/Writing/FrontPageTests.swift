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
}
