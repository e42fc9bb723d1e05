import Kramdown
import Testing

/// Text made to make a parser crash, or to cost it time out of proportion. A test that hangs shows
/// the latter.
@Suite struct HostileInputTests {
  static let unit = 2000

  static let pieces: [String] = [
    ">", "> ", "[", "[a", "![", "![a](", "*", "**", "*a ", "**a ", "_a ", "*a **b ", "`", "`a ``",
    "<", "<a ", "<a b=\"", "<b>", "<b>*a ", "</b>", "<div>", "<div>\n", "<div markdown=\"1\">\n",
    "<!--", "<?", "<script>", "{:", "{:a\n", "{::comment}", "{::comment}\n",
    "{::options a=\"b\" /}\n",
    "$$", "$$a $ ", "~~", "~~a ", "```a\n", "~~~\n", "|", "|a|\n", "|`", "|<code", "* ", "1. ",
    "- a\n",
    ": ", "a\n: b\n", "a|b\n> c|d\n", "[^1]", "[^1]: ", "[^1]: [^1]\n", "[a]: b\n", "*[a]: b\n",
    "\"", "'\"",
    "\\", "\\*", "&", "&a", "&#", "# a\n", "a\n===\n", "^\n", "\n", " ", "\t", "a](", "](", "[a][",
    "[a] (",
    "<http://", "<a@", "* {: .a\n", "\u{1}", "日", "\"é", "a_b_", "{::", "{:/", "<b\n",
  ]

  @Test(arguments: pieces)
  func repeated(_ piece: String) {
    let text = String(repeating: piece, count: Self.unit)
    let output = Kramdown.html(of: Array(text.utf8))
    #expect(output.html.count < 400 * text.utf8.count + 1000)
    #expect(String(validating: output.html, as: UTF8.self) != nil)
  }

  @Test func deepLists() {
    let lines = (0..<130).map { String(repeating: "  ", count: $0) + "* a\n" }
    let output = Kramdown.html(of: Array(lines.joined().utf8))
    #expect(output.warnings.contains { $0.message.contains("deep") })
  }

  @Test func deepQuotesAreText() {
    let text = String(repeating: "> ", count: 200) + "end\n"
    let output = Kramdown.html(of: Array(text.utf8))
    let html = String(decoding: output.html, as: UTF8.self)
    #expect(html.contains("end"))
    #expect(output.warnings.contains { $0.message.contains("deep") })
  }

  @Test func deepHTMLKeepsItsText() {
    let text =
      String(repeating: "<div>", count: 500) + "end" + String(repeating: "</div>", count: 500)
    let output = Kramdown.html(of: Array(text.utf8))
    let html = String(decoding: output.html, as: UTF8.self)
    #expect(html.contains("end"))
    #expect(html.components(separatedBy: "<div>") == html.components(separatedBy: "</div>"))
    #expect(output.warnings.contains { $0.message.contains("deep") })
  }

  @Test func attributeListsThatReferToEachOther() {
    var text = "{:x: x}\n"
    for index in 0..<60 { text += "{:a\(index): a\(index + 1) a\(index + 1) .c}\n" }
    text += "text\n{: a0 x}\n"
    #expect(Kramdown.text(of: text).contains("text"))
  }

  @Test func manyAttributes() {
    let names = (0..<5000).map { "a\($0)=\"1\"" }.joined(separator: " ")
    for text in ["<a \(names)>x</a>", "x\n{: \(names)}"] {
      let output = Kramdown.html(of: Array(text.utf8))
      #expect(output.warnings.contains { $0.message.contains("too many attributes") })
    }
  }

  @Test func unevenTable() {
    let text =
      String(repeating: "|", count: 5000) + "\n" + String(repeating: "|a\n", count: 5000)
    let output = Kramdown.html(of: Array(text.utf8))
    #expect(output.warnings.contains { $0.message.contains("table") })
  }

  @Test func invalidUTF8IsReplaced() {
    let output = Kramdown.html(of: [0x61, 0xFF, 0xC3, 0x0A, 0xE6, 0x97])
    #expect(String(decoding: output.html, as: UTF8.self) == "<p>a\u{FFFD}\u{FFFD}\n\u{FFFD}</p>\n")
  }

  @Test func nothing() {
    #expect(Kramdown.text(of: "") == "\n")
    #expect(Kramdown.text(of: "\0") == "<p>\0</p>\n")
  }

  /// Bytes from a fixed sequence, as a file that is no text would hold them.
  @Test(arguments: [UInt64](1...40))
  func noise(seed: UInt64) {
    var state = seed
    var bytes: [UInt8] = []
    let marks = Array("*_`[]()!<>\"'|:-=#{}^$~\\&;./ \t\n\n  ab1".utf8)
    for index in 0..<4000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = UInt8(truncatingIfNeeded: state >> 56)
      bytes.append(index % 7 == 0 ? byte : marks[Int(byte) % marks.count])
    }
    let output = Kramdown.html(of: bytes)
    #expect(String(validating: output.html, as: UTF8.self) != nil)
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> Int {
    split(separator: mark, omittingEmptySubsequences: false).count - 1
  }
}
