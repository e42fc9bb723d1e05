import NewsModel
import Testing

@testable import NewsFeeds

/// Feeds of every kind, and what of them becomes an article.
@Suite struct FeedReaderTests {
  private func read(_ text: String, url: String? = nil) throws -> [Article] {
    var diagnostics = Diagnostics()
    return try FeedReader().readArticles(
      Source(bytes: Array(text.utf8), url: url), diagnostics: &diagnostics)
  }

  @Test func rss() throws {
    let articles = try read(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>The Harbour</title><link>https://harbour.example/</link>
      <language>en-GB</language>
      <item><title>Boats &amp;amp; nets</title><link>https://harbour.example/boats</link>
      <guid isPermaLink="false">17</guid><pubDate>Mon, 07 Mar 2022 08:08:22 +0100</pubDate>
      <dc:creator>Ann Lee</dc:creator><category>Fish</category><category>Nets</category>
      <description>Short.</description>
      <content:encoded><![CDATA[<p>Long <a href="/x">text</a>.</p>]]></content:encoded>
      <enclosure url="https://harbour.example/a.mp3" type="audio/mpeg" length="1"/></item>
      </channel></rss>
      """)
    #expect(articles.count == 1)
    let metadata = articles[0].metadata
    #expect(metadata.title == "Boats & nets")
    #expect(metadata.canonicalURL == "https://harbour.example/boats")
    #expect(metadata.published?.iso8601 == "2022-03-07T08:08:22+01:00")
    #expect(metadata.authors.map(\.name) == ["Ann Lee"])
    #expect(metadata.tags == ["Fish", "Nets"])
    #expect(metadata.language == "en-GB")
    #expect(metadata.publisher?.name == "The Harbour")
    #expect(metadata.summary == "Short.")
    #expect(
      articles[0].body.first
        == .paragraph(
          Paragraph([
            .text("Long "), .link(Link("https://harbour.example/x", [.text("text")])),
            .text("."),
          ])))
    #expect(articles[0].body.count == 2)
  }

  @Test func atom() throws {
    let articles = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/blog/" xml:lang="de">
      <title>A</title><author><name>Feed Author</name></author>
      <entry><title type="html">&lt;b>Fett&lt;/b></title><id>urn:1</id>
      <link rel="self" href="self.xml"/><link href="one"/>
      <updated>2022-03-07T08:08:22Z</updated><category term="t"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content></entry>
      <entry><title>Two &lt; three</title><author><name>Own</name></author>
      <summary>Only a summary</summary></entry></feed>
      """)
    #expect(articles.map(\.metadata.title) == ["Fett", "Two < three"])
    #expect(articles[0].metadata.canonicalURL == "https://a.example/blog/one")
    #expect(articles[0].metadata.published?.iso8601 == "2022-03-07T08:08:22Z")
    #expect(articles[0].metadata.authors.map(\.name) == ["Feed Author"])
    #expect(articles[1].metadata.authors.map(\.name) == ["Own"])
    #expect(articles[0].metadata.language == "de")
    #expect(articles[0].body.plainText == "Text")
    #expect(articles[1].body.plainText == "Only a summary")
  }

