import NewsMarkdown
import NewsModel
import Testing

@Suite struct MarkdownWriterTests {
  static func written(
    _ body: [Block], footnotes: [Footnote] = [],
    _ change: (inout MarkdownWriter.Options) -> Void = { _ in }
  ) throws -> String {
    var options = MarkdownWriter.Options()
    options.isFragment = true
    change(&options)
    let article = Article(body: body, footnotes: footnotes)
    return String(
      decoding: try MarkdownWriter(options: options).write(Publication(article)), as: UTF8.self)
  }

  static let blocks: [(block: Block, text: String)] = [
    ("plain", "plain\n"),
    ("a \(.emphasis(["b"])) \(.strong(["c"])) \(.code("d"))", "a *b* **c** `d`\n"),
    ("\(.link("/x", "y")) \(.image("z.png", alternative: "w"))", "[y](/x) ![w](z.png)\n"),
    (.heading(2, "Two"), "## Two\n"),
    (.bullets("a", "b"), "- a\n- b\n"),
    (.list(List(.ordered(start: 3), items: [List.Item(["a"]), List.Item(["b"])])), "3. a\n4. b\n"),
    (.quote("a", "b"), "> a\n>\n> b\n"),
    // GitHub's alerts.
    (.quote("[!NOTE] Mind the step."), "> [!NOTE]\n> Mind the step.\n"),
    (.quote("[!CAUTION] a", "b"), "> [!CAUTION]\n> a\n>\n> b\n"),
    (.quote("[!other] a"), "> [!other] a\n"), ("[!NOTE] a", "[!NOTE] a\n"),
    (.code(CodeBlock("x = 1", language: "swift")), "```swift\nx = 1\n```\n"),
    (.code(CodeBlock("```")), "````\n```\n````\n"),
    ("\(.strikethrough(["gone"]))", "~~gone~~\n"),
    // What would be read as markup is text.
    ("1. no list", "1\\. no list\n"),
    ("# no heading", "\\# no heading\n"),
    ("*no* _emphasis_", "\\*no\\* \\_emphasis\\_\n"),
    ("\(.code("a`b"))", "``a`b``\n"),
  ]

  @Test(arguments: blocks)
  func writesBlock(block: Block, text: String) throws {
    #expect(try Self.written([block]) == text)
  }

  /// What only markup says is left out, and what Markdown has no form for becomes the nearest.
  static let readable: [(block: Block, text: String)] = [
    ("\(.strong(["Why: "]))the wall", "**Why:** the wall\n"),
    ("a \(.emphasis([" b\u{A0}"]))c", "a *b*\u{A0}c\n"),
    ("\(.strong(["a"]))\(.strong(["b"]))", "**ab**\n"),
    ("word\(.strong([", more"])) end", "word, **more** end\n"),
    ("的\(.strong(["“馆”"]))重", "的“**馆**”重\n"),
    (.heading(Heading(level: 2, [.strong([.emphasis(["Costs"])])])), "## Costs\n"),
    ("\(.link("#", "top")) \(.link("", "x"))", "top x\n"),
    (
      .paragraph(Paragraph([.image(Image("a b.png", alternative: "w", width: 9, height: 9))])),
      "![w](a%20b.png)\n"
    ),
    (
      .figure(
        Figure(
          [.paragraph(Paragraph([.image(Image("a.png", alternative: "w"))]))], caption: ["A wall."],
          attributes: Attributes(classes: ["wide"]))), "![w](a.png)\n*A wall.*\n"
    ),
    (
      .media(Media(.embed, source: "https://www.youtube.com/embed/x", title: "Tides")),
      "[YouTube: Tides](https://www.youtube.com/embed/x)\n"
    ),
    (.media(Media(.audio, source: "talk.mp3")), "[talk.mp3](talk.mp3)\n"),
    (
      .paragraph(
        Paragraph(
          [.span(Span(.keyboard, ["Esc"])), " ", .span(Span(.mark, ["b"]))],
          attributes: Attributes(id: "x", classes: ["y"], language: "fr"))), "`Esc` b\n"
    ),
    (
      .definitionList(
        DefinitionList(items: [.term(["Weight"]), .definition(["2 kg"])])), "- **Weight** 2 kg\n"
    ),
    (
      .details(Details(summary: ["More"], content: ["Text"])), "**More**\n\nText\n"
    ),
    (
      .quote(Quote(["a"], source: "https://www.q.example/1")),
      "> a\n>\n> — [q.example](https://www.q.example/1)\n"
    ),
    (.math("x_1"), "```math\nx_1\n```\n"),
    ("\(.math("x_1"))", "$`x_1`$\n"),
    (
      .table(
        Table(bodies: [
          [
            Table.Row([Table.Cell(["a"], isHeader: true), Table.Cell(["b"], isHeader: true)]),
            Table.Row([Table.Cell(["c"], isHeader: true)]),
          ]
        ])), "| a   | b   |\n| --- | --- |\n| c   |     |\n"
    ),
  ]

  @Test(arguments: readable)
  func writesForReaders(block: Block, text: String) throws {
    #expect(try Self.written([block]) == text)
  }

  /// Of a reading back to the last attribute the same blocks keep all.
  @Test(arguments: [
    (
      Block.paragraph(Paragraph([.image(Image("a.png", alternative: "w", width: 9))])),
      "<img src=\"a.png\" alt=\"w\" width=\"9\">\n"
    ),
    (
      .figure(
        Figure([.paragraph(Paragraph([.image(Image("a.png", alternative: "w"))]))], caption: ["A."])
      ),
      "<figure>\n<img src=\"a.png\" alt=\"w\">\n<figcaption>A.</figcaption>\n</figure>\n"
    ),
    (
      .paragraph(Paragraph([.strong(["Why: "]), "the"])), "<strong>Why: </strong>the\n"
    ),
  ])
  func writesLossless(block: Block, text: String) throws {
    #expect(try Self.written([block]) { $0.isLossless = true } == text)
  }

  @Test func linksLeadToHeadingsByTheirWords() throws {
    let heading = Heading(level: 2, ["The cost"], attributes: Attributes(id: "sec-2"))
    let text = try Self.written(["\(.link("#sec-2", "below"))", .heading(heading)])
    #expect(text == "[below](#the-cost)\n\n## The cost\n")
  }

  @Test func emojiStandAsThemselves() throws {
    let article = Article(
      metadata: Metadata(title: "Party 🎉", tags: ["a: 🎉", "\u{E000}"]), body: ["text"])
    let text = String(decoding: try MarkdownWriter().write(Publication(article)), as: UTF8.self)
    #expect(text.contains("title: Party 🎉\n"))
    #expect(text.contains("tags: ['a: 🎉', \u{E000}]\n"))
  }

  @Test func linksBelowTheText() throws {
    let text = try Self.written(["\(.link("/x", "y")) \(.link("/x", "z"))"]) {
      $0.linkStyle = .reference
    }
    #expect(text == "[y][1] [z][1]\n\n[1]: /x\n")
  }

  @Test func wrapsAtColumns() throws {
    let text = try Self.written(["one two three four five six"]) { $0.wrap = .columns(20) }
    #expect(text == "one two three four\nfive six\n")
  }

  @Test func notesFollowTheText() throws {
    let text = try Self.written(
      ["a\(.footnote("n"))"], footnotes: [Footnote(label: "n", content: ["b"])])
    #expect(text == "a[^n]\n\n[^n]: b\n")
  }

  @Test func metadataAreFrontMatter() throws {
    let article = Article(
      metadata: Metadata(
        title: "Yes: no", authors: ["Ann Lee"], published: Timestamp(year: 2026, month: 3, day: 4),
        tags: ["a", "b"]), body: ["text"])
    let text = String(decoding: try MarkdownWriter().write(Publication(article)), as: UTF8.self)
    #expect(
      text == """
        ---
        markdown: gfm
        title: 'Yes: no'
        date: 2026-03-04
        author: Ann Lee
        tags: [a, b]
        ---

        text

        """)
  }
}
