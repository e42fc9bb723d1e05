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
