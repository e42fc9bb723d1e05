import NewsArchive
import NewsModel
import Testing

@testable import NewsEPUB

/// Books read back, ours and others'.
@Suite struct EPUBCollectionTests {
  private func read(
    _ bytes: [UInt8]
  ) throws -> (articles: [Article], resources: (any ResourceLoader)?, origins: [Origin?]) {
    var diagnostics = Diagnostics()
    let input = CollectionInput(
      .bytes(ByteReader(bytes: bytes)), source: Source(bytes: [], path: "book.epub"))
    let book = try EPUBCollection.registration.open(input, FormatOptions(), &diagnostics)
    let reader = try #require(book.reader)
    var articles: [Article] = []
    var origins: [Origin?] = []
    while let item = try book.next() {
      guard case .source(let source) = item.content else { continue }
      for entry in try reader.read(source, limits: .standard, diagnostics: &diagnostics) {
        var article = entry.article
        article.metadata.fill(from: source.metadata)
        articles.append(article)
        origins.append(entry.origin)
      }
    }
    return (articles, book.resources, origins)
  }

  private func archive(_ files: [(String, String)]) throws -> [UInt8] {
    var archive = try Archive()
    let deflater = Deflater()
    for (name, text) in files {
      try archive.add(deflater.entry(name, Array(text.utf8)))
    }
    var buffer = Bytes()
    try archive.finish(to: &buffer)
    return buffer.bytes
  }

  private struct Bytes: ByteSink {
    var bytes: [UInt8] = []
    mutating func write(_ bytes: [UInt8]) throws(ConversionError) { self.bytes += bytes }
  }

  private static let container =
    "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"OPS/b.opf\"/></rootfiles></container>"
  private static let package = """
    <package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:title>A book</dc:title><dc:creator>Ann Lee</dc:creator><dc:language>en</dc:language></metadata><manifest>
    <item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
    <item id="p" href="p.xhtml" media-type="application/xhtml+xml"/>
    <item id="a" href="text/a%20b.xhtml" media-type="application/xhtml+xml"/>
    <item id="a2" href="text/a2.xhtml" media-type="application/xhtml+xml"/>
    <item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine toc="n"><itemref idref="p"/><itemref idref="a"/><itemref idref="a2"/><itemref idref="c"/></spine></package>
    """
  private static let contents = """
    <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
    <navPoint><navLabel><text>Part one</text></navLabel><content src="p.xhtml"/>
    <navPoint><navLabel><text>Chapter A</text></navLabel><content src="text/a%20b.xhtml#top"/></navPoint>
    <navPoint><navLabel><text>Chapter C</text></navLabel><content src="c.xhtml"/></navPoint>
    </navPoint></navMap></ncx>
    """
  private static func page(_ body: String) -> String {
    "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body>\(body)</body></html>"
  }

  private static let files: [(String, String)] = [
    ("mimetype", "application/epub+zip"), ("META-INF/container.xml", container),
    ("OPS/b.opf", package), ("OPS/toc.ncx", contents),
    ("OPS/p.xhtml", page("<h1>Part one</h1>")),
    (
      "OPS/text/a b.xhtml",
      page("<h1><a id=\"top\"/>Chapter A</h1><p>One<br/>two</p><img src=\"../i.png\" alt=\"I\"/>")
    ),
    ("OPS/text/a2.xhtml", page("<p>goes on</p>")), ("OPS/c.xhtml", page("<p>Last</p>")),
    ("OPS/i.png", "picture"),
  ]

  @Test func others() throws {
    let (articles, resources, origins) = try read(archive(Self.files))
    #expect(articles.map(\.metadata.title) == ["Chapter A", "Chapter C"])
    #expect(articles.map(\.metadata.section) == ["Part one", "Part one"])
    #expect(articles.map { $0.metadata.authors.map(\.name) } == [["Ann Lee"], ["Ann Lee"]])
    #expect(articles[0].body.map { [$0].plainText } == ["One two", "", "goes on"])
    #expect(try resources?.load("../i.png", from: origins[0]).bytes == Array("picture".utf8))
    #expect(throws: ResourceFailure.self) {
      try resources?.load("../../../etc/passwd", from: origins[0])
    }
  }

  @Test(arguments: [
    ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", false),
    ("http://www.idpf.org/2008/embedding", true), ("http://ns.adobe.com/pdf/enc#RC", true),
  ])
  func protected(_ method: String, _ isRead: Bool) throws {
    let encryption =
      "<encryption xmlns:e=\"http://www.w3.org/2001/04/xmlenc#\"><e:EncryptedData><e:EncryptionMethod Algorithm=\"\(method)\"/></e:EncryptedData></encryption>"
    let bytes = try archive(Self.files + [("META-INF/encryption.xml", encryption)])
    if isRead {
      #expect(try read(bytes).articles.count == 2)
    } else {
      #expect(throws: ConversionError.self) { try read(bytes) }
    }
  }

  @Test(arguments: [[], Array("PK\u{3}\u{4} no archive".utf8), Array("text".utf8)])
  func noBook(_ bytes: [UInt8]) {
    #expect(throws: ConversionError.self) { try read(bytes) }
  }

  /// What is in a digest is what is read of it.
  @Test func ours() throws {
    let note: Block = .paragraph(Paragraph([.text("A note.")]))
    var first = Article(
      metadata: Metadata(
        title: "First", alternativeTitle: "A deck", authors: ["Ann Lee", "Bo Berg"],
        published: Timestamp(iso8601: "2022-03-07"), language: "en",
        canonicalURL: "https://h.example/1"),
      body: [
        .paragraph(Paragraph([.text("Text"), .footnote("1"), .text(" and more.")])),
        .heading(Heading(level: 2, [.text("Head")])), .quote(Quote([note])),
        .code(CodeBlock("a < b", language: "c")), .thematicBreak,
        .media(Media(.video, source: "https://v.example/1", title: "Film")),
      ])
    first.footnotes = [Footnote(label: "1", content: [note])]
    let second = Article(
      metadata: Metadata(title: "Second", language: "en"),
      body: [.paragraph(Paragraph([.text("x")]))])
    let publication = Publication(
      title: "Digest",
      sections: [
        Publication.Section(title: "News", entries: [Publication.Entry(first)]),
        Publication.Section(title: "Views", entries: [Publication.Entry(second)]),
      ])
    var options = FormatOptions()
    options.set("cover", "none")
    var diagnostics = Diagnostics()
    let bytes = try EPUBWriter.registration.make(options, WriterEnvironment())
      .write(publication, diagnostics: &diagnostics)
    let articles = try read(bytes).articles
    #expect(articles.map(\.metadata.title) == ["First", "Second"])
    #expect(articles.map(\.metadata.section) == ["News", "Views"])
    let metadata = try #require(articles.first).metadata
    #expect(metadata.alternativeTitle == "A deck")
    #expect(metadata.authors.map(\.name) == ["Ann Lee", "Bo Berg"])
    #expect(metadata.published?.iso8601 == "2022-03-07")
    #expect(metadata.canonicalURL == "https://h.example/1")
    #expect(articles[0].body.map { [$0].plainText } == first.body.map { [$0].plainText })
    #expect(articles[0].footnotes == first.footnotes)
    #expect(articles[1].metadata.authors.isEmpty)
  }
}
