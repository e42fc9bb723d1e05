import NewsModel
import Testing

@Suite struct LiteralTests {
  @Test func articleInFourLines() {
    let article = Article(
      metadata: Metadata(title: "A bridge", authors: ["Ann Lee"], tags: ["roads"]),
      body: [
        "It \(.link("https://town.example/", "opened")) on \(.strong(["Monday"])).",
        "Nobody \(.emphasis(["fell"])).", .figure("bridge.jpg", caption: "The bridge"),
      ])
    #expect(article.metadata.authors == [Person(name: "Ann Lee")])
    #expect(
      article.body == [
        .paragraph(
          Paragraph([
            .text("It "), .link(Link("https://town.example/", [.text("opened")])), .text(" on "),
            .strong([.text("Monday")]), .text("."),
          ])),
        .paragraph(Paragraph([.text("Nobody "), .emphasis([.text("fell")]), .text(".")])),
        .figure(
          Figure(
            [.paragraph(Paragraph([.image(Image("bridge.jpg"))]))],
            caption: [.paragraph(Paragraph([.text("The bridge")]))])),
      ])
  }

  @Test func whiteSpaceIsOneBlank() {
    let word = " b "
    let line: Block = """
       a \(word)
        c\(4)
      """
    #expect(line == .paragraph(Paragraph([.text("a b c4")])))
  }
}
