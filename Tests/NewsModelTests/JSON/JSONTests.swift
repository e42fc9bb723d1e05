import NewsModel
import Testing

@Suite("Canonical JSON") struct JSONTests {
  @Test("Every part of the model comes back equal", arguments: [false, true])
  func roundTrip(pretty: Bool) throws {
    let article = Self.everything
    let json = try article.json(pretty: pretty)
    #expect(try Article(json: json) == article)
    #expect(try Article(json: json).json(pretty: pretty) == json, "order is kept")
    var digest = Publication(
      title: "Week",
      sections: [
        .init(title: "News", entries: [.init(article)]), .init(entries: [.init(Article())]),
      ])
    digest.date = Timestamp(year: 2024, month: 2, day: 29)
    digest.creator = "newsconv"
    digest.language = "en"
    digest.series = .init(title: "Weekly", position: "9")
    digest.leftOut = [
      .init(cause: .limit, limit: 20, count: 9),
      .init(cause: .duplicate, count: 1, articles: [.init(title: "A", url: "https://a.example")]),
    ]
    #expect(try Publication(json: digest.json(pretty: pretty)) == digest)
  }

  @Test func form() throws {
    var article = Article(body: [
      .paragraph(Paragraph([.text("A "), .emphasis([.text("b\"\n")]), .lineBreak]))
    ])
    article.metadata.title = "T"
    article.metadata.published = Timestamp(iso8601: "2022-03-07T08:08:22+08:00")
    article.metadata.extra = ["n": .number(1), "i": .integer(1), "d": .list([.null])]
    let json = String(decoding: try article.json(), as: UTF8.self)
    #expect(
      json == #"{"schema":"newskit-article/1","title":"T","published":"#
        + #""2022-03-07T08:08:22+08:00","extra":{"n":1.0,"i":1,"d":[null]},"body":"#
        + #"[{"type":"paragraph","content":["A ",{"type":"emphasis","content":["b\"\n"]},"#
        + #"{"type":"lineBreak"}]}]}"#)
  }

