import NewsModel
import Testing

@Suite struct PartsTests {
  static let table = Table(
    caption: ["caption"], head: [Table.Row([Table.Cell(["head"])])],
    bodies: [[Table.Row([Table.Cell(["one"]), Table.Cell(["two"])])], []],
    foot: [Table.Row([Table.Cell(["foot"])])])

  static let children: [(block: Block, texts: [String])] = [
    ("text", []), (.heading(2, "text"), []), (.thematicBreak, []), (.math("x"), []),
    (.code(CodeBlock("code")), []), (.bullets("a", "b"), ["a", "b"]),
    (.quote("a", "b"), ["a", "b"]),
    (.table(table), ["caption", "head", "one", "two", "foot"]),
    (.figure("a.png", caption: "b"), ["", "b"]),
    (.details(Details(summary: ["s"], content: ["a"])), ["a"]),
    (.division(Division(["a"], attributes: .none)), ["a"]),
    (.media(Media(.video, source: "v", fallback: ["a"])), ["a"]),
    (
      .definitionList(
        DefinitionList(items: [.term(["t"]), .definition(["a"]), .definition(["b"])])),
      ["a", "b"]
    ),
  ]

  @Test(arguments: children)
  func childrenInOrder(block: Block, texts: [String]) {
    #expect(block.children.map { [$0].plainText } == texts)
  }

  @Test func rowsOfAllParts() {
    #expect(Self.table.rows.map { $0.cells.count } == [1, 2, 1])
  }

  @Test func walkSeesEverythingOnce() {
    var blocks = 0
    var texts: [String] = []
    [.table(Self.table), "\(.emphasis(["a", .strong(["b"])]))"].walk { _ in
      blocks += 1
    } inlines: {
      if case .text(let text) = $0 { texts.append(text) }
    }
    #expect(blocks == 7)
    #expect(texts == ["caption", "head", "one", "two", "foot", "a", "b"])
  }
}
