import Foundation
import NewsBlocks
import NewsModel
import NewsTestSupport
import Testing
@testable import NewsJekyll

/// A small site of our own, read as Jekyll would.
@Suite struct JekyllSiteTests {
  static let root = Repository.root.appending(path: "Tests/NewsJekyllTests/Fixtures/site").path

  private func read(
    _ path: String, options: JekyllReader.Options = .init()
  ) throws -> (article: Article, diagnostics: [Diagnostic]) {
    let full = Self.root + "/" + path
    let reader = JekyllReader(options: options)
    var diagnostics = Diagnostics()
    let bytes = Array(try String(contentsOfFile: full, encoding: .utf8).utf8)
    let articles = try reader.readArticles(
      Source(bytes: bytes, path: full), diagnostics: &diagnostics)
    return (try #require(articles.first), diagnostics.all)
  }

  @Test func aPostIsReadWithItsSite() throws {
    let (article, diagnostics) = try read("_posts/2021-03-04-bridge.md")
    let metadata = article.metadata
    #expect(metadata.title == "A new bridge")
    #expect(metadata.published?.iso8601 == "2021-03-04T21:00:00+01:00")
    #expect(metadata.url == "/2021/03/04/bridge/")
    #expect(metadata.authors == [Person(name: "Ann Lee", url: "https://ann.example")])
    #expect(metadata.tags == ["bridges", "2021"])
    #expect(metadata.section == "Local")
    #expect(metadata.language == "en")
    #expect(metadata.leadImage?.source == "/assets/bridge.jpg")
    #expect(
      metadata.publisher
        == Organization(name: "The Bridge Gazette", url: "https://gazette.example/paper"))
    #expect(metadata.extra["weight"] == .integer(16))
    #expect(metadata.extra["authors_note"] == .string("kept"))
    let text = article.body.plainText
    #expect(text.contains("Hello, A new bridge"))
    #expect(text.contains("Northtown has 2 people: Lee, Ann Bo"))
    #expect(diagnostics.contains { $0.message.contains("nosuchtag") && $0.line == 17 })
    var links: [String] = []
    for case .paragraph(let paragraph) in article.body {
      for case .link(let link) in paragraph.content { links.append(link.url) }
    }
    #expect(links == ["/paper/2021/03/05/mill/", "/paper/guides/walks/"])
  }

  @Test func languageSummaryAndCategoriesOfThePostCount() throws {
    let (article, _) = try read("_posts/2021-03-05-mill.md")
    #expect(article.metadata.language == "fr-CA")
    #expect(article.metadata.summary == "Un moulin.")
    #expect(article.metadata.categories == ["culture"])
    #expect(article.metadata.title == "The mill: opened")
    // Shown: bridge, mill and the one under news.
    #expect(article.body.plainText.contains("3 posts, 1 about bridges."))
  }

  @Test func foldersAboveThePostsAreCategories() throws {
    let (article, _) = try read("news/_posts/inner/2021-3-7-plain-news.md")
    #expect(article.metadata.categories == ["news"])
    #expect(article.metadata.title == "Plain News")
    #expect(article.metadata.url == "/2021/03/07/plain-news/")
    #expect(article.metadata.summary == "No front matter at all.")
  }

  @Test func whatTheSiteDoesNotShowIsSaid() throws {
    let (hidden, notes) = try read("_posts/2021-03-06-hidden.md")
    #expect(hidden.metadata.title == "Hidden")
    #expect(notes.contains { $0.severity == .note && $0.message.contains("published") })
    #expect(
      try read("_posts/2999-01-01-far.md").diagnostics.contains { $0.message.contains("to come") })
    #expect(try read("_drafts/idea.md").diagnostics.contains { $0.message.contains("draft") })
  }

  @Test func aFolderStandsForItsPosts() throws {
    func names(_ change: (inout JekyllReader.Options) -> Void = { _ in }) throws -> [String] {
      var options = JekyllReader.Options()
      change(&options)
      var diagnostics = Diagnostics()
      let paths = try JekyllReader.postFiles(
        inSite: Self.root, options: options, diagnostics: &diagnostics)
      return (paths ?? []).map { String($0.dropFirst(Self.root.count + 1)) }
    }
    let shown = [
      "_posts/2021-03-04-bridge.md", "_posts/2021-03-05-mill.md",
      "news/_posts/inner/2021-3-7-plain-news.md",
    ]
    #expect(try names() == shown)
    #expect(try names { $0.includesFuture = true }.contains("_posts/2999-01-01-far.md"))
    #expect(try names { $0.includesUnpublished = true }.contains("_posts/2021-03-06-hidden.md"))
    #expect(try names { $0.includesDrafts = true }.contains("_drafts/idea.md"))
    var diagnostics = Diagnostics()
    #expect(
      try JekyllReader.postFiles(
        inSite: Self.root + "/assets", options: .init(), diagnostics: &diagnostics) == nil)
  }

  @Test func theRootIsFoundAboveAPost() {
    #expect(
      JekyllSite.root(above: Self.root + "/news/_posts/inner/2021-3-7-plain-news.md") == Self.root)
  }

  @Test func delimitedTextHasQuotesAndEmptyFields() {
    let table = DelimitedText("a,b\r\n\"x\"\"y\",\"1\n2\"\n\n,z", separator: 0x2C).rows
    #expect(
      table
        == .list([
          .map(["a": .string("x\"y"), "b": .string("1\n2")]),
          .map(["a": .null, "b": .string("z")]),
        ]))
  }
}
