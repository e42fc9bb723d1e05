import NewsModel
import Testing

@testable import NewsPlainText

@Suite struct PlainTextReaderTests {
  private func read(_ text: String) throws -> Article {
    var diagnostics = Diagnostics()
    return try PlainTextReader().readArticles(
      Source(bytes: Array(text.utf8)), diagnostics: &diagnostics)[0]
  }

  @Test(arguments: [
    ("A Bridge\n\nIt opened on Monday.", "A Bridge"),
    ("A Bridge\n========\n\nIt opened.", "A Bridge"),
    ("\n\n  A Bridge  \n\nIt opened.", "A Bridge"),
    ("\u{FEFF}A Bridge\r\n\r\nIt opened.\r\n", "A Bridge"),
    ("大桥通车\n\n　　新华社电。", "大桥通车"), ("Who pays for it?\n\nNobody.", "Who pays for it?"),
    ("The Shares of Example Inc.\n\nThey fell.", "The Shares of Example Inc."),
    ("It opened on Monday.\n\nIt closed on Friday.", nil), ("A Bridge", nil),
    ("A Bridge\nIt opened.", nil),
    ("- one\n- two\n\nText.", nil), ("> quoted\n\nText.", nil), ("* * *\n\nText.", nil),
  ])
  func titles(_ text: String, _ title: String?) throws {
    #expect(try read(text).metadata.title == title)
  }

  /// Blocks, as the letters of their kinds.
  @Test(arguments: [
    ("One line\nand the next.\n\nAnother.", "p(One line and the next.) p(Another.)"),
    ("他们说\n今天。", "p(他们说今天。)"), ("　　一段。\n　　二段。", "p(一段。) p(二段。)"),
    ("한국어\n문장.", "p(한국어 문장.)"),
    ("A star * is a star_ and # too <b>.", "p(A star * is a star_ and # too <b>.)"),
    ("- one\n  more\n- two", "l(one more|two)"), ("* one\n\n* two", "l(one|two)"),
    ("1. one\n2. two", "l(one|two)"), ("• one\n• two", "l(one|two)"), ("- alone", "p(- alone)"),
    ("1. alone.", "p(1. alone.)"), ("2.5 percent\n3.5 percent", "p(2.5 percent 3.5 percent)"),
    ("x.\n\n> quoted\n> text\n>\n> more", "p(x.) q(p(quoted text) p(more))"),
    ("x.\n\n    set in\n    deeply\n\ny.", "p(x.) q(p(set in deeply)) p(y.)"),
    ("x.\n\nHead\n----\n\ny.", "p(x.) h2(Head) p(y.)"), ("x.\n\n* * *\n\ny.", "p(x.) - p(y.)"),
    ("  Each indents.\n\n  Each does.\n\n  All.", "p(Each indents.) p(Each does.) p(All.)"),
    ("See https://a.example/b, then.", "p(See https://a.example/b, then.)"),
    (
      String(repeating: "long words here ", count: 9) + "\n"
        + String(repeating: "next words here ", count: 9),
      "p(\(String(repeating: "long words here ", count: 9).dropLast())) p(\(String(repeating: "next words here ", count: 9).dropLast()))"
    ),
    ("One.\u{0C}Two.", "p(One.) p(Two.)"),
  ])
  func blocks(_ text: String, _ expected: String) throws {
    #expect(Self.dump(try read(text).body) == expected)
  }

  private static func dump(_ blocks: [Block]) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let paragraph): "p(\(paragraph.content.plainText))"
      case .heading(let heading): "h\(heading.level)(\(heading.content.plainText))"
      case .quote(let quote): "q(\(dump(quote.content)))"
      case .list(let list): "l(\(list.items.map { $0.content.plainText }.joined(separator: "|")))"
      case .thematicBreak: "-"
      default: "?"
      }
    }.joined(separator: " ")
  }

  @Test func linesOfAnAddressKeepTheirEnds() throws {
    let text =
      "The letter was sent to the office of the river on Monday morning, they say.\n\nAnn Lee\n12 Quay Road"
    #expect(
      try read(text).body.last == .paragraph(Paragraph(["Ann Lee", .lineBreak, "12 Quay Road"])))
  }

  @Test func bylines() throws {
    let article = try read("A Bridge\n\nBy Ann Lee\n\nIt opened on Monday.")
    #expect(article.metadata.authors == ["Ann Lee"])
    #expect(article.body == ["It opened on Monday."])
  }

  @Test func quotationsNestedWithoutEnd() throws {
    let text = String(repeating: "> ", count: 10_000) + "x"
    #expect(try read(text).body.plainText.contains("x"))
  }

  @Test(arguments: ["", " \n\t", "a\u{0}b"])
  func refused(_ text: String) {
    #expect(throws: ConversionError.self) { try read(text) }
  }

  @Test(arguments: [
    ("A Bridge\n\nIt opened on Monday, with three speeches.\n", 10), ("foo==1.0\nbar>=2\n", 0),
    ("User-agent: *\nDisallow: /x\n", 0), ("<p>It opened on Monday.</p>", 0),
    ("大桥今天通车，市民很高兴。\n", 10),
    ("{\"a\": \"It opened on Monday, they say.\"}", 0),
  ])
  func recognised(_ text: String, _ certainty: Int) {
    #expect(TextRecognizer.certainty(of: Array(text.utf8)[...]) == certainty)
  }
}
