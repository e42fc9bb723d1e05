import NewsModel
import NewsPlainText
import Testing

@Suite struct PlainTextWriterTests {
  static func written(
    _ body: [Block], _ change: (inout PlainTextWriter.Options) -> Void = { _ in }
  ) throws -> String {
    var options = PlainTextWriter.Options()
    options.isFragment = true
    change(&options)
    return String(
      decoding: try PlainTextWriter(options: options).write(Publication(Article(body: body))),
      as: UTF8.self)
  }

  static let blocks: [(block: Block, text: String)] = [
    ("plain", "plain\n"),
    ("a \(.emphasis(["b"])) \(.strong(["c"])) \(.code("d"))", "a b c d\n"),
    (.bullets("a", "b"), "- a\n- b\n"),
    (
      .list(List(.ordered(start: 9), items: [List.Item(["a"]), List.Item(["b"])])), "9. a\n10. b\n"
    ),
    (.quote("a"), "  a\n"),
    (.code(CodeBlock("x = 1")), "    x = 1\n"),
    ("a\(.lineBreak)b", "a\nb\n"),
  ]

  @Test(arguments: blocks)
  func writesBlock(block: Block, text: String) throws {
    #expect(try Self.written([block]) == text)
  }

  @Test func linesAreWrapped() throws {
    let words: [Block] = ["one two three four five"]
    #expect(try Self.written(words) { $0.width = 16 } == "one two three\nfour five\n")
    #expect(try Self.written(words) { $0.width = nil } == "one two three four five\n")
    // A Chinese character takes two columns, and a line may end after each.
    #expect(try Self.written(["河上的大桥今天通车了"]) { $0.width = 16 } == "河上的大桥今天通\n车了\n")
  }

  /// A long cell does not fill up the rows of a whole table, nor a long name stand in each.
  @Test(arguments: [false, true])
  func tablesGrowWithTheirText(isHead: Bool) throws {
    let long = String(repeating: "word ", count: 2000) + "end"
    var rows = (0..<2000).map { row in
      Table.Row([Table.Cell(["a\(row)"]), Table.Cell(["b"])])
    }
    rows.insert(
      Table.Row([Table.Cell([.paragraph(Paragraph([.text(long)]))]), Table.Cell(["b"])]), at: 0)
    let table = Table(head: isHead ? [rows.removeFirst()] : [], bodies: [rows])
    let text = try Self.written([.table(table)]) { $0.width = nil }
    #expect(text.utf8.count < 100_000)
    #expect(text.contains("end") && text.contains("a1999"))
  }

  @Test func titleIsUnderlinedByItsWidth() throws {
    let article = Article(metadata: Metadata(title: "大桥"), body: ["text"])
    let text = String(decoding: try PlainTextWriter().write(Publication(article)), as: UTF8.self)
    #expect(text.hasPrefix("大桥\n====\n"))
  }
}
