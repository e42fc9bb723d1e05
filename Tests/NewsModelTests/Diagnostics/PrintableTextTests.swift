import Testing

@testable import NewsModel

@Suite struct PrintableTextTests {
  static let messages: [(text: String, printed: String)] = [
    ("plain", "plain"), ("道 é 🙂", "道 é 🙂"), ("a\u{1B}[31mb", "a\u{FFFD}[31mb"),
    ("a\u{7}\u{0}\u{8}b", "a\u{FFFD}\u{FFFD}\u{FFFD}b"), ("a\u{7F}b", "a\u{FFFD}b"),
    ("a\u{9B}31m\u{85}b\u{9F}", "a\u{FFFD}31m\u{FFFD}b\u{FFFD}"), ("a\u{A0}b", "a\u{A0}b"),
    ("a\nb\tc\rd", "a b c d"), ("a\u{2028}b\u{2029}", "a\u{FFFD}b\u{FFFD}"),
    ("\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{2066}\u{2067}\u{2068}\u{2069}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{200E}\u{200F}\u{61C}\u{200D}…“”", "\u{200E}\u{200F}\u{61C}\u{200D}…“”"),
  ]

  @Test(arguments: messages.indices) func message(_ index: Int) {
    let (text, printed) = Self.messages[index]
    #expect(PrintableText.message(text) == printed)
    #expect(ConversionError(.badInput, text).message == printed)
    var diagnostics = Diagnostics()
    diagnostics.warn(.textDropped, text)
    #expect(diagnostics.all[0].message == printed)
  }

  static let texts: [(text: String, printed: String)] = [
    ("a\nb\tc", "a\nb\tc"), ("a\r\nb\rc", "a\nb\u{FFFD}c"),
    ("a\u{1B}]0;x\u{7}", "a\u{FFFD}]0;x\u{FFFD}"),
    ("\u{9B}2J", "\u{FFFD}2J"), ("\u{202E}x\u{202C}", "\u{FFFD}x\u{202C}"),
    ("\u{202D}x", "\u{FFFD}x"),
    ("\u{2067}x\u{2069}\u{202B}\u{200F}", "\u{2067}x\u{2069}\u{202B}\u{200F}"),
    ("\u{C}", "\u{FFFD}"), ("", ""),
  ]

  @Test(arguments: texts.indices) func text(_ index: Int) {
    let (text, printed) = Self.texts[index]
    var bytes = Array(text.utf8)
    PrintableText.clean(&bytes, .text)
    #expect(bytes == Array(printed.utf8))
  }

  @Test func longMessagesLoseTheirMiddle() {
    let message = "the link '" + String(repeating: "道", count: 5000) + "' leads nowhere"
    let printed = PrintableText.message(message)
    #expect(printed.unicodeScalars.count <= PrintableText.longestMessage + 3)
    #expect(printed.hasPrefix("the link '道") && printed.hasSuffix("道' leads nowhere"))
  }

  /// No byte that is no character's beginning, however cut, is taken for more than it is.
  @Test func anyBytes() {
    for first in UInt8.min...UInt8.max {
      for second in [0x00, 0x80, 0x9B, 0xAE, 0xE2, 0xFF] as [UInt8] {
        var bytes = [first, second]
        PrintableText.clean(&bytes, .text)
        #expect(!bytes.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A || $0 == 0x7F })
      }
    }
  }
}
