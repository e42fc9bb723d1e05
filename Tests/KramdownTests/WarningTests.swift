import Kramdown
import Testing

@Suite struct WarningTests {
  struct WarningCase: Sendable, CustomTestStringConvertible {
    var markdown: String
    var line: Int
    /// A part of the message.
    var part: String
    var testDescription: String { markdown.debugDescription }
  }

  static let cases: [WarningCase] = [
    WarningCase(markdown: "a\n\nb [c]\n", line: 3, part: "no link definition for 'c'"),
    WarningCase(markdown: "a\nb\n[x]\n", line: 3, part: "no link definition for 'x'"),
    WarningCase(markdown: "a [^n]\n", line: 1, part: "no footnote 'n'"),
    WarningCase(markdown: "a\n\n[^n]: b\n", line: 3, part: "footnote 'n' is not referred to"),
    WarningCase(markdown: "[a]: b\n[a]: c\n", line: 2, part: "defined again"),
    WarningCase(markdown: "*[a]: b\n*[a]: c\n", line: 2, part: "defined again"),
    WarningCase(markdown: "\n<div>\na\n", line: 2, part: "'div' has no end tag"),
    WarningCase(markdown: "a\n<b>c\n", line: 2, part: "'b' has no end tag"),
    WarningCase(markdown: "a </b>\n", line: 1, part: "'b' has no start tag"),
    WarningCase(markdown: "a <div>b\n", line: 1, part: "tag 'div' of a block"),
    WarningCase(markdown: "a\n\n{::comment}\nb\n", line: 3, part: "no stop tag"),
    WarningCase(markdown: "a\n\n{::nothing/}\n", line: 3, part: "no extension 'nothing'"),
    WarningCase(markdown: "a\n{: =}\n", line: 2, part: "no attribute that can be read"),
    WarningCase(markdown: "> a\n>\n> * b\n>   [c]\n", line: 4, part: "no link definition for 'c'"),
    WarningCase(markdown: "| a |\n|---|\n", line: 1, part: "no body"),
    WarningCase(markdown: "{::options x=\"1\" /}\n", line: 1, part: "option 'x' is not known"),
  ]

  @Test(arguments: cases)
  func warning(_ example: WarningCase) {
    let warnings = Kramdown.html(of: Array(example.markdown.utf8)).warnings
    #expect(
      warnings.contains { $0.line == example.line && $0.message.contains(example.part) },
      "\(warnings)")
  }

  @Test func cleanTextHasNone() {
    let text = "# A\n\nb *c* [d](e)[^1]\n\n[^1]: f\n\n* g\n{: .h}\n"
    #expect(Kramdown.html(of: Array(text.utf8)).warnings.isEmpty)
  }

  @Test func warningsAreBounded() {
    let text = String(repeating: "[x]. ", count: 5000)
    let warnings = Kramdown.html(of: Array(text.utf8)).warnings
    #expect(warnings.count == 1001)
    #expect(warnings.last?.message == "Further warnings are not listed")
  }
}
