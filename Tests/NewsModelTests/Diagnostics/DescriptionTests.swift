import NewsModel
import Testing

@Suite struct DescriptionTests {
  static let cases: [(Diagnostic, String)] = [
    (Diagnostic(.warning, "gone"), "warning: gone"),
    (Diagnostic(.note, "gone", file: "a.md"), "a.md: note: gone"),
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
