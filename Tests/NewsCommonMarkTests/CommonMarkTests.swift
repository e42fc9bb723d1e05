import Testing
@testable import NewsCommonMark

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

  /// No element takes what follows it into itself because its end tag is missing.
  @Test(arguments: [
    ("a <title> b\n\nc", "<p>a &lt;title> b</p>\n<p>c</p>\n"),
    ("a <TITLE > b </title>", "<p>a <TITLE > b </title></p>\n"),
    ("a </title> b", "<p>a </title> b</p>\n"),
    ("a <title> <title> b</title>", "<p>a <title> <title> b</title></p>\n"),
    ("a <title>\n\nb </title>", "<p>a &lt;title></p>\n<p>b </title></p>\n"),
    ("- a <select>\n- b", "<ul>\n<li>a &lt;select></li>\n<li>b</li>\n</ul>\n"),
    ("a <titles> b", "<p>a <titles> b</p>\n"), ("`<title>`", "<p><code>&lt;title&gt;</code></p>\n"),
    ("<iframe src=\"a>b\" />\n\nc", "<iframe src=\"a>b\" /></iframe>\n<p>c</p>\n"),
    ("<script>\na\n\nb", "&lt;script>\na\n\nb\n"),
    ("<select>\n\na\n\n</select>", "<select>\n<p>a</p>\n</select>\n"),
    ("<div>\n<textarea>\n</div>\n\nb", "<div>\n&lt;textarea>\n</div>\n<p>b</p>\n"),
    ("a <xmp", "<p>a &lt;xmp</p>\n"),
    // Within comments and raw texts there are no tags.
    (
      "<script>\na('<select ' + \"'\")\n</script>\n\nb",
      "<script>\na('<select ' + \"'\")\n</script>\n<p>b</p>\n"
    ),
    ("<div>\n<!-- <title> -->\n</div>", "<div>\n<!-- <title> -->\n</div>\n"),
    ("a <plaintext> b</plaintext>", "<p>a &lt;plaintext> b</plaintext></p>\n"),
  ])
  func unclosedElements(_ text: String, _ expected: String) {
    #expect(Self.html(text) == expected)
  }

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
    let lines = ["a ~~b~~ https://e.org *~c~* www.e.org\n\n", "a *b* https://e.org www.e.org\n\n"]
    var plain = CommonMark.Options()
    plain.extensions = []
    let cases = lines.flatMap { line in
      [CommonMark.Options(), plain].map { options in
        let text = String(repeating: line, count: 40)
        return (text: text, options: options, html: Self.html(text, options))
      }
    }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<4 {
        group.addTask {
          (0..<200).count { round in
            let one = cases[(round + task) % cases.count]
            return Self.html(one.text, one.options) != one.html
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
