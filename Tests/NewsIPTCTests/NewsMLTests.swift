import NewsIPTC
import NewsKitTesting
import NewsModel
import Testing

@Suite struct NewsMLTests {
  static func item(_ content: String) -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:harbour:1" version="3"
      xml:lang="en"><rightsInfo><copyrightNotice>Harbour News</copyrightNotice></rightsInfo>
    <itemMeta><itemClass qcode="ninat:text"/><provider literal="hn"><name>Harbour News</name></provider>
    <versionCreated>2022-03-08T09:00:00Z</versionCreated>
    <embargoed>2022-03-07T12:00:00Z</embargoed><pubStatus qcode="stat:usable"/></itemMeta>
    <contentMeta><urgency>4</urgency><contentCreated>2022-03-07</contentCreated>
    <creator><name>Ann Lee</name></creator>
    <subject qcode="medtop:20000337"><name>Transport</name></subject><keyword>bridges</keyword>
    <headline>A new bridge</headline><dateline>LONDON</dateline><by>By Ann Lee</by>
    <description>It opens on Monday.</description></contentMeta>
    <contentSet>\(content)</contentSet></newsItem>
    """
  }

  static let contents: [String] = [
    """
    <inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>
    <p>It <em>opens</em>.</p></body.content></body></nitf></inlineXML>
    """,
    """
    <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
    <head><title>x</title></head><body><h1>A new bridge</h1><p>It <em>opens</em>.</p></body></html>
    </inlineXML>
    """,
    """
    <inlineXML><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:p>It <h:em>opens</h:em>.</h:p>
    </h:body></h:html></inlineXML>
    """,
    #"<inlineData contenttype="text/html">&lt;p&gt;It &lt;em&gt;opens&lt;/em&gt;.&lt;/p&gt;</inlineData>"#,
  ]

  func read(_ text: String) throws -> [Article] {
    var diagnostics = Diagnostics()
    return try NewsMLReader().readArticles(
      Source(bytes: Array(text.utf8)), diagnostics: &diagnostics)
  }

  @Test(arguments: contents) func reads(_ content: String) throws {
    let article = try #require(try read(Self.item(content)).first)
    #expect(
      article.body == [
        .paragraph(Paragraph([.text("It "), .emphasis([.text("opens")]), .text(".")]))
      ])
    let metadata = article.metadata
    #expect(metadata.title == "A new bridge")
    #expect(metadata.authors == [Person(name: "Ann Lee")])
    #expect(metadata.byline == "By Ann Lee")
    #expect(metadata.published == Timestamp(iso8601: "2022-03-07"))
    #expect(metadata.modified == Timestamp(iso8601: "2022-03-08T09:00:00Z"))
    #expect(metadata.tags == ["Transport", "bridges"])
    #expect(metadata.publisher?.name == "Harbour News")
    #expect(metadata.rights == "Harbour News")
    #expect(metadata.dateline == "LONDON")
    #expect(metadata.extra["version"] == .string("3"))
    #expect(metadata.extra["id"] == .string("urn:harbour:1"))
  }

  @Test func writesWhatItReads() throws {
    let articles = try read(Self.item(Self.contents[0]))
    let bytes = try NewsMLWriter().write(Publication(articles[0]))
    #expect(NewsMLReader.registration.recognize(bytes[...]) == 100)
    #expect(try read(String(decoding: bytes, as: UTF8.self)) == articles)
  }

  @Test func readsMessages() throws {
    let item = Self.item(Self.contents[0])
    let message = """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>\(item)\(item)
      </itemSet></newsMessage>
      """
    #expect(try read(message).count == 2)
  }

  @Test func readerConforms() async {
    let samples = Self.contents.map { Source(bytes: Array(Self.item($0).utf8)) }
    let report = await ReaderConformance(NewsMLReader.registration, samples: samples).run()
    #expect(report.problems == [])
  }

  @Test func writerConforms() async {
    let report = await WriterConformance(NewsMLWriter.registration).run()
    #expect(report.problems == [])
  }
}
