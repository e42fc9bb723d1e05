import NewsModel
import NewsTestSupport
import Testing
@testable import NewsEPUB

/// What is generated around and of a small article and a small digest.
@Suite struct BookGoldenTests {
  static let article: Article = {
    var metadata = Metadata()
    metadata.title = "港の灯台"
    metadata.alternativeTitle = "百年ぶりに白く"
    metadata.authors = [Person(name: "小泉"), Person(name: "中村", url: "https://n.example/")]
    metadata.published = Timestamp(iso8601: "2026-05-02T06:00:00+09:00")
    metadata.language = "ja"
    metadata.source = Organization(name: "浜風新聞")
    metadata.canonicalURL = "https://news.example/2026/lighthouse"
    metadata.categories = ["地域"]
    metadata.tags = ["港", "灯台"]
    metadata.summary = "灯台が塗り直された。"
    metadata.editor = "編集部"
    metadata.rights = "© 浜風新聞"
    return Article(
      metadata: metadata,
      body: [
        .paragraph(
          Paragraph([
            .text("港の"), .ruby(Ruby([.init(base: [.text("灯台")], reading: [.text("とうだい")])])),
            .text("が"), .emphasis([.text("白く")]), .text("なった。"), .footnote("1"),
          ])),
        .heading(Heading(level: 2, [.text("仕事")], attributes: Attributes(id: "work"))),
        .heading(Heading(level: 3, [.text("朝")])),
        .paragraph(
          Paragraph([
            .link(Link("#work", [.text("上")])), .link(Link("other.html", [.text("外")])),
            .image(Image("picture.png", alternative: "灯台")),
            .image(Image("https://news.example/remote.png", alternative: "遠く")),
          ])),
      ],
      footnotes: [Footnote(label: "1", content: [.paragraph(Paragraph([.text("注。")]))])])
  }()

  @Test func article() throws {
    try expect(Publication(Self.article), is: "article", ["nav.xhtml", "toc.ncx", "article.xhtml"])
  }

  @Test func digest() throws {
    var second = Article(metadata: Metadata(), body: Self.article.body)
    second.metadata.title = "Second & last"
    second.metadata.language = "en"
    second.metadata.canonicalURL = "https://news.example/2026/other.html"
    var publication = Publication(
      title: "港だより",
      sections: [
        Publication.Section(title: "地域", entries: [Publication.Entry(Self.article)]),
        Publication.Section(entries: [Publication.Entry(second)]),
      ])
    publication.creator = "編集者"
    publication.date = Timestamp(iso8601: "2026-05-03")
    publication.series = Publication.Series(title: "港だより", position: "2026-05-03")
    try expect(
      publication, is: "digest",
      [
        "title.xhtml", "nav.xhtml", "toc.ncx", "article-0001.xhtml",
        "article-0002.xhtml",
      ])
  }

  /// Compares the package document and some pages, as one text.
  private func expect(
    _ publication: Publication, is name: String, _ pages: [String]
  ) throws {
    let files = try BookFiles(
      of: publication, options: .init(cover: .none),
      environment: WriterEnvironment(resources: SamplePictures()))
    var text = ""
    for page in ["package.opf"] + pages {
      text += "==== \(page)\n" + (files.text("EPUB/" + page) ?? "is not there\n")
    }
    try Golden.expect(text, is: name + ".txt")
  }
}
