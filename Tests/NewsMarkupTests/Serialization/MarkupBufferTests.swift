import Testing
@testable import NewsMarkup

/// Escaping, wherever a character lies in the vectors of sixteen bytes that text is looked at in.
@Suite struct MarkupBufferTests {
  /// A text of characters that a literal may not hold.
  private static func scalars(_ values: UInt32...) -> String {
    String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
  }

  @Test(arguments: [
    ("plain text of some length", "plain text of some length"),
    ("a < b > c & d", "a &lt; b &gt; c &amp; d"),
    ("\"quoted\" and 'quoted'", "\"quoted\" and 'quoted'"),
    ("tab\tline\nreturn\r", "tab\tline\nreturn\n"),
    ("nul\0bell\u{7}delete\u{7F}", "nulbelldelete"),
    ("next\u{85}line, no\u{A0}break, ©", "nextline, no\u{A0}break, ©"),
    ("BB\u{42}\u{C2}Âé", "BBBÂÂé"),
    ("中文，标点。｡ﾟ", "中文，标点。｡ﾟ"),
    (scalars(0x61, 0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0xFDCF, 0xFDF0), scalars(0x61, 0xFDCF, 0xFDF0)),
    (scalars(0x1F600, 0x1FFFE, 0x10FFFF, 0x1FFFD), scalars(0x1F600, 0x1FFFD)),
    ("Привет, мир & война", "Привет, мир &amp; война"),
    ("العربية < هنا", "العربية &lt; هنا"),
  ])
  func text(_ text: String, _ expected: String) {
    for blanks in 0...9 {
      let room = String(repeating: " ", count: blanks)
      for tail in ["", "x", "12345678", "é234567"] {
        var out = MarkupBuffer()
        out.text(room + text + tail)
        #expect(String(decoding: out.bytes, as: UTF8.self) == room + expected + tail)
      }
    }
  }

  @Test(arguments: [
    ("say \"&\" <now>", " a=\"say &quot;&amp;&quot; &lt;now&gt;\""),
    ("line\nline", " a=\"line&#10;line\""), ("tab\t", " a=\"tab\t\""), ("", " a=\"\""),
    ("$\"$$$$$$$", " a=\"$&quot;$$$$$$$\""),
  ])
  func attribute(_ value: String, _ expected: String) {
    var out = MarkupBuffer()
    out.attribute("a", value)
    #expect(String(decoding: out.bytes, as: UTF8.self) == expected)
  }

  /// Every byte below 0x80 by itself among plain ones.
  @Test func everyASCII() {
    for byte in UInt8(0)..<0x80 {
      let character = String(UnicodeScalar(byte))
      let expected =
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case 0x0D: "\n"
        case 0x09, 0x0A, 0x20..<0x7F: character
        default: ""
        }
      var out = MarkupBuffer()
      out.text("1234" + character + "1234567890")
      #expect(String(decoding: out.bytes, as: UTF8.self) == "1234" + expected + "1234567890")
    }
  }
}
