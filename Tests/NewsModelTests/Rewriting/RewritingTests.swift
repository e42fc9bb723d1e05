import NewsModel
import Testing

@Suite struct RewritingTests {
  struct WithoutPictures: InlineRewriter {
    func rewrite(_ inline: Inline) -> [Inline] { inline.isImage ? [] : [inline] }
  }

  struct Shouting: BlockRewriter {
    var count = 0

    mutating func rewrite(_ inline: Inline) -> [Inline] {
      guard case .text(let text) = inline else { return [inline] }
      count += 1
      return [.text(text.uppercased())]
    }

    func rewrite(_ block: Block) -> [Block] {
      if case .thematicBreak = block { return [] }
      if case .quote(let quote) = block { return quote.content }
      return [block]
    }
  }

  /// What is left once the pictures are gone.
  static let pictures: [(body: [Block], rest: [Block])] = [
    (["a \(.image("x.png", alternative: "")) b"], ["a b"]),
    (["\(.image("x.png", alternative: "")) b"], ["b"]),
    (["a\(.lineBreak)\(.image("x.png", alternative: ""))"], ["a"]),
    (["\(.image("x.png", alternative: "an x"))"], []),
    (["\(.link("/", .image("x.png", alternative: "")))", "b"], ["b"]),
    ([.figure("x.png", caption: "An x"), "b"], ["b"]),
    ([.quote(.figure("x.png"), "b")], [.quote("b")]),
    ([.quote(.figure("x.png"))], []),
    ([.bullets("a", "\(.image("x.png", alternative: ""))")], [.bullets("a")]),
    (
      [.division(Division([], attributes: Attributes(id: "here")))],
      [.division(Division([], attributes: Attributes(id: "here")))]
    ),
    (["\(.strong(["a", .image("x.png", alternative: "")]))"], ["\(.strong(["a"]))"]),
  ]

  @Test(arguments: pictures)
  func dropsPictures(body: [Block], rest: [Block]) {
    let note = Footnote(label: "1", content: body)
    let article = Article(body: body, footnotes: [note]).rewritten(by: WithoutPictures())
    #expect(article.body == rest)
    #expect(article.footnotes[0].content == rest)
  }

  @Test func replacesBlocksAndInlinesInside() {
    var shouting = Shouting()
    let body: [Block] = [
      "a", .thematicBreak, .quote("b", .quote("\(.emphasis(["c"])) d")),
      .table(Table(caption: ["e"], bodies: [[Table.Row([Table.Cell(["f"])])]])),
    ]
    #expect(
      body.rewritten(by: &shouting) == [
        "A", "B", "\(.emphasis(["C"])) D",
        .table(Table(caption: ["E"], bodies: [[Table.Row([Table.Cell(["F"])])]])),
      ])
    #expect(shouting.count == 6)
  }
}
