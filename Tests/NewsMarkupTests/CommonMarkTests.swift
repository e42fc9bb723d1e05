import Testing

@testable import NewsMarkup

struct CommonMarkTests {
  private static func html(_ text: String, _ options: CommonMark.Options = .init()) -> String {
    String(decoding: CommonMark.html(of: Array(text.utf8), options: options), as: UTF8.self)
  }

  @Test(arguments: [
    ("*a*", "<p><em>a</em></p>\n"),
    ("a ~~b~~ <script>x</script>", "<p>a <del>b</del> <script>x</script></p>\n"),
    ("see https://e.org", "<p>see <a href=\"https://e.org\">https://e.org</a></p>\n"),
    ("", ""),
  ])
  func rendering(text: String, expected: String) { #expect(Self.html(text) == expected) }

  @Test func extensionsAndNotes() {
    #expect(Self.html("|a|\n|-|\n|b|").contains("<table>"))
    #expect(Self.html("- [x] a").contains("checkbox"))
    #expect(Self.html("a[^1]\n\n[^1]: n").contains("footnotes"))
    var plain = CommonMark.Options()
    plain.extensions = []
    plain.footnotes = false
    #expect(!Self.html("|a|\n|-|\n|b|", plain).contains("<table>"))
    var smart = CommonMark.Options()
    smart.smart = true
    #expect(Self.html("\"a\"", smart) == "<p>“a”</p>\n")
  }

  /// cmark-gfm keeps a table for the whole process that parsers change while others read it.
  @Test func parsersAtOnceDoNotDisturbEachOther() async {
    let line = "a ~~b~~ https://e.org *~c~* www.e.org\n\n"
    let text = String(repeating: line, count: 40)
    var plain = CommonMark.Options()
    plain.extensions = []
    let options = [CommonMark.Options(), plain]
    let expected = options.map { Self.html(text, $0) }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<4 {
        group.addTask {
          (0..<100).count { Self.html(text, options[($0 + task) % 2]) != expected[($0 + task) % 2] }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
