import NewsModel
import Testing

@testable import NewsHugo

@Suite struct MetadataTests {
  private func metadata(_ toml: String, name: String = "page.md") throws -> Metadata {
    try readAlone("+++\n\(toml)\n+++\nText.", name: name).article.metadata
  }

  @Test(arguments: [
    ("author = 'Ann Lee'", [Person(name: "Ann Lee")]),
    ("authors = ['Ann Lee', 'Bo']", [Person(name: "Ann Lee"), Person(name: "Bo")]),
    (
      "[author]\nname = 'Ann'\nlink = 'https://a.example'",
      [Person(name: "Ann", url: "https://a.example")]
    ),
    (
      "[[authors]]\nname = 'Ann'\n[[authors]]\nname = 'Bo'",
      [Person(name: "Ann"), Person(name: "Bo")]
    ),
    ("[params]\nauthor = 'Ann'", [Person(name: "Ann")]),
    ("[extra]\nauthor = 'Ann'", [Person(name: "Ann")]),
    ("[taxonomies]\nauthors = ['Ann']", [Person(name: "Ann")]), ("author = ''", []),
  ])
  func authors(_ toml: String, _ people: [Person]) throws {
    #expect(try metadata(toml).authors == people)
  }

  @Test(arguments: [
    ("images = ['a.jpg', 'b.jpg']", LeadImage(source: "a.jpg")),
    ("image = '/images/a.jpg'", LeadImage(source: "/images/a.jpg")),
    ("featured_image = 'a.jpg'", LeadImage(source: "a.jpg")),
    ("featuredImage = 'a.jpg'", LeadImage(source: "a.jpg")),
    (
      "[cover]\nimage = 'a.jpg'\nalt = 'A'\ncaption = 'C'",
      LeadImage(source: "a.jpg", alternative: "A", caption: "C")
    ),
    ("[[resources]]\nsrc = 'a.jpg'\nname = 'featured-image'", LeadImage(source: "a.jpg")),
    ("[extra]\ncover = 'a.jpg'", LeadImage(source: "a.jpg")),
    ("[params]\nthumbnail = 'a.jpg'", LeadImage(source: "a.jpg")),
    ("image = true", nil), ("header = 'Welcome'", nil),
  ])
  func pictures(_ toml: String, _ image: LeadImage?) throws {
    #expect(try metadata(toml).leadImage == image)
  }

  @Test func termsAndTheRest() throws {
    let metadata = try metadata(
      """
      description = "In short"
      lastmod = 2024-03-08
      draft = false
      aliases = ["/old/"]
      [taxonomies]
      tags = ["river"]
      categories = ["Town"]
      series = ["Bridges"]
      [extra]
      toc = true
      subtitle = "And what it costs"
      """)
    #expect(metadata.tags == ["river"])
    #expect(metadata.categories == ["Town"])
    #expect(metadata.summary == "In short")
    #expect(metadata.alternativeTitle == "And what it costs")
    #expect(metadata.modified?.iso8601 == "2024-03-08")
    #expect(
      metadata.extra
        == [
          "series": .list([.string("Bridges")]), "aliases": .list([.string("/old/")]),
          "toc": .bool(true),
        ])
  }

  @Test(arguments: [
    ("2024-03-07-a-bridge.md", "a-bridge", "2024-03-07"), ("a-bridge.md", "a-bridge", nil),
    ("a-bridge.de.md", "a-bridge", nil), ("2024-99-07-x.md", "2024-99-07-x", nil),
    ("2024-03-07T10:00:00Z_x.md", "x", "2024-03-07T10:00:00Z"),
  ])
  func names(_ name: String, _ slug: String, _ date: String?) throws {
    let metadata = try metadata("title = 't'", name: name)
    #expect(metadata.slug == slug)
    #expect(metadata.published?.iso8601 == date)
  }

  @Test func summaryEndsAtItsMark() throws {
    let read = try readAlone(
      "+++\ntitle = 't'\n+++\nThe *first* part.\n\n<!--more-->\n\nThe second.")
    #expect(read.article.metadata.summary == "The first part.")
    #expect(read.article.body.plainText == "The first part.\nThe second.")
  }
}
