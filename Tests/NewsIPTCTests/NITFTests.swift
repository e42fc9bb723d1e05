import NewsIPTC
import NewsKitTesting
import NewsModel
import Testing

@Suite struct NITFTests {
  static let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
    <nitf baselang="en-GB"><head><title>Bridge</title>
    <docdata><doc-id id-string="urn:harbour:bridge"/><urgency ed-urg="4"/>
    <date.issue norm="20220307T080822+0100"/><date.release norm="20220307T120000Z"/>
    <key-list><keyword key="Transport"/></key-list></docdata>
    <pubdata name="Harbour News" position.section="City"/>
    <revision-history norm="20220308T090000Z"/></head>
    <body><body.head><hedline><hl1>A new <em>bridge</em></hl1><hl2>It opens</hl2></hedline>
    <rights>Harbour News</rights>
    <byline>By <person>Ann Lee</person>, <byttl>City reporter</byttl></byline>
    <distributor>Agency</distributor><dateline><location>LONDON</location></dateline>
    <abstract><p>It opens on Monday.</p></abstract></body.head>
    <body.content><p>It <em class="bold">opens</em>, says <person>Bo Li</person>.<br/>Now.</p>
    <hl2>Why</hl2><bq><block><p>Because.</p></block><credit>The mayor</credit></bq>
    <media media-type="image"><media-reference source="b.jpg?a=1&amp;b=2" mime-type="image/jpeg"
    alternate-text="The bridge"/><media-caption>By day</media-caption></media>
    <ul><li>One</li><li>Two</li></ul>
    <table><tr><th>Year</th></tr><tr><td>2022</td></tr></table></body.content>
    <body.end><tagline>Edited by Cy</tagline></body.end></body></nitf>
    """

  func read(_ text: String) throws -> (article: Article, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let articles = try NITFReader().readArticles(
      Source(bytes: Array(text.utf8)), diagnostics: &diagnostics)
    return (try #require(articles.first), diagnostics.all)
  }

  @Test func readsMetadata() throws {
    let metadata = try read(Self.sample).article.metadata
    #expect(metadata.title == "A new bridge")
    #expect(metadata.alternativeTitle == "It opens")
    #expect(metadata.authors == [Person(name: "Ann Lee")])
    #expect(metadata.byline == "By Ann Lee, City reporter")
    #expect(metadata.published == Timestamp(iso8601: "2022-03-07T08:08:22+01:00"))
    #expect(metadata.modified == Timestamp(iso8601: "2022-03-08T09:00:00Z"))
    #expect(metadata.dateline == "LONDON")
    #expect(metadata.section == "City")
    #expect(metadata.tags == ["Transport"])
    #expect(metadata.language == "en-GB")
    #expect(metadata.publisher?.name == "Harbour News")
    #expect(metadata.source?.name == "Agency")
    #expect(metadata.summary == "It opens on Monday.")
    #expect(metadata.rights == "Harbour News")
    #expect(metadata.leadImage?.source == "b.jpg?a=1&b=2")
    #expect(metadata.extra["id"] == .string("urn:harbour:bridge"))
    #expect(metadata.extra["urgency"] == .integer(4))
    #expect(
      metadata.extra["embargoed"]
        == Timestamp(iso8601: "2022-03-07T12:00:00Z").map { .timestamp($0) })
  }

  @Test func readsText() throws {
    let (article, diagnostics) = try read(Self.sample)
    #expect(diagnostics == [])
    #expect(
      article.body.first
        == .paragraph(
          Paragraph([
            .text("It "), .strong([.text("opens")]), .text(", says Bo Li."), .lineBreak,
            .text("Now."),
          ])))
    #expect(
      article.body.plainText.split(separator: "\n") == [
        "It opens, says Bo Li. Now.", "Why", "Because.", "The mayor", "The bridge", "By day", "One",
        "Two", "Year", "2022", "Edited by Cy",
      ])
  }

  @Test(arguments: [
    "<p>One</p>", "<hl2>Head</hl2>", "<hl2 class=\"h4\">Head</hl2>",
    "<p>a <em>b</em> <em class=\"bold\">c</em> <em class=\"code\">d</em></p>",
    "<p><a href=\"https://harbour.example/?a=1&amp;b=2\">x</a></p>",
    "<ol seqnum=\"3\"><li><p>One</p></li></ol>", "<pre>a\n  b</pre>",
    "<dl><dt>a</dt><dd>b</dd></dl>", "<hr/>",
    "<p>a<a href=\"#fn-1\" class=\"footnote\">1</a></p><fn id=\"fn-1\"><body.content><p>n</p></body.content></fn>",
  ]) func writesWhatItReads(_ content: String) throws {
    let start = "<nitf><head/><body><body.content>"
    let article = try read(start + content + "</body.content></body></nitf>").article
    var diagnostics = Diagnostics()
    let bytes = try NITFWriter().write(Publication(article), diagnostics: &diagnostics)
    let back = try read(String(decoding: bytes, as: UTF8.self)).article
    #expect(back.body == article.body)
    #expect(back.footnotes == article.footnotes)
  }

  @Test func readerConforms() async {
    let report = await ReaderConformance(
      NITFReader.registration, samples: [Source(bytes: Array(Self.sample.utf8))]
    ).run()
    #expect(report.problems == [])
  }

  @Test func writerConforms() async {
    let report = await WriterConformance(NITFWriter.registration).run()
    #expect(report.problems == [])
  }
}
