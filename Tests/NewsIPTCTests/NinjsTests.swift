import NewsIPTC
import NewsKitTesting
import NewsModel
import Testing

@Suite struct NinjsTests {
  /// An item as each version writes it, all of which say the same.
  static let versions: [String] = [
    """
    {"uri": "https://harbour.example/bridge", "type": "text",
     "versioncreated": "2022-03-08T09:00:00Z", "firstcreated": "2022-03-07T08:08:22+01:00",
     "embargoed": "2022-03-07T10:00:00Z", "language": "en", "urgency": 4,
     "headline": "A new bridge", "headline_subtitle": "It opens on Monday",
     "byline": "By Ann Lee and Bo Li", "located": "LONDON",
     "copyrightnotice": "Harbour News", "description_text": "The bridge opens.",
     "subject": [{"name": "Transport", "scheme": "http://cv.iptc.org/newscodes/mediatopic/",
       "code": "20000337"}],
     "body_text": "It opens.", "body_xhtml": "<p>It <em>opens</em>.</p>"}
    """,
    """
    {"uri": "https://harbour.example/bridge", "type": "text",
     "versioncreated": "2022-03-08T09:00:00Z", "firstcreated": "2022-03-07T08:08:22+01:00",
     "embargoed": "2022-03-07T10:00:00Z", "language": "en", "urgency": 4,
     "headlines": [{"role": "main", "value": "A new bridge"},
       {"role": "subtitle", "value": "It opens on Monday"}],
     "by": "By Ann Lee and Bo Li", "located": "LONDON", "copyrightnotice": "Harbour News",
     "descriptions": [{"role": "text", "value": "The bridge opens."}],
     "subjects": [{"name": "Transport", "uri": "http://cv.iptc.org/newscodes/mediatopic/20000337"}],
     "bodies": [{"role": "text", "contenttype": "text/plain", "value": "It opens."},
       {"role": "main", "contenttype": "text/html", "value": "<p>It <em>opens</em>.</p>"}]}
    """,
    """
    {"uri": "https://harbour.example/bridge", "type": "text",
     "versionCreated": "2022-03-08T09:00:00Z", "firstCreated": "2022-03-07T08:08:22+01:00",
     "embargoedUntil": "2022-03-07T10:00:00Z", "language": "en", "urgency": 4,
     "headlines": [{"role": "main", "value": "A new bridge"},
       {"role": "subtitle", "value": "It opens on Monday"}],
     "by": "By Ann Lee and Bo Li", "located": "LONDON", "copyrightNotice": "Harbour News",
     "descriptions": [{"role": "text", "value": "The bridge opens."}],
     "subjects": [{"name": "Transport", "uri": "http://cv.iptc.org/newscodes/mediatopic/20000337"}],
     "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>It <em>opens</em>.</p>"}]}
    """,
  ]

  static var bridge: Article {
    var metadata = Metadata(title: "A new bridge", alternativeTitle: "It opens on Monday")
    metadata.authors = [Person(name: "Ann Lee"), Person(name: "Bo Li")]
    metadata.byline = "By Ann Lee and Bo Li"
    metadata.published = Timestamp(iso8601: "2022-03-07T08:08:22+01:00")
    metadata.modified = Timestamp(iso8601: "2022-03-08T09:00:00Z")
    metadata.dateline = "LONDON"
    metadata.tags = ["Transport"]
    metadata.language = "en"
    metadata.canonicalURL = "https://harbour.example/bridge"
    metadata.summary = "The bridge opens."
    metadata.rights = "Harbour News"
    metadata.extra["embargoed"] = Timestamp(iso8601: "2022-03-07T10:00:00Z").map { .timestamp($0) }
    metadata.extra["urgency"] = .integer(4)
    metadata.extra["subjects"] = .list([
      .map([
        "name": .string("Transport"),
        "uri": .string("http://cv.iptc.org/newscodes/mediatopic/20000337"),
      ])
    ])
    return Article(
      metadata: metadata,
      body: [.paragraph(Paragraph([.text("It "), .emphasis([.text("opens")]), .text(".")]))])
  }

  @Test(arguments: versions) func reads(_ json: String) throws {
    var diagnostics = Diagnostics()
    let articles = try NinjsReader().readArticles(
      Source(bytes: Array(json.utf8)), diagnostics: &diagnostics)
    #expect(articles == [Self.bridge])
    #expect(diagnostics.all == [])
  }

  @Test(arguments: NinjsVersion.allCases) func readsWhatItWrites(_ version: NinjsVersion) throws {
    var options = NinjsWriter.Options()
    options.version = version
    var diagnostics = Diagnostics()
    let bytes = try NinjsWriter(options: options).write(
      Publication(Self.bridge), diagnostics: &diagnostics)
    #expect(NinjsReader.registration.recognize(bytes[...]) == 100)
    let articles = try NinjsReader().readArticles(Source(bytes: bytes), diagnostics: &diagnostics)
    #expect(articles == [Self.bridge])
    #expect(diagnostics.all == [])
  }

  @Test(arguments: [
    (#"{"uri": "urn:a", "headline": "x"}"#, 100), (#"{"uri": "urn:a"}"#, 100),
    (#"[{"uri": "urn:a", "type": "text", "headlines": []}]"#, 100),
    (#"{"title": "x", "body": [{"type": "paragraph"}]}"#, 0),
    (#"{"version": "https://jsonfeed.org/version/1.1", "items": []}"#, 0),
    (#"{"a": {"uri": "urn:a", "headline": "x"}}"#, 0), ("<rss>", 0), ("", 0),
  ]) func recognises(_ text: String, _ certainty: Int) {
    #expect(NinjsReader.registration.recognize(Array(text.utf8)[...]) == certainty)
  }

  @Test func readerConforms() async {
    let samples = Self.versions.map { Source(bytes: Array($0.utf8)) }
    let report = await ReaderConformance(NinjsReader.registration, samples: samples).run()
    #expect(report.problems == [])
  }

  @Test func writerConforms() async {
    let report = await WriterConformance(NinjsWriter.registration).run()
    #expect(report.problems == [])
  }
}
