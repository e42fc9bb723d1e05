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
    "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title>t</title></head><body>\(body)</body></html>"
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
    #expect(articles[0].body.map { [$0].plainText } == ["One two", "I", "goes on"])
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

  private static let notes: [(String, String)] = [
    ("META-INF/container.xml", container),
    (
      "OPS/b.opf",
      """
      <!DOCTYPE package SYSTEM "http://127.0.0.1:9/package.dtd" [<!ENTITY file SYSTEM "file:///etc/hostname">]>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:title>Notes&nbsp;of &amp; a book&file;</dc:title><dc:title id="s">Second</dc:title>
      <meta refines="#s" property="title-type">subtitle</meta>
      <dc:creator id="a">Ann Lee</dc:creator><dc:creator id="e">Ed Ito</dc:creator>
      <meta refines="#e" property="role" scheme="marc:relators">edt</meta>
      <dc:date>0101-01-01</dc:date><dc:date>2021-02-03</dc:date><dc:identifier>urn:isbn:1</dc:identifier>
      <dc:subject>bridges</dc:subject><dc:description>&lt;p&gt;About.&lt;/p&gt;</dc:description>
      <dc:publisher>Press</dc:publisher><dc:rights>Ann's</dc:rights><dc:language>en</dc:language></metadata>
      <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="a" href="t/a.xhtml" media-type="application/xhtml+xml"/>
      <item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
      <item id="n" href="t/n.xhtml" media-type="application/xhtml+xml"/>
      <item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>
      <spine><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/><itemref idref="none"/>
      <itemref idref="n"/></spine></package>
      """
    ),
    (
      "OPS/nav.xhtml",
      """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
      <nav epub:type="toc"><ol><li><a href="t/a.xhtml">Alpha</a><ol><li><a href="t/a.xhtml#in">In it</a></li></ol></li>
      <li><span>Middle</span><ol><li><a href="b.xhtml#one">One</a></li><li><a href="b.xhtml#two">Two</a></li>
      <li><a href="b.xhtml#missing">Missing</a></li></ol></li><li><a href="t/n.xhtml">Notes</a></li></ol></nav></body></html>
      """
    ),
    (
      "OPS/t/a.xhtml",
      page(
        """
        <h1>Alpha</h1><p>Text<a epub:type="noteref" href="#n1" id="r1">1</a> and<sup><a id="e1" href="n.xhtml#en1">2</a></sup>;
        <a href="../b.xhtml#two">two</a>, <a href="a.xhtml#in">in</a>.<span epub:type="pagebreak" title="7"/></p>
        <h2 id="in">In it</h2><p><![CDATA[a < b]]></p>
        <aside epub:type="footnote" id="n1"><p><a href="#r1">1.</a> Aside.</p></aside>
        """)
    ),
    (
      "OPS/b.xhtml",
      page(
        "<p>End of alpha.</p><div><h2><a id=\"one\"/>One</h2><p>first</p></div><h2 id=\"two\">Two</h2><p>second<a epub:type=\"noteref\" href=\"t/n.xhtml#en2\">*</a></p>"
      )
    ),
    (
      "OPS/t/n.xhtml",
      page(
        "<h1>Notes</h1><ol><li id=\"en1\"><p>End <i>note</i>. <a href=\"a.xhtml#e1\">back</a></p></li><li id=\"en2\"><p>Other.</p></li></ol>"
      )
    ),
  ]

  /// Notes beside the text and in a document of their own, chapters within a document, metadata.
  @Test func notesAndContents() throws {
    let (articles, _, _) = try read(archive(Self.notes))
    #expect(articles.map(\.metadata.title) == ["Alpha", "One", "Two"])
    #expect(articles.map(\.metadata.section) == [nil, "Middle", "Middle"])
    #expect(
      articles.map { $0.body.map { [$0].plainText } } == [
        ["Text and; two, in.", "In it", "a < b", "End of alpha."], ["first"], ["second"],
      ])
    #expect(
      articles.map { $0.footnotes.map { $0.content.plainText } } == [
        ["Aside.", "End note."], [], ["Other."],
      ])
    let metadata = articles[0].metadata
    #expect(metadata.authors.map(\.name) == ["Ann Lee"])
    #expect(metadata.editor == "Ed Ito")
    #expect(metadata.published?.iso8601 == "2021-02-03")
    #expect(metadata.tags == ["bridges"])
    #expect(metadata.publisher?.name == "Press")
    #expect(metadata.rights == "Ann's")
    let book = metadata.extra["book"]?.map
    #expect(book?["title"]?.string == "Notes\u{A0}of & a book&file;")
    #expect(book?["subtitle"]?.string == "Second")
    #expect(book?["identifiers"]?.list == [.string("urn:isbn:1")])
    #expect(book?["description"]?.string == "About.")
  }

  /// A package is found though the container is missing; without a package there is no book.
  @Test func damaged() throws {
    let bare = Self.notes.filter { $0.0 != "META-INF/container.xml" }
    #expect(try read(archive(bare)).articles.count == 3)
    #expect(throws: ConversionError.self) {
      try read(archive(bare.filter { $0.0 != "OPS/b.opf" }))
    }
    let whole = try archive(Self.notes)
    for length in [10, whole.count / 2, whole.count - 30] {
      #expect(throws: ConversionError.self) { try read(Array(whole.prefix(length))) }
    }
  }

  /// A chapter is more than the note in it that another refers to.
  @Test func chapterWithNotes() throws {
    let page = Self.page(
      "<h1>Chapter C</h1><p>Last</p><aside epub:type=\"footnote\" id=\"n1\">Note</aside>")
    let reference = Self.page("<p>goes on<a epub:type=\"noteref\" href=\"../c.xhtml#n1\">1</a></p>")
    let files = Self.files.map { file in
      switch file.0 {
      case "OPS/c.xhtml": (file.0, page)
      case "OPS/text/a2.xhtml": (file.0, reference)
      default: file
      }
    }
    let articles = try read(archive(files)).articles
    #expect(articles.count == 2)
    #expect(articles.last?.body.plainText.contains("Last") == true)
  }

  /// Documents that a damaged package no longer names are not left out silently.
  @Test func damagedPackage() throws {
    let cut =
      Self.package.prefix { $0 != "\n" } + """
        <metadata/><manifest><item id="p" href="p.xhtml" media-type="application/xhtml+xml"/></manifest>
        <spine><itemref idref="p"/><itemref idref="a
        """
    let files = Self.files.map { ($0.0, $0.0 == "OPS/b.opf" ? String(cut) : $0.1) }
    var diagnostics = Diagnostics()
    let input = CollectionInput(
      .bytes(ByteReader(bytes: try archive(files))), source: Source(bytes: [], path: "book.epub"))
    let book = try EPUBCollection.registration.open(input, FormatOptions(), &diagnostics)
    #expect(try book.next() != nil)
    #expect(
      diagnostics.all.contains {
        $0.message.hasPrefix("'OPS/b.opf' is not well-formed and was read as far as it goes")
      })
  }

  /// What leads out of the archive is not in it; what grows out of all measure is refused.
  @Test func hostileArchives() throws {
    let members = try ArchiveMembers(
      archive([
        ("../a.html", "a"), ("b/../../c", "c"), ("/d", "d"), ("e\\f.html", "f"), ("g", "g"),
      ]), limits: .standard)
    #expect(members.names == ["e/f.html", "g"])
    #expect(members.refused == ["../a.html", "b/../../c", "/d"])
    let bomb = try ArchiveMembers(
      archive([("bomb", String(repeating: "a", count: 9 << 20))]), limits: .standard)
    #expect(throws: ConversionError.self) { try bomb.bytes(of: "bomb") }
    var small = Limits.standard
    small.inputBytes = 100
    let limited = try ArchiveMembers(
      archive([("large", String(repeating: "ab", count: 80)), ("small", "s")]), limits: small)
    #expect(throws: ConversionError.self) { try limited.bytes(of: "large") }
    #expect(try limited.bytes(of: "small") == [UInt8(ascii: "s")])
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
