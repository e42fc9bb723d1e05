import NewsKit
import Testing

/// The kinds of text that made Markdown's parsers slow or made them crash, each of which cmark has
/// a test for too, through every reader of marked-up text.
///
/// That the work is in proportion is what Scripts/growth counts; here, that the text is kept, and
/// does not become many times as long.
@Suite struct PathologicalInputTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// What must still be there to read.
    let kept: String
    var testDescription: String { name }

    init(_ name: String, keeps kept: String = "word", _ text: String) {
      self.name = name
      self.text = text
      self.kept = kept
    }
  }

  private static let count = 3000

  private static func repeated(_ piece: String, _ times: Int = count) -> String {
    String(repeating: piece, count: times)
  }

  private static func numbered(_ times: Int = count, _ piece: (Int) -> String) -> String {
    (0..<times).map(piece).joined()
  }

  static let kinds: [Kind] = [
    Kind("strong within emphasis", repeated("*a **a ") + "word" + repeated(" a** a*")),
    Kind("closers of emphasis without openers", repeated("a_ ") + "word"),
    Kind("openers of emphasis without closers", repeated("_a ") + "word"),
    Kind("closers of links without openers", repeated("a] ") + "word"),
    Kind("openers of links without closers", repeated("[a ") + "word"),
    Kind("openers and closers that do not match", repeated("*a_ ") + "word"),
    Kind("three openers, two closers", "word " + repeated("a***b** ")),
    Kind("brackets within emphasis", repeated("[ a_ ") + "word"),
    Kind("openers of links and emphasis", repeated("[ (](") + "word"),
    Kind("a link's parenthesis that is never closed", repeated("[a](b") + "word"),
    Kind("a link's angle bracket that is never closed", "word " + repeated("[a](<b")),
    Kind("nested brackets", repeated("[") + "word" + repeated("]")),
    Kind("nested pictures", repeated("![[]()") + "word"),
    Kind("nested quotations", repeated("> ", 2000) + "word"),
    Kind("deeply nested lists", numbered(300) { repeated("  ", $0) + "* a\n" } + "\nword\n"),
    Kind("lists on one line", repeated("* ", 2000) + "word"),
    Kind("characters that are none", "word \u{1} a " + repeated("\u{FFFE}")),
    Kind("backticks of growing length", "word " + numbered(400) { "e" + repeated("`", $0) }),
    Kind("links within links", repeated("[a ") + "word" + repeated("](b)")),
    Kind("stars of growing length", "word " + numbered(300) { repeated("*", $0) + "a " }),
    Kind("lines that may define a link", repeated("[a]: \n", 1000) + "\nword\n"),
    Kind("definitions of equal length", numbered { "[a\($0)]: b\n" } + "\nword [a1]\n"),
    Kind(
      "a definition that is used often",
      "[a]: /" + repeated("b") + "\n\n" + repeated("[a] ") + "word"),
    Kind("definitions within quotations", numbered { "> [a\($0)]: b\n" } + "\nword\n"),
    Kind("comments that are not closed", "word " + repeated("<!--a ")),
    Kind("instructions that are not closed", "word " + repeated("<?a ")),
    Kind("declarations that are not closed", "word " + repeated("<!A ")),
    Kind("character data that is not closed", "word " + repeated("<![CDATA[ ")),
    Kind("tags that are not closed", "word " + repeated("a <b c=\"d ")),
    Kind(
      "a table of many columns",
      "word\n\n" + repeated("|a", 2000) + "|\n" + repeated("|-", 2000) + "|\n"
        + repeated("|b|\n", 500)),
    Kind("tables' rules", "word\n\n" + repeated("|a|\n|-|\n")),
    Kind(
      "notes",
      "word" + numbered(1000) { "[^\($0)]" } + "\n\n" + numbered(1000) { "[^\($0)]: a\n\n" }),
    Kind(
      "notes that refer to each other",
      "word[^0]\n\n" + numbered(1000) { "[^\($0)]: a[^\($0 + 1)]\n\n" }),
    Kind("a note that is used often", "word" + repeated("[^1]") + "\n\n[^1]: a\n"),
    Kind("bare addresses", "word " + repeated("http://a.b/(") + repeated("www.a.")),
    Kind("signs of mail addresses", "word " + repeated("a@")),
    Kind("tildes", repeated("~~a ") + "word"),
    Kind("fences of growing length", numbered(300) { repeated("~", $0 + 3) + "\n" } + "word"),
    Kind("elements that are not closed", repeated("<div>") + "word"),
    Kind("elements that are not open", "word " + repeated("</div>")),
    Kind("emphasis across paragraphs", repeated("<p><b><i>", 1000) + "word"),
    Kind("elements closed in the wrong order", "word " + repeated("<b><i>a</b></i>", 500)),
    Kind("tables within tables", repeated("<table><tr><td>", 500) + "word"),
    Kind("one tag with many attributes", "<p " + numbered { "a\($0)=b " } + ">word</p>"),
    Kind("references that are none", "word " + repeated("&") + repeated("&#x")),
    Kind("escapes", repeated("\\") + " word"),
    Kind("quotes", "word " + repeated("\"'")),
    Kind(
      "abbreviations that are used often",
      "*[AB]: " + repeated("b", 1000) + "\n\nword " + repeated("AB ", 1000)),
    Kind("attribute lists", "word\n" + repeated("{: .a")),
  ]

  @Test(arguments: kinds, ["jekyll", "markdown", "gfm", "commonmark", "html"])
  func keepsItsText(kind: Kind, format: String) throws {
    var options = FormatOptions()
    if format == "html" { options.set("raw", "true") }
    let reader = try FormatRegistry.standard.reader(named: format).make(options)
    var diagnostics = Diagnostics()
    let articles = try reader.readArticles(
      Source(bytes: Array(kind.text.utf8)), limits: .standard, diagnostics: &diagnostics)
    let text = articles.map(\.body.plainText).joined()
    let notes = articles.flatMap(\.footnotes).map(\.content.plainText).joined()
    #expect((text + notes).contains(kind.kept))
    #expect(text.utf8.count < 20 * kind.text.utf8.count + 100_000)
    for writer in ["html", "plain", "markdown", "json"] {
      let written = try FormatRegistry.standard.writer(named: writer)
        .make(FormatOptions(), WriterEnvironment())
        .write(Publication(articles[0]), diagnostics: &diagnostics)
      #expect(written.count < 100 * kind.text.utf8.count + 1_000_000, "\(writer)")
    }
  }
}