  @Test(
    "Mistakes are named with their place",
    arguments: [
      (#"{"title": 1}"#, "a text was expected at $.title"),
      (#"{"body": [{"type": "zebra"}]}"#, "unknown value 'zebra' at $.body[0].type"),
      (#"{"body": [{"text": "x"}]}"#, "'type' is missing at $.body[0]"),
      (#"{"published": "soon"}"#, "'soon' is no ISO 8601 date at $.published"),
      (#"{"title": "x""#, "',' or '}' was expected"),
      (#"{"title": tru}"#, "a value was expected"),
      (#"{} x"#, "something follows the end"),
      ("", "the text ends too early"),
      (#"{"schema":"newskit-article/9"}"#, "only 'newskit-article/1' is understood"),
      (#"{"body":[{"type":"heading","level":7}]}"#, "unknown value '7' at $.body[0].level"),
    ])
  func mistakes(json: String, message: String) throws {
    let error = #expect(throws: ConversionError.self) { try Article(json: json.utf8) }
    #expect(error?.code == .badInput)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test(
    "Values",
    arguments: [
      (
        #"  [1, -2.5e3, "é\u00e9\ud83d\ude00\ud800x", true, null]  "#,
        JSONValue.array([
          .integer(1), .number(-2500), .string("éé😀\u{FFFD}x"), .bool(true), .null,
        ])
      ),
      ("\u{FEFF}{}", .object([])), ("[]", .array([])),
      ("[[],{}]", .array([.array([]), .object([])])),
      ("123456789012345678901234567890", .number(1.2345678901234568e29)),
    ])
  func values(text: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: text.utf8) == value)
  }

  @Test func deepNestingIsAnError() throws {
    let deep = String(repeating: "[", count: 100_000)
    let error = #expect(throws: ConversionError.self) { try JSONValue(parsing: deep.utf8) }
    #expect(error?.message.contains("nested deeper") == true)
    // As deep as it may be.
    let block = #"{"type":"quote","content":["#
    let levels = 480
    let json =
      #"{"body":["# + String(repeating: block, count: levels)
      + String(repeating: "]}", count: levels) + "]}"
    let article = try Article(json: json.utf8)
    #expect(try Article(json: article.json()) == article)
  }

  @Test func mappings() throws {
    let one: MetadataMap = ["a": .integer(1), "b": .integer(2)]
    let other: MetadataMap = ["b": .integer(2), "a": .integer(1)]
    #expect(one == other)
    #expect(Set([one, other]).count == 1)
    #expect(one != ["a": .integer(1), "b": .integer(3)])
  }

  /// One of everything.
  static let everything: Article = {
    let attributes = Attributes(
      id: "i", classes: ["a", "b"], language: "ar", direction: .rightToLeft)
    let text: [Inline] = [.text("x")]
    let paragraph = Block.paragraph(Paragraph(text, attributes: attributes))
    var article = Article()
    article.metadata.title = "標題"
    article.metadata.alternativeTitle = "Deck"
    article.metadata.authors = [
      Person(name: "Ann", url: "u"), Person(name: "AP", isOrganization: true),
    ]
    article.metadata.byline = "By Ann"
    article.metadata.published = Timestamp(iso8601: "2022-03-07T08:08:22.125+08:00")
    article.metadata.modified = Timestamp(iso8601: "2022-03-08")
    article.metadata.dateline = "LONDON"
    article.metadata.section = "World"
    article.metadata.categories = ["a"]
    article.metadata.tags = ["b", "c"]
    article.metadata.slug = "s"
    article.metadata.url = "/s.html"
    article.metadata.language = "zh"
    article.metadata.direction = .leftToRight
    article.metadata.publisher = Organization(name: "P")
    article.metadata.source = Organization(name: "S", url: "https://s")
    article.metadata.canonicalURL = "https://c"
    article.metadata.leadImage = LeadImage(source: "i.png", alternative: "a", caption: "c")
    article.metadata.summary = "sum"
    article.metadata.editor = "ed"
    article.metadata.rights = "©"
    article.metadata.extra = [
      "layout": .string("post"), "n": .integer(3), "f": .number(2.5), "nan": .number(.nan),
      "inf": .number(-.infinity),
      "z": .null,
      "b": .bool(false), "t": .timestamp(Timestamp(year: 2020, month: 1, day: 2)!),
      "l": .list([.integer(1), .string("x"), .map(["k": .list([])])]),
      "tricky": .map(["$timestamp": .string("2020-01-02")]), "more": .map(["$map": .integer(1)]),
    ]
    let span = Span(.time("2020"), text, attributes: attributes)
    article.body = [
      .paragraph(
        Paragraph([
          .text("a\u{0}\u{1F}\\"), .emphasis(text), .strong(text), .strikethrough(text),
          .subscript(text), .superscript(text), .code("c"),
          .link(Link("u", text, title: "t", attributes: attributes)),
          .image(Image("s", alternative: "a", title: "t", width: 1, height: 2)), .lineBreak,
          .ruby(Ruby([.init(base: text, reading: text), .init(base: text, reading: [])])),
          .math("x^2"), .footnote("1"), .span(span), .span(Span(nil, text)),
          .span(Span(.abbreviation("long"), text)), .span(Span(.abbreviation(nil), text)),
        ])),
      .heading(Heading(level: 3, text, attributes: attributes)),
      .list(
        List(
          .ordered(start: 4, style: .lowerRoman), isTight: false,
          items: [.init([paragraph], task: true, number: 9, attributes: attributes), .init([])],
          attributes: attributes)),
      .list(List(items: [.init([paragraph])])),
      .definitionList(
        DefinitionList(
          items: [.term(text, attributes), .definition([paragraph])], attributes: attributes)),
      .quote(Quote([paragraph], source: "u", attributes: attributes)),
      .code(CodeBlock("a\n b", language: "swift", attributes: attributes)),
      .table(
        Table(
          caption: [paragraph],
          head: [
            .init([.init([paragraph], isHeader: true, columnSpan: 2, rowSpan: 3, alignment: .right)]
            )
          ],
          bodies: [[.init([.init([])], attributes: attributes)], []], foot: [.init([])],
          attributes: attributes)),
      .figure(Figure([paragraph], caption: [paragraph], attributes: attributes)),
      .thematicBreak, .math("y"),
      .media(
        Media(
          .audio, source: "u", title: "t", poster: "p", fallback: [paragraph],
          attributes: attributes)),
      .details(Details(summary: text, content: [paragraph], isOpen: true, attributes: attributes)),
      .division(Division([paragraph], attributes: attributes)),
    ]
    for kind: Span.Kind in [
      .mark, .insertion, .small, .keyboard, .sample, .variable, .citation, .definition,
      .quotation,
    ] {
      article.body.append(.paragraph(Paragraph([.span(Span(kind, text))])))
    }
    article.footnotes = [Footnote(label: "1", content: [paragraph])]
    return article
  }()
}
