import NewsJSON
import NewsModel
import Testing

@Suite struct JSONRoundTripTests {
  static let article = Article(
    metadata: Metadata(title: "A \"bridge\"", authors: ["Ann Lee"], tags: ["roads"]),
    body: [
      "It \(.link("/x", "opened")) on \(.strong(["Monday"]))\(.footnote("n")).", .bullets("a", "b"),
    ],
    footnotes: [Footnote(label: "n", content: ["note"])])

  @Test(arguments: [false, true])
  func articlesReadBack(isPretty: Bool) throws {
    var options = JSONWriter.Options()
    options.isPretty = isPretty
    let bytes = try JSONWriter(options: options).write(Publication(Self.article))
    // Lines of JSON, unless it is meant for eyes.
    #expect((bytes.filter { $0 == 0x0A }.count == 1) != isPretty)
    var diagnostics = Diagnostics()
    #expect(
      try JSONReader().readArticles(Source(bytes: bytes), diagnostics: &diagnostics) == [
        Self.article
      ])
    #expect(diagnostics.all == [])
  }

  @Test func digestsReadBack() throws {
    let entry = Publication.Entry(Self.article)
    let digest = Publication(
      title: "Week", sections: [Publication.Section(title: "One", entries: [entry, entry])])
    let bytes = try JSONWriter().write(digest)
    var diagnostics = Diagnostics()
    #expect(
      try JSONReader().readArticles(Source(bytes: bytes), diagnostics: &diagnostics)
        == [Self.article, Self.article])
  }

  @Test(arguments: ["", "{", "[1]", "{\"body\": 3}", "\u{0}"])
  func badInputIsAnError(text: String) {
    var diagnostics = Diagnostics()
    #expect(throws: ConversionError.self) {
      try JSONReader().readArticles(Source(bytes: Array(text.utf8)), diagnostics: &diagnostics)
    }
  }
}
