import NewsModel
import Testing

@testable import NewsFeeds

/// What is a post in a backup of Blogger's, old and new.
@Suite struct BloggerExportTests {
  private func read(
    _ text: String, _ options: [String] = []
  ) throws -> (articles: [(name: String, article: Article)], diagnostics: [Diagnostic]) {
    var formatOptions = FormatOptions()
    for option in options { formatOptions.set(option, "true") }
    var diagnostics = Diagnostics()
    let export = try BloggerExport.registration.open(
      CollectionInput(
        .bytes(ByteReader(bytes: Array(text.utf8))), source: Source(bytes: [], path: "blog.xml")),
      formatOptions, &diagnostics)
    var articles: [(name: String, article: Article)] = []
    while let item = try export.next() {
      guard case .entry(let entry) = item.content else { continue }
      articles.append((item.name, entry.article))
    }
    return (articles, diagnostics.all + export.takeDiagnostics())
  }

  private static func kind(_ name: String) -> String {
    "<category scheme='http://schemas.google.com/g/2005#kind'"
      + " term='http://schemas.google.com/blogger/2008/kind#\(name)'/>"
  }

  private static let backup = """
    <feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-7.archive</id>
    <title>Tides</title><link rel='alternate' type='text/html' href='http://tides.example/'/>
    <author><name>Mara Kelp</name></author>
    <entry>\(kind("template"))<title>Template</title><content type='text'>x</content></entry>
    <entry>\(kind("settings"))<title>Name</title><content type='text'>x</content></entry>
    <entry><published>2012-03-04T05:06:00.000-08:00</published>
    <updated>2012-03-05T05:06:00.000-08:00</updated>\(kind("post"))
    <category scheme='http://www.blogger.com/atom/ns#' term='Moon'/><title>Spring &amp; neap</title>
    <content type='html'>High.&lt;br /&gt;&lt;br /&gt;Low.</content>
    <link rel='alternate' type='text/html' href='http://tides.example/2012/03/spring.html'/></entry>
    <entry>\(kind("post"))<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft>
    </app:control><title>Draft</title><content type='html'>d</content></entry>
    <entry>\(kind("page"))<title>About</title><content type='html'>p</content>
    <link rel='alternate' type='text/html' href='http://tides.example/p/about.html'/></entry>
    <entry>\(kind("comment"))<title>Nice</title><content type='html'>c</content></entry></feed>
    """

  private static let takeout = """
    <feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
    <id>tag:blogger.com,1999:blog-7</id><title>Tides</title>
    <entry><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status><title/>
    <content type='html'>c</content></entry>
    <entry><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>
    <author><name>Mara Kelp</name><uri/><blogger:type>BLOGGER</blogger:type></author>
    <title>Spring &amp; neap</title><content type='html'>&lt;p&gt;High.&lt;/p&gt;&lt;p&gt;Low.&lt;/p&gt;</content>
    <blogger:metaDescription>Of tides.</blogger:metaDescription>
    <published>2012-03-04T13:06:00Z</published><category scheme='tag:blogger.com,1999:blog-7' term='Moon'/>
    <blogger:filename>/2012/03/spring.html</blogger:filename><link/><blogger:trashed/></entry>
    <entry><blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status><title>Draft</title>
    <content type='html'>d</content><blogger:filename/></entry>
    <entry><blogger:type>PAGE</blogger:type><blogger:status>LIVE</blogger:status><title>About</title>
    <content type='html'>p</content><blogger:filename>/p/about.html</blogger:filename></entry>
    <entry><blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status>
    <title>Gone</title><content type='html'>g</content></entry></feed>
    """

  @Test(arguments: [
    (backup, [], ["spring"]), (backup, ["drafts"], ["spring", "post-2"]),
    (backup, ["pages"], ["spring", "about"]), (takeout, [], ["spring"]),
    (takeout, ["drafts", "pages"], ["spring", "post-2", "about"]),
  ])
  func choice(_ text: String, _ options: [String], _ names: [String]) throws {
    let result = try read(text, options)
    #expect(result.articles.map(\.name) == names)
    // Comments, and what options were not asked for.
    #expect(!result.diagnostics.isEmpty)
  }

  @Test(arguments: [backup, takeout])
  func article(_ text: String) throws {
    let article = try #require(try read(text).articles.first?.article)
    #expect(article.metadata.title == "Spring & neap")
    #expect(article.metadata.tags == ["Moon"])
    #expect(article.metadata.authors.map(\.name) == ["Mara Kelp"])
    #expect(article.metadata.publisher?.name == "Tides")
    #expect(article.metadata.published?.iso8601.hasPrefix("2012-03-04") == true)
    #expect(article.body.map { [$0].plainText } == ["High.", "Low."])
  }

  @Test func whatTakeoutAlsoSays() throws {
    let metadata = try #require(try read(Self.takeout).articles.first).article.metadata
    #expect(metadata.summary == "Of tides.")
    #expect(metadata.extra["blogger_path"]?.string == "/2012/03/spring.html")
  }

  /// A backup that is cut off gives what was read of it, and says so.
  @Test func cutOff() throws {
    let end = try #require(Self.backup.firstRange(of: "About"))
    let result = try read(String(Self.backup[..<end.lowerBound]), ["drafts"])
    #expect(result.articles.map(\.name) == ["spring", "post-2"])
    #expect(result.diagnostics.contains { $0.code == .xmlRepaired })
  }

  @Test(arguments: [
    (backup, 100), (takeout, 100),
    ("<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-7</id>", 0),
    ("<html>tag:blogger.com .archive<", 0), ("", 0),
  ])
  func recognized(_ text: String, _ certainty: Int) {
    #expect(BloggerExport.certainty(of: Array(text.utf8)[...]) == certainty)
  }
}
