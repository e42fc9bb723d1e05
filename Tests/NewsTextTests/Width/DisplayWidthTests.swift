import NewsText
import Testing

@Suite("Display width") struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("plain", 5), ("naïve", 5), ("常州日报", 8), ("ｆｕｌｌ", 8), ("ｶﾀｶﾅ", 4), ("한국어", 6),
      ("e\u{301}", 1), ("\u{200B}\u{FEFF}", 0), ("a\u{AD}b", 2), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2),
      ("🇨🇳", 2), ("🇨🇳🇯🇵", 4), ("❤", 1), ("❤️", 2), ("“中”", 4), ("…", 1), ("नमस्ते", 4), ("สวัสดี", 4),
      ("שָׁלוֹם", 4), ("\u{1100}\u{1161}\u{11A8}", 2), ("a\tb\n", 2), ("𠮷", 2), ("1️⃣", 2), ("　", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns, "\(text)")
  }

  @Test func brokenBytes() {
    #expect(DisplayWidth.of([0x61, 0xE4, 0xB8][...]) == 2)
  }
}
