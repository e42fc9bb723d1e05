import NewsModel

/// Articles with what EPUBCheck rejects or a reader must not meet, each by its name.
enum HostileArticles {
  static var all: [(name: String, article: Article)] {
    [
      ("links", links), ("anchors", anchors), ("pictures", pictures), ("metadata", metadata),
      ("structure", structure), ("languages", languages), ("long", long), ("times", times),
      ("headings", headings), ("media", media),
    ]
  }

  static func line(_ inlines: [Inline]) -> Block { .paragraph(Paragraph(inlines)) }

  static let addresses = [
    "http://a.example/x y", "http://a.example/100%", "http://a.example/%zz?a=[b]|{c}\\d",
    "http://a.example/#one#two", "http://", "http:///path", "http://a.example:99999/",
    "http://a.example:port/", "http:// a.example/", "http://a..example/", "http://.example/",
    "//host.example/path", "/root", "../../../up", "relative.html", "file:///etc/passwd",
    "data:text/html,x", "javascript:alert(1)", "java\tscript:alert(1)", "JAVASCRIPT:x",
    "vbscript:x", "mailto:a@b.example", "mailto:", "mailto:a b@c", "tel:+49 30 1",
    "ftp://a.example/",
    "http://例え.example/道?問=答#節", "https://a.example/path?q=1&amp=2", "#", "#missing", "#top",
    "https://user:pass@a.example/", "https://a_b.example/", "https://-a.example/",
    "https://[::1]/", "https://[broken", "http://a.example\\b\\c", "mailto:%", "ht!tp://x", ":",
    "?", "a:b", "http:a", "https://a.example/\u{202E}x", "https://xn--/", "https://a.example%20b/",
    "https://1.2.3.4.5/", "https://256.1.1.1/", "https://0x7f.1/", "http://a.example/\u{FFFE}",
    "https://é.example/", "https://\u{AD}.example/", "https://a,b.example/", "https://(a).example/",
  ]

  static let links = Article(
    metadata: {
      var metadata = Metadata()
      metadata.title = "Links"
      metadata.canonicalURL = "https://site.example/news/one.html"
      return metadata
    }(),
    body: addresses.map { line([.link(Link($0, [.text($0)]))]) }
      + addresses.map {
        line([.image(Image($0, alternative: "a")), .span(Span(.quotation, [.text($0)]))])
      } + addresses.map { .quote(Quote([line([.text("q")])], source: $0)) }
      + addresses.map { .media(Media(.video, source: $0, poster: $0)) })

  static let anchors = Article(
    body: [
      line([.link(Link("#a", [.text("a")])), .link(Link("#b%20c", [.text("b c")]))]),
      line([.link(Link("#注", [.text("注")])), .link(Link("#fn-x", [.text("x")]))]),
      .heading(Heading(level: 2, [.text("A")], attributes: Attributes(id: "a"))),
      .heading(Heading(level: 2, [.text("A")], attributes: Attributes(id: "a"))),
      .heading(Heading(level: 2, [.text("B")], attributes: Attributes(id: "b c"))),
      .heading(Heading(level: 2, [.text("注")], attributes: Attributes(id: "注"))),
      .heading(Heading(level: 2, [.text("C")], attributes: Attributes(id: ""))),
      .heading(Heading(level: 2, [.text("D")], attributes: Attributes(id: "  "))),
      .heading(Heading(level: 2, [.text("E")], attributes: Attributes(id: "nk-h1"))),
      .heading(Heading(level: 2, [.text("F")], attributes: Attributes(id: "1:2.3&<\"'"))),
      .heading(Heading(level: 2, [.text("G"), .footnote("x")])),
      line([
        .image(Image("gone.png", alternative: "", attributes: Attributes(id: "gone"))),
        .link(Link("#gone", [.text("gone")])), .footnote("x"), .footnote("y z"), .footnote("x"),
        .link(Link("https://a.example/", [.text("in a link"), .footnote("x")])),
      ]),
      .list(List(items: [List.Item([line([.footnote("y z")])], attributes: Attributes(id: "a"))])),
    ],
    footnotes: [
      Footnote(label: "x", content: [line([.text("see"), .footnote("y z")])]),
      Footnote(label: "y z", content: [.list(List(items: [List.Item([])]))]),
      Footnote(label: "only from a note", content: []),
      Footnote(label: "x", content: [line([.text("twice")])]),
    ])