  /// Media RSS describes an entry at the entry, at a group of files or at one of them.
  @Test(arguments: [
    "%@", "<media:group>%@</media:group>",
    "<media:content url='https://a.example/a.mp4' type='video/mp4'>%@</media:content>",
    "<media:group><media:content url='https://a.example/a.mp4' type='video/mp4'>%@</media:content></media:group>",
  ])
  func mediaDescribesTheEntry(_ place: String) throws {
    let about = """
      <media:title>Low tide</media:title><media:category>sea</media:category>\
      <media:keywords>sand, shells</media:keywords>
      """
    let article = try #require(
      read(
        """
        <rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item>
        \(place.replacing("%@", with: about))</item></channel></rss>
        """
      ).first)
    #expect(article.metadata.title == "Low tide")
    #expect(article.metadata.tags == ["sea", "sand", "shells"])
  }

  @Test func rdf() throws {
    let articles = try read(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>R</title></channel>
      <item><title>One</title><link>http://r.example/1</link><dc:date>2022-03-07</dc:date></item>
      </rdf:RDF>
      """)
    #expect(articles.map(\.metadata.title) == ["One"])
    #expect(articles[0].metadata.published?.iso8601 == "2022-03-07")
    #expect(articles[0].metadata.publisher?.name == "R")
  }

  @Test func jsonFeed() throws {
    let articles = try read(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "J", "home_page_url": "https://j.example/",
       "items": [{"id": 5, "url": "/one", "title": "One", "content_html": "<p>Text</p>",
        "date_published": "2022-03-07T08:08:22Z", "authors": [{"name": "Ann"}], "tags": ["t"]},
        {"id": "2", "content_text": "A < b\\n\\nsecond"}]}
      """, url: "https://j.example/feed.json")
    #expect(articles.count == 2)
    #expect(articles[0].metadata.canonicalURL == "https://j.example/one")
    #expect(articles[0].metadata.tags == ["t"])
    #expect(articles[1].body.map { [$0].plainText } == ["A < b", "second"])
  }

  /// What is broken is read as far as it goes, and reported.
  @Test(arguments: [
    ("<rss><channel><item><title>A</title></item><item><title>B</title>", ["A", "B"]),
    ("<rss><channel><item><title>R&D</title></item></channel></rss>", ["R&D"]),
    ("<rss><channel><item><title>A&nbsp;B</title></item></channel></rss>", ["A B"]),
    ("<rss><channel><item><title>A<item><title>B</title></item></channel></rss>", ["A", "B"]),
    ("junk <rss><channel><item><title>A\u{1}</title></item></channel></rss>", ["A"]),
  ])
  func broken(_ text: String, _ titles: [String]) throws {
    #expect(try read(text).map(\.metadata.title) == titles)
  }

  @Test(arguments: [
    "", "   ", "no feed", "<html><body>x</body></html>", "{}", "{\"items\": 3}", "[1]",
  ])
  func noFeed(_ text: String) {
    #expect(throws: ConversionError.self) { try read(text) }
  }
}

/// The dates of feeds.
@Suite struct FeedDateTests {
  @Test(arguments: [
    ("Mon, 07 Mar 2022 08:08:22 +0800", "2022-03-07T08:08:22+08:00"),
    ("7 Mar 2022 08:08 GMT", "2022-03-07T08:08:00Z"),
    ("Monday, 07-Mar-22 08:08:22 EST", "2022-03-07T08:08:22-05:00"),
    ("Mar 7, 2022 8:08 PM PDT", "2022-03-07T20:08:00-07:00"),
    ("07 March 2022", "2022-03-07"),
    ("2022-03-07T08:08:22.5Z", "2022-03-07T08:08:22.5Z"),
    ("2022-03-07", "2022-03-07"),
    ("20220307", "2022-03-07"),
    ("2022-03", "2022-03-01"),
    ("2022", "2022-01-01"),
    ("2003335", "2003-12-01"),
    ("Mon Mar  7 08:08:22 2022", "2022-03-07T08:08:22"),
    ("2004년 05월 28일 오후 01:31:15", "2004-05-28T13:31:15+09:00"),
    ("2004-július-13T9:15-05:00", "2004-07-13T09:15:00-05:00"),
    ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00"),
  ])
  func date(_ text: String, _ expected: String) {
    #expect(FeedDate.date(text)?.iso8601 == expected)
  }

  @Test(arguments: [
    "", "yesterday", "99999999999999999999", "2022-99-99", "Mon, 99 Mar 2022", "0", "-", "T", "Mar",
    "31 Feb 2022", "7 Mar 99999999999999999999", "12:00", "년", "-99999999999999999999",
  ])
  func none(_ text: String) {
    #expect(FeedDate.date(text) == nil)
  }
}
