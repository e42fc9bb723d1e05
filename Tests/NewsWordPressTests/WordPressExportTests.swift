import NewsModel
import Testing

@testable import NewsWordPress

/// A small export with one of everything; what a test is about is put into it.
struct ExportFixture {
  var items: String

  /// The document, with authors and the namespaces of a version.
  var text: String {
    """
    <?xml version="1.0" encoding="UTF-8" ?>
    <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><title>The Harbour</title><link>https://harbour.example</link>
    <language>en-GB</language><wp:base_blog_url>https://harbour.example</wp:base_blog_url>
    <generator>https://wordpress.org/?v=6.4</generator>
    <wp:author><wp:author_login>ann</wp:author_login>
    <wp:author_display_name><![CDATA[Ann Lee]]></wp:author_display_name></wp:author>
    <wp:author><wp:author_login>bo</wp:author_login>
    <wp:author_first_name>Bo</wp:author_first_name><wp:author_last_name>Berg</wp:author_last_name>
    </wp:author>
    <item><title>Quay</title><wp:post_id>5</wp:post_id><wp:post_type>attachment</wp:post_type>
    <wp:status>inherit</wp:status><wp:post_parent>1</wp:post_parent>
    <excerpt:encoded><![CDATA[The <b>quay</b>]]></excerpt:encoded>
    <wp:attachment_url>https://harbour.example/wp-content/uploads/quay.jpg</wp:attachment_url>
    <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>
    <wp:meta_value>A quay</wp:meta_value></wp:postmeta></item>
    <item><title>Song</title><wp:post_id>6</wp:post_id><wp:post_type>attachment</wp:post_type>
    <wp:status>inherit</wp:status><wp:post_parent>1</wp:post_parent>
    <wp:attachment_url>https://harbour.example/song.mp3</wp:attachment_url></item>
    <item><wp:post_id>7</wp:post_id><wp:post_type>wp_block</wp:post_type>
    <content:encoded><![CDATA[<p>Shared words</p>]]></content:encoded></item>
    \(items)
    </channel></rss>
    """
  }

  /// An item of a content.
  static func post(_ content: String, more: String = "") -> String {
    """
    <item><title>A post</title><link>https://harbour.example/a-post/</link>
    <dc:creator>ann</dc:creator><wp:post_id>1</wp:post_id><wp:post_name>a-post</wp:post_name>
    <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
    <wp:post_date>2022-03-07 09:08:22</wp:post_date>
    <wp:post_date_gmt>2022-03-07 08:08:22</wp:post_date_gmt>
    <content:encoded><![CDATA[\(content)]]></content:encoded>\(more)</item>
    """
  }

  /// The articles of the document as the pipeline makes them, and what was reported.
  static func read(
    _ text: String, _ options: [String] = []
  ) throws -> (articles: [Article], names: [String], diagnostics: [Diagnostic]) {
    var formatOptions = FormatOptions()
    for option in options {
      let parts = option.split(separator: "=").map(String.init)
      formatOptions.set(parts[0], parts.count > 1 ? parts[1] : "true")
    }
    var diagnostics = Diagnostics()
    let input = CollectionInput(
      .bytes(ByteReader(bytes: Array(text.utf8))), source: Source(bytes: [], path: "export.xml"))
    let export = try WordPressExport.registration.open(input, formatOptions, &diagnostics)
    let reader = try #require(export.reader)
    var articles: [Article] = []
    var names: [String] = []
    while let item = try export.next() {
      names.append(item.name)
      guard case .source(let source) = item.content else { continue }
      for entry in try reader.read(source, limits: .standard, diagnostics: &diagnostics) {
        var article = entry.article
        article.metadata.fill(from: source.metadata)
        articles.append(article)
      }
    }
    return (articles, names, diagnostics.all)
  }
}