  static let pictures = Article(
    metadata: {
      var metadata = Metadata()
      metadata.title = "Pictures"
      metadata.leadImage = LeadImage(source: "picture.png", alternative: "Lead", caption: "<C>")
      return metadata
    }(),
    body: [
      "picture.png", "named-wrongly.jpg", "/a b.png", "picture.gif", "text.png", "empty.png",
      "missing.png", "https://a.example/remote.png", "//a.example/x.png",
      "data:image/png;base64,!!",
      "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==",
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E", "data:,", "",
    ].flatMap { source -> [Block] in
      [
        line([.image(Image(source, alternative: "A", title: "T", width: 0, height: -1))]),
        .figure(
          Figure([line([.image(Image(source))])], caption: [line([.text("C")]), .thematicBreak])),
        line([.link(Link("https://a.example/", [.image(Image(source, alternative: "in"))]))]),
      ]
    })

  static let metadata: Article = {
    var metadata = Metadata()
    metadata.title = " \u{1} "
    metadata.alternativeTitle = "\u{0}"
    metadata.authors = [
      Person(name: ""), Person(name: "A", url: "javascript:1"), Person(name: "A"),
      Person(name: "B", url: "/b"),
    ]
    metadata.byline = "<b>"
    metadata.published = Timestamp(iso8601: "0001-01-01T23:59:60.123456789+23:59")
    metadata.modified = Timestamp(iso8601: "9999-12-31T23:59:59-12:00")
    metadata.language = "zh_CN.UTF-8"
    metadata.categories = ["", " ", "<c>", "<c>"]
    metadata.tags = ["\u{FFFF}", "t\nt"]
    metadata.publisher = Organization(name: " ", url: "x")
    metadata.source = Organization(name: "<s>", url: "//s.example")
    metadata.canonicalURL = "not an address"
    metadata.summary = "\u{B}"
    metadata.rights = "© & <r>"
    metadata.editor = "\u{2028}"
    metadata.url = "/\"<>"
    return Article(metadata: metadata, body: [line([.text("x")])])
  }()

  static let structure: Article = {
    let link = Inline.link(Link("https://a.example/", [.text("a")]))
    let nested: [Inline] = [
      .link(Link("https://b.example/", [link, .emphasis([link]), .span(Span(.mark, [link]))])),
      .ruby(
        Ruby([.init(base: [.ruby(Ruby([.init(base: [link], reading: [link])]))], reading: [])])),
      .span(Span(.definition, [.span(Span(.definition, [.text("d")]))])),
      .span(Span(.time("2020-01-01"), [.span(Span(.time("2021-01-01"), [.text("t")]))])),
      .span(Span(.abbreviation(nil), [])), .code("\u{0}<"), .math(""), .lineBreak, .lineBreak,
      .superscript([.superscript([.subscript([])])]), .strong([.strong([.strong([])])]),
      .span(Span(.small, [.span(Span(.keyboard, [.span(Span(.sample, [.text("k")]))]))])),
    ]
    let list = List(
      .ordered(start: Int.min, style: .upperRoman), isTight: false,
      items: [List.Item([], number: Int.max), List.Item([line(nested)], task: true)])
    return Article(body: [
      line(nested), .heading(Heading(level: -3, nested)), .heading(Heading(level: 99, nested)),
      .list(list), .list(List(items: [List.Item([.list(list), .list(list)], task: false)])),
      .definitionList(DefinitionList(items: [.definition([line(nested)]), .term(nested)])),
      .definitionList(
        DefinitionList(items: [.term([]), .term([]), .definition([]), .definition([])])),
      .table(
        Table(
          caption: [.table(Table(bodies: [[]]))], head: [Table.Row([])],
          bodies: [[], [Table.Row([Table.Cell([.table(Table())], columnSpan: -1, rowSpan: 0)])]],
          foot: [Table.Row([Table.Cell([line(nested)], isHeader: true)])])),
      .figure(
        Figure(
          [.figure(Figure([.thematicBreak], caption: [.figure(Figure([]))]))], caption: [.math("x")]
        )),
      .details(Details(summary: nested, content: [.details(Details(summary: [], content: []))])),
      .code(CodeBlock("\r\n\u{0}</pre>]]>", language: "\" <\u{0}")),
      .division(
        Division(
          [.division(Division([], attributes: Attributes(classes: ["", " ", "\u{1}"])))],
          attributes: Attributes(id: "d", classes: ["nk-page"], direction: .rightToLeft))),
    ])
  }()

