import NewsModel
import Testing

@Suite struct NormalFormTests {
  /// Emphases, and what is left of them.
  static let emphases: [(content: [Inline], rest: [Inline])] = [
    (
      ["a", .strong(["b"]), .strong([" c"]), "d"], ["a", .strong(["b"]), " ", .strong(["c"]), "d"]
    ),
    (
      [.strong(["b"]), .strong([.code("c"), "d"]), .strong(["e"])],
      [.strong(["b", .code("c"), "de"])]
    ),
    ([.emphasis(["a"]), .strong(["b"]), .strong(["c"])], [.emphasis(["a"]), .strong(["bc"])]),
    (
      ["a", .strong([.lineBreak, " ", .lineBreak, " b ", .lineBreak, " "]), "c"],
      ["a", .lineBreak, " ", .lineBreak, " ", .strong(["b"]), " ", .lineBreak, " c"]
    ),
    (["a", .emphasis([.lineBreak, " "]), "b"], ["a", .lineBreak, " b"]),
    ([.emphasis([.lineBreak, "  b"]), "c"], [.emphasis(["b"]), "c"]),
  ]

  @Test(arguments: emphases)
  func emphasis(content: [Inline], rest: [Inline]) {
    let article = Article(body: [.paragraph(Paragraph(content))]).rewritten(by: NormalForm())
    #expect(article.body == [.paragraph(Paragraph(rest))])
  }
}
