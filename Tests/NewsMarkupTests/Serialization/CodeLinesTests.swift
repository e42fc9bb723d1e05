import NewsModel
import Testing
@testable import NewsMarkup

/// Lines of code that a narrow page must break are set apart, in books.
@Suite struct CodeLinesTests {
  private static func book(_ code: CodeBlock) -> String {
    var style = HTMLSerializer<PageReferences>.Style()
    style.isBook = true
    var serializer = HTMLSerializer(style: style, references: PageReferences())
    serializer.blocks([.code(code)])
    return String(decoding: serializer.out.bytes, as: UTF8.self)
  }

  private static let wide = String(repeating: "x", count: 50)

  @Test(arguments: [
    ("a\nb", "a\nb\n"),
    (wide, "<span class=\"nk-line\">\(wide)\n</span>"),
    ("a\n\(wide)\nb", "a\n<span class=\"nk-line\">\(wide)\n</span>b\n"),
    (
      "\(wide)\n\(wide)",
      "<span class=\"nk-line\">\(wide)\n</span><span class=\"nk-line\">\(wide)\n</span>"
    ),
    // Twenty wide characters are forty columns.
    (
      String(repeating: "价", count: 20),
      "<span class=\"nk-line\">\(String(repeating: "价", count: 20))\n</span>"
    ),
    (String(repeating: "价", count: 19), String(repeating: "价", count: 19) + "\n"),
  ])
  func wideLines(_ text: String, _ markup: String) {
    #expect(Self.book(CodeBlock(text)) == "<pre><code>\(markup)</code></pre>\n")
  }

  @Test func aTokenGoesOnInTheNextLine() {
    let markup = Self.book(CodeBlock("/* a\n\(Self.wide)\nb */ let x", language: "swift"))
    #expect(
      markup == "<pre><code class=\"language-swift\"><span class=\"nk-c\">/* a\n</span>"
        + "<span class=\"nk-line\"><span class=\"nk-c\">\(Self.wide)\n</span></span>"
        + "<span class=\"nk-c\">b */</span> <span class=\"nk-k\">let</span> x\n</code></pre>\n")
  }
}

extension CodeLinesTests {
  /// Programs run from left to right, whatever the text around does.
  @Test(arguments: [(true, "<pre dir=\"ltr\">"), (false, "<pre>")])
  func directionOfCode(_ isRightToLeft: Bool, _ tag: String) {
    var style = HTMLSerializer<PageReferences>.Style()
    style.isBook = true
    style.isRightToLeft = isRightToLeft
    var serializer = HTMLSerializer(style: style, references: PageReferences())
    serializer.blocks([.code(CodeBlock("a"))])
    #expect(String(decoding: serializer.out.bytes, as: UTF8.self).hasPrefix(tag))
  }

  /// A picture and the emphasised rest of its line, as Markdown writes captions.
  @Test(arguments: [Inline.lineBreak, .text("\n"), .text(" "), nil])
  func captions(_ end: Inline?) {
    let image = Inline.image(Image("a.png", alternative: "A"))
    let line = Block.paragraph(
      Paragraph([image] + (end.map { [$0] } ?? []) + [.emphasis([.text("caption")])]))
    #expect(
      PictureLine.figures(in: [line]) == [
        .figure(
          Figure(
            [.paragraph(Paragraph([image]))], caption: [.paragraph(Paragraph([.text("caption")]))]))
      ])
  }
}