@Suite struct WordPressExportTests {
  @Test func metadata() throws {
    let more = """
      <excerpt:encoded><![CDATA[<p>In short &amp; good</p>]]></excerpt:encoded>
      <category domain="category" nicename="news"><![CDATA[News & views]]></category>
      <category domain="post_tag" nicename="boats"><![CDATA[Boats]]></category>
      <category domain="series" nicename="s"><![CDATA[Spring]]></category>
      <wp:is_sticky>1</wp:is_sticky>
      <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>5</wp:meta_value></wp:postmeta>
      <wp:postmeta><wp:meta_key>place</wp:meta_key><wp:meta_value>Pier</wp:meta_value></wp:postmeta>
      <wp:comment><wp:comment_content>A comment</wp:comment_content></wp:comment>
      """
    let fixture = ExportFixture(items: ExportFixture.post("Text", more: more))
    let (articles, names, diagnostics) = try ExportFixture.read(fixture.text)
    #expect(names == ["a-post"])
    #expect(diagnostics == [])
    let metadata = try #require(articles.first).metadata
    #expect(metadata.title == "A post")
    #expect(metadata.authors.map(\.name) == ["Ann Lee"])
    #expect(metadata.published?.iso8601 == "2022-03-07T09:08:22+01:00")
    #expect(metadata.canonicalURL == "https://harbour.example/a-post/")
    #expect(metadata.summary == "In short & good")
    #expect(metadata.categories == ["News & views"])
    #expect(metadata.tags == ["Boats"])
    #expect(metadata.language == "en-GB")
    #expect(metadata.publisher?.name == "The Harbour")
    #expect(
      metadata.leadImage
        == LeadImage(
          source: "https://harbour.example/wp-content/uploads/quay.jpg", alternative: "A quay",
          caption: "The quay"))
    #expect(metadata.extra["series"] == .list([.string("Spring")]))
    #expect(metadata.extra["sticky"] == .bool(true))
    #expect(metadata.extra["fields"] == .map(["place": .string("Pier")]))
    #expect(!articles[0].body.plainText.contains("comment"))
  }

  /// What stands in a post, and the text of each of its blocks.
  @Test(arguments: [
    ("One\n\nTwo\nlines", ["One", "Two lines"]),
    ("One\r\n\r\nTwo", ["One", "Two"]),
    ("<h2>Head</h2>\nText\n<ul>\n<li>a</li>\n</ul>\nafter", ["Head", "Text", "a", "after"]),
    ("<p>One\n\nTwo</p>", ["One", "Two"]),
    ("a <em>b</em>\n<strong>c</strong>", ["a b c"]),
    ("<pre>a\n\nb</pre>", ["a\n\nb"]),
    ("a<br />\nb", ["a b"]),
    ("a<br /><br />b", ["a", "b"]),
    ("<!--more-->One\n\n<!--nextpage-->\n\nTwo", ["One", "Two"]),
    (
      "<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<p>Two\nlines</p>",
      ["One", "Two lines"]
    ),
    ("<!-- wp:block {\"ref\":7} /-->", ["Shared words"]),
    ("<!-- wp:verse --><pre class=\"wp-block-verse\">a\nb</pre><!-- /wp:verse -->", ["a b"]),
    ("[code lang=\"php\"]\nif (a < b) { [x] }\n\nend\n[/code]", ["if (a < b) { [x] }\n\nend"]),
    ("[a_b][youtube]x y[/youtube][a_b]c[/a_b]", ["[a_b][youtube]x y[/youtube][a_b]c[/a_b]"]),
    ("[[gallery]] and [sic] and [...]", ["[gallery] and [sic] and [...]"]),
    ("[unknown a=\"b\"]text[/unknown]", ["[unknown a=\"b\"]text[/unknown]"]),
    ("1 < 2 and <3", ["1 < 2 and <3"]),
    ("<a href=\"x>y\" title='[gallery]'>l</a>", ["l"]),
    ("https://other.example/page", ["https://other.example/page"]),
  ])
  func text(_ content: String, _ expected: [String]) throws {
    let fixture = ExportFixture(items: ExportFixture.post(content))
    let articles = try ExportFixture.read(fixture.text).articles
    #expect(articles.first?.body.map { [$0].plainText } == expected)
  }

  /// Shortcodes and addresses that become something else than text.
  @Test(arguments: [
    (
      "[caption id=\"x\" width=\"300\"]<a href=\"/b\"><img src=\"/q.jpg\" alt=\"Q\" /></a> Words <b>bold</b>[/caption]",
      "https://harbour.example/q.jpg", "Words bold"
    ),
    (
      "[caption caption='Old']<img src=\"/q.jpg\" />[/caption]", "https://harbour.example/q.jpg",
      "Old"
    ),
    ("[gallery ids=\"5\"]", "https://harbour.example/wp-content/uploads/quay.jpg", "The quay"),
    (
      "[gallery ids=&#8221;5&#8243;]", "https://harbour.example/wp-content/uploads/quay.jpg",
      "The quay"
    ),
    ("[gallery]", "https://harbour.example/wp-content/uploads/quay.jpg", "The quay"),
  ])
  func figure(_ content: String, _ source: String, _ caption: String) throws {
    let fixture = ExportFixture(items: ExportFixture.post(content))
    let body = try #require(try ExportFixture.read(fixture.text).articles.first).body
    guard case .figure(let figure)? = body.first, body.count == 1 else {
      Issue.record("no figure: \(body)")
      return
    }
    #expect(figure.caption.plainText == caption)
    var sources: [String] = []
    figure.content.walkInlines { if case .image(let image) = $0 { sources.append(image.source) } }
    #expect(sources == [source])
  }

  @Test(arguments: [
    ("[embed]https://youtu.be/abc[/embed]", Media.Kind.embed, "https://youtu.be/abc"),
    ("Text\n\nhttps://vimeo.com/12\n\nText", .embed, "https://vimeo.com/12"),
    ("<p>https://vimeo.com/12?a=1&amp;b=2</p>", .embed, "https://vimeo.com/12?a=1&b=2"),
    ("[youtube=https://youtu.be/abc]", .embed, "https://youtu.be/abc"),
    ("[audio mp3=\"/a.mp3\"][/audio]", .audio, "https://harbour.example/a.mp3"),
    ("[video src='/a.mp4' /]", .video, "https://harbour.example/a.mp4"),
    ("[playlist ids=\"6\"]", .audio, "https://harbour.example/song.mp3"),
    (
      "<!-- wp:embed {\"url\":\"https://youtu.be/abc\"} --><figure><div>\nhttps://youtu.be/abc\n</div></figure><!-- /wp:embed -->",
      .embed, "https://youtu.be/abc"
    ),
  ])
  func media(_ content: String, _ kind: Media.Kind, _ source: String) throws {
    let fixture = ExportFixture(items: ExportFixture.post(content))
    let body = try #require(try ExportFixture.read(fixture.text).articles.first).body
    var found: [Media] = []
    body.walkBlocks { if case .media(let media) = $0 { found.append(media) } }
    #expect(found.map(\.source) == [source])
    #expect(found.map(\.kind) == [kind])
  }

  /// Code whose language stands in its block's comment, in a class, or nowhere.
  @Test(
    arguments: [
      (
        "<!-- wp:syntaxhighlighter/code {\"language\":\"swift\"} -->\n<pre class=\"wp-block-syntaxhighlighter-code\">let a = 1</pre>\n<!-- /wp:syntaxhighlighter/code -->\n<pre>plain</pre>",
        ["swift", nil]
      ),
      (
        "<!-- wp:code {\"language\":\"x\"} --><pre class=\"wp-block-code\"><code class=\"language-php\">a</code></pre><!-- /wp:code -->",
        ["php"]
      ),
      ("<!-- wp:syntaxhighlighter/code --><pre>a</pre><!-- /wp:syntaxhighlighter/code -->", [nil]),
      (
        "<!-- wp:enlighter/codeblock {\"language\":\"a\\u0022b\"} --><pre class=\"EnlighterJSRAW\">a</pre><!-- /wp:enlighter/codeblock -->",
        ["a\"b"]
      ),
    ] as [(String, [String?])])
  func code(_ content: String, _ languages: [String?]) throws {
    let fixture = ExportFixture(items: ExportFixture.post(content))
    let body = try #require(try ExportFixture.read(fixture.text).articles.first).body
    var found: [String?] = []
    body.walkBlocks { if case .code(let code) = $0 { found.append(code.language) } }
    #expect(found == languages)
  }

  @Test(arguments: [
    ("Text[footnote]A note[/footnote] on.", ""),
    ("Text[efn_note]A note[/efn_note] on.", ""),
    (
      "<!-- wp:paragraph --><p>Text<sup data-fn=\"u-1\" class=\"fn\"><a href=\"#u-1\" id=\"u-1-link\">1</a></sup> on.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->",
      "<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{\"content\":\"A note\",\"id\":\"u-1\"}]]]></wp:meta_value></wp:postmeta>"
    ),
  ])
  func notes(_ content: String, _ more: String) throws {
    let fixture = ExportFixture(items: ExportFixture.post(content, more: more))
    let (articles, _, diagnostics) = try ExportFixture.read(fixture.text)
    #expect(articles.first?.footnotes.map(\.content.plainText) == ["A note"])
    #expect(
      articles.first?.body
        == [.paragraph(Paragraph([.text("Text"), .footnote("1"), .text(" on.")]))])
    #expect(diagnostics == [])
  }

  /// Which items are read, by options.
  @Test(arguments: [
    ([], ["publish"]),
    (["drafts"], ["publish", "draft", "pending"]),
    (["future"], ["publish", "future"]),
    (["unpublished"], ["publish", "private"]),
    (["pages"], ["publish", "page"]),
    (["post-type=event"], ["publish", "event"]),
  ])
  func choice(_ options: [String], _ expected: [String]) throws {
    func item(_ name: String, _ type: String, _ status: String) -> String {
      "<item><title>\(name)</title><wp:post_name>\(name)</wp:post_name><wp:status>\(status)</wp:status>"
        + "<wp:post_type>\(type)</wp:post_type><content:encoded>Text of \(name)</content:encoded></item>"
    }
    let items =
      ["publish", "draft", "pending", "future", "private", "trash"]
      .map { item($0, "post", $0) }.joined()
      + item("page", "page", "publish") + item("event", "event", "publish")
      + item("menu", "nav_menu_item", "publish") + item("old", "revision", "inherit")
    let read = try ExportFixture.read(ExportFixture(items: items).text, options)
    #expect(read.names == expected)
  }

  /// Dates as they are written, and what becomes of them.
  @Test(arguments: [
    ("2022-03-07 09:08:22", "2022-03-07 08:08:22", "", "2022-03-07T09:08:22+01:00"),
    ("2022-03-07 01:08:22", "2022-03-06 19:38:22", "", "2022-03-07T01:08:22+05:30"),
    ("2022-01-01 01:00:00", "2021-12-31 23:00:00", "", "2022-01-01T01:00:00+02:00"),
    ("2022-03-07 09:08:22", "0000-00-00 00:00:00", "", "2022-03-07T09:08:22"),
    ("0000-00-00 00:00:00", "2022-03-07 08:08:22", "", "2022-03-07T08:08:22Z"),
    (
      "0000-00-00 00:00:00", "0000-00-00 00:00:00", "Mon, 07 Mar 2022 08:08:22 +0000",
      "2022-03-07T08:08:22Z"
    ),
    ("0000-00-00 00:00:00", "0000-00-00 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000", nil),
    ("2022-03-07 09:08:22", "2022-05-07 08:08:22", "", "2022-05-07T08:08:22Z"),
  ])
  func date(_ local: String, _ greenwich: String, _ rss: String, _ expected: String?) throws {
    let item = """
      <item><title>A</title><pubDate>\(rss)</pubDate><wp:post_date>\(local)</wp:post_date>
      <wp:post_date_gmt>\(greenwich)</wp:post_date_gmt><wp:post_type>post</wp:post_type>
      <wp:status>publish</wp:status><content:encoded>x</content:encoded></item>
      """
    let read = try ExportFixture.read(ExportFixture(items: item).text)
    #expect(read.articles.first?.metadata.published?.iso8601 == expected)
    #expect(read.diagnostics.contains { $0.code == .dateInvalid } == (expected == nil))
  }

  @Test(arguments: [
    ("ann", "", ["Ann Lee"]), ("bo", "", ["Bo Berg"]), ("carl", "", ["carl"]), ("", "", []),
    (
      "ann",
      "<category domain=\"author\" nicename=\"cap-bo\">Bo</category><category domain=\"author\" nicename=\"x\">Xe</category>",
      ["Bo Berg", "Xe"]
    ),
  ])
  func authors(_ login: String, _ terms: String, _ expected: [String]) throws {
    let item =
      "<item><title>A</title><dc:creator>\(login)</dc:creator>\(terms)<wp:status>publish</wp:status>"
      + "<wp:post_type>post</wp:post_type><content:encoded>x</content:encoded></item>"
    let read = try ExportFixture.read(ExportFixture(items: item).text)
    #expect(read.articles.first?.metadata.authors.map(\.name) == expected)
  }

  /// What is broken is read as far as it goes, and reported.
  @Test func broken() throws {
    let texts = ["One\u{1}\u{8} text&hellip;", "Two &bogus; R&D"]
    let whole = ExportFixture(items: texts.map { ExportFixture.post($0) }.joined())
    let read = try ExportFixture.read(whole.text)
    #expect(read.names == ["a-post", "a-post-2"])
    #expect(read.articles.map(\.body.plainText) == ["One text…", "Two &bogus; R&D"])
    #expect(read.diagnostics.contains { $0.code == .metadataOdd })

    let cut = String(whole.text.prefix(whole.text.count - 60))
    let rest = try ExportFixture.read(cut)
    #expect(rest.articles.count == 2)
    #expect(rest.diagnostics.contains { $0.code == .xmlRepaired })
  }

  @Test(arguments: ["", "no export", "<html><p>x</p></html>", "<rss></rss>"])
  func noExport(_ text: String) {
    #expect(throws: ConversionError.self) { try ExportFixture.read(text) }
  }

  @Test(arguments: [
    ("<rss xmlns:wp=\"http://wordpress.org/export/1.1/\">", 100),
    ("<!-- This is a WordPress eXtended RSS file --><rss>", 100), ("<rss version='2.0'>", 0),
    ("<feed xmlns:wp=\"http://wordpress.org/export/1.1/\">", 0), ("", 0),
  ])
  func recognized(_ head: String, _ certainty: Int) {
    #expect(WordPressExport.registration.recognize(Array(head.utf8)[...]) == certainty)
  }

  /// Markup that is nested, repeated or cut off without end is read in time.
  @Test(arguments: [
    "[caption]", "[gallery ids=\"", "<a href=\"", "[code]", "<!--",
    "<!-- wp:block {\"ref\":7} /-->",
    "[[a", "<p>\n\n", "<pre>", "[a b='", "$latex ", "https://youtu.be/\n", "[/caption]", "<", "[",
    "<br>", "[footnote]x[/footnote]", "[gallery]", "[playlist type=\"video\"]", "[video]",
  ])
  func repeated(_ piece: String) throws {
    let fixture = ExportFixture(
      items: ExportFixture.post(String(repeating: piece, count: 2_000)))
    _ = try ExportFixture.read(fixture.text)
  }

  /// A word that stands for all pictures of a post comes to no more than there is room for.
  @Test func galleries() throws {
    let pictures = (100..<1100).map { number in
      """
      <item><wp:post_id>\(number)</wp:post_id><wp:post_type>attachment</wp:post_type>
      <wp:status>inherit</wp:status><wp:post_parent>1</wp:post_parent>
      <wp:attachment_url>https://harbour.example/\(number).jpg</wp:attachment_url></item>
      """
    }.joined()
    let content = String(repeating: "[playlist type=\"video\"]", count: 200) + "[gallery]"
    let read = try ExportFixture.read(
      ExportFixture(items: pictures + ExportFixture.post(content)).text)
    #expect(read.articles.first?.body == [])
    #expect(read.diagnostics.count { $0.message.contains("come to more than 8 MB") } == 1)
  }
}

extension [Block] {
  /// Goes through all blocks, those within others too.
  fileprivate func walkBlocks(_ visit: (Block) -> Void) {
    for block in self {
      visit(block)
      block.children.walkBlocks(visit)
    }
  }

  /// Goes through all inlines.
  fileprivate func walkInlines(_ visit: (Inline) -> Void) {
    walkBlocks { block in
      if case .paragraph(let paragraph) = block { paragraph.content.forEach { $0.walk(visit) } }
    }
  }
}

extension Inline {
  fileprivate func walk(_ visit: (Inline) -> Void) {
    visit(self)
    if case .link(let link) = self { link.content.forEach { $0.walk(visit) } }
  }
}
