import NewsModel
import Testing

@Suite struct DescriptionTests {
  static let cases: [(Diagnostic, String)] = [
    (Diagnostic(.warning, .postEmpty, "gone"), "warning: gone [post-empty]"),
    (Diagnostic(.note, .lineRead, "gone", file: "a.md"), "a.md: note: gone [line-read]"),
    (
      Diagnostic(.warning, Diagnostic.Code("link-unresolved"), "gone", file: "a.md", line: 3),
      "a.md:3: warning: gone [link-unresolved]"
    ),
  ]

  @Test(arguments: cases)
  func printsAsCompilersDo(diagnostic: Diagnostic, text: String) {
    #expect(diagnostic.description == text)
  }

  @Test func errorsPrintWithTheirPlace() {
    #expect("\(ConversionError(.badInput, "no text", file: "a.md", line: 3))" == "a.md:3: no text")
  }
}