  static let languages = Article(
    body: [
      "C", "en_US", "x-private", "zh-Hant-TW", "", "i-klingon", "e n", "123", "de-DE-1901-x-y",
    ]
    .map { tag in
      .paragraph(
        Paragraph(
          [.span(Span(nil, [.text(tag)], attributes: Attributes(language: tag)))],
          attributes: Attributes(language: tag, direction: .leftToRight)))
    })

  /// Above the size at which documents are split, with notes and links across the parts.
  static let long = Article(
    metadata: {
      var metadata = Metadata()
      metadata.title = "Long"
      return metadata
    }(),
    body: (0..<1500).map { number in
      number.isMultiple(of: 300)
        ? .heading(
          Heading(level: 2, [.text("Part \(number)")], attributes: Attributes(id: "p\(number)")))
        : line([
          .text(String(repeating: "Words of a long article. ", count: 20)), .footnote("n"),
          .link(Link("#p\(number / 300 * 300)", [.text("up")])),
          .link(Link("#p\((1499 - number) / 300 * 300)", [.text("over")])),
        ])
    }, footnotes: [Footnote(label: "n", content: [line([.text("note")])])])

  static let times = Article(
    body: [
      "2022-03-07", "2022-03-07T08:08:22+08:00", "2022-03-07 08:08", "yesterday", "", "PT5M",
      "2022-02-30", "08:08", "2022", "2022-03-07T08:08:22.123456789Z", "2016-12-31T23:59:60Z",
    ].map { line([.span(Span(.time($0), [.text("t"), .emphasis([.text("u")])]))]) })

  static let headings = Article(
    body: [3, 1, 6, 2, 2, 5, 1, 4].map { .heading(Heading(level: $0, [.text("H\($0)")])) }
      + [
        .heading(Heading(level: 1, [.image(Image("picture.png"))])),
        .heading(Heading(level: 1, [.text(" ")])),
        .heading(Heading(level: 2, [.image(Image("gone.png", alternative: "x"))])),
      ])

  static let media = Article(
    body: [Media.Kind.video, .audio, .embed].flatMap { kind -> [Block] in
      [
        .media(Media(kind, source: "https://v.example/a?b=c&d=e", title: "<T>")),
        .media(
          Media(kind, source: "/v.mp4", poster: "picture.png", fallback: [line([.text("F")])])),
        .media(Media(kind, source: "", title: "", attributes: Attributes(id: "m", classes: ["c"]))),
      ]
    })

  /// Articles that link to each other, by several of their addresses.
  static let linked: [Article] = (0..<3).map { number in
    var metadata = Metadata()
    metadata.title = "Linked \(number)"
    metadata.canonicalURL = "https://site.example/\(number)/index.html"
    metadata.url = "/\(number)/"
    metadata.language = ["en", "ar", "ja"][number]
    return Article(
      metadata: metadata,
      body: [
        .heading(Heading(level: 1, [.text("Here")], attributes: Attributes(id: "here"))),
        line([
          .link(Link("http://www.site.example/\((number + 1) % 3)", [.text("next")])),
          .link(Link("/\((number + 2) % 3)/#here", [.text("previous")])),
          .link(Link("#here", [.text("here")])), .link(Link("../\(number)/#here", [.text("me")])),
        ]),
      ])
  }
}
