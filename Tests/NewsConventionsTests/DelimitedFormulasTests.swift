import NewsModel
import Testing

@testable import NewsConventions

@Suite struct DelimitedFormulasTests {
  @Test(
    arguments: [
      (#"so \(a^2\) is"#, false, [.text("so "), .math("a^2"), .text(" is")]),
      (#"\( a \)\(b\)"#, false, [.math("a"), .math("b")]),
      (#"never \(closed and \(again"#, false, [.text(#"never \(closed and \(again"#)]),
      (#"empty \(\)"#, false, [.text(#"empty \(\)"#)]),
      ("from $5 to $6", true, [.text("from $5 to $6")]),
      ("so $E = mc^2$, it is", true, [.text("so "), .math("E = mc^2"), .text(", it is")]),
      ("so $E = mc^2$, it is", false, [.text("so $E = mc^2$, it is")]),
      ("$a$1 and $b$", true, [.text("$a$1 and "), .math("b")]),
      ("cheap $$ or dear $$$", false, [.text("cheap $$ or dear $$$")]),
      ("so $$x$$ is", false, [.text("so "), .math("x"), .text(" is")]),
    ] as [(String, Bool, [Inline])])
  func withinALine(_ text: String, _ takesDollars: Bool, _ expected: [Inline]) {
    let article = Article(body: [.paragraph(Paragraph([.text(text)]))])
    let found = article.rewritten(by: DelimitedFormulas(takesDollars: takesDollars))
    #expect(found.body == [.paragraph(Paragraph(expected))])
  }

  @Test(
    arguments: [
      (#"\[ x^2 \]"#, "x^2"), ("$$x$$", "x"), (#"\[x\] and \[y\]"#, nil), ("$$$$", nil),
    ] as [(String, String?)])
  func aParagraphOfItsOwn(_ text: String, _ formula: String?) {
    let article = Article(body: [.paragraph(Paragraph([.text(text)]))])
    let found = article.rewritten(by: DelimitedFormulas(takesDollars: false))
    if let formula {
      #expect(found.body == [.math(formula)])
    } else {
      #expect(found.body.count == 1)
      if case .paragraph = found.body[0] {} else { Issue.record("a formula") }
    }
  }

  @Test func codeIsNone() {
    let block = Block.paragraph(Paragraph([.text("see "), .code(#"\(x\)"#)]))
    let article = Article(body: [block, .code(CodeBlock("$x$"))])
    #expect(article.rewritten(by: DelimitedFormulas(takesDollars: true)).body == article.body)
  }
}
