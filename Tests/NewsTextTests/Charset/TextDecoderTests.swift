import Testing

@testable import NewsText

struct TextDecoderTests {
  @Test(arguments: [
    ("gb2312", "gb18030"), ("GBK", "gb18030"), (" Latin1 ", "windows-1252"),
    ("iso-8859-1", "windows-1252"), ("us-ascii", "windows-1252"), ("x-sjis", "shift_jis"),
    ("ks_c_5601-1987", "euc-kr"), ("big5-hkscs", "big5"), ("utf8", "utf-8"),
    ("iso-8859-9", "windows-1254"), ("unicode", "utf-16le"), ("\"utf-8\"", "utf-8"),
    ("cp1251", "windows-1251"),
  ])
  func labels(label: String, name: String) {
    #expect(Charset(label)?.name == name)
  }

  @Test func everyEncodingHasAConverter() {
    for row in Charset.table {
      let isThere = if CharsetConverter(row.charset.converter) != nil { true } else { false }
      #expect(isThere, "\(row.charset.name)")
    }
  }

  private static let meta = Array("<html><head><meta charset=".utf8)

  @Test(
    arguments: [
      // GBK beyond GB 2312: 镕 is 0xE946, 囧 0x87E5.
      ("gb2312", [0xE9, 0x46, 0x87, 0xE5], "镕囧"),
      // The euro sign of windows-1252.
      ("iso-8859-1", [0x80, 0xE9], "€é"),
      // Windows' ① in Shift_JIS.
      ("shift_jis", [0x87, 0x40], "①"),
      // Hangul that only cp949 has.
      ("euc-kr", [0x8C, 0x63], "똠"),
      ("euc-jp", [0xC6, 0xFC], "日"),
      ("windows-1251", [0xC4, 0xE0], "Да"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
    ] as [(String, [UInt8], String)])
  func declared(label: String, bytes: [UInt8], text: String) {
    let output = TextDecoder.html(Self.meta + Array(label.utf8) + Array(">".utf8) + bytes)
    #expect(String(decoding: output.utf8, as: UTF8.self).hasSuffix(">" + text))
    #expect(!output.isRepaired)
  }

  /// UTF-16 without its mark is known by its markup, whatever script its text is in.
  @Test(arguments: ["plain words", "日本語の記事の本文です。二番目の段落。", "中文正文，第二段。", "Русский текст статьи"])
  func wideWithoutMark(_ text: String) {
    let page = "<html><head><title>\(text)</title></head><body><p>\(text)</p></body></html>"
    let units = Array(page.utf16)
    let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(String(decoding: TextDecoder.html(little).utf8, as: UTF8.self) == page)
    #expect(String(decoding: TextDecoder.html(big).utf8, as: UTF8.self) == page)
  }

  @Test func nothingIsCutAtABadByte() {
    let output = TextDecoder.html(
      Self.meta + Array("gbk>".utf8) + [0xC4, 0xE3, 0xFF, 0xFF, 0xBA, 0xC3] + Array("end".utf8))
    let text = String(decoding: output.utf8, as: UTF8.self)
    #expect(text.hasSuffix("end"))
    #expect(text.contains("你"))
    #expect(output.isRepaired)
  }

  @Test func validUTF8WinsOverMeta() {
    let output = TextDecoder.html(Self.meta + Array("gbk>中文".utf8))
    #expect(output.charset == .utf8)
  }

  @Test func transportWinsOverMeta() {
    let output = TextDecoder.html(
      Self.meta + Array("utf-8>".utf8) + [0xC4, 0xE0], transport: "windows-1251")
    #expect(String(decoding: output.utf8, as: UTF8.self).hasSuffix("Да"))
  }

  @Test func metaFarDownTheHead() {
    let filler = Array("<script>var x = '<meta charset=koi8-r>';</script>".utf8)
    let padding = Array(repeating: UInt8(ascii: " "), count: 5000)
    let output = TextDecoder.html(
      filler + padding + Array("<meta http-equiv=x content='text/html; charset=gbk'>".utf8) + [
        0xC4, 0xE3,
      ])
    #expect(output.charset.name == "gb18030")
  }

  @Test func byteOrderMarksAndNULs() {
    #expect(TextDecoder.plain([0xEF, 0xBB, 0xBF, 0x61]).utf8 == [0x61])
    #expect(TextDecoder.plain([0xFF, 0xFE, 0x61, 0]).utf8 == [0x61])
    #expect(TextDecoder.plain([0xFE, 0xFF, 0, 0x61]).utf8 == [0x61])
    let output = TextDecoder.plain([0x61, 0, 0x62])
    #expect(output.utf8 == [0x61, 0x62])
    #expect(output.removedNULs == 1)
  }

  @Test func guesses() {
    let chinese: [UInt8] = [
      0xD6, 0xD0, 0xB9, 0xFA, 0xC8, 0xCB, 0xC3, 0xF1, 0xD2, 0xF8, 0xD0, 0xD0, 0xBD, 0xF1, 0xCC,
      0xEC, 0xD0, 0xFB, 0xB2, 0xBC, 0xA3, 0xAC, 0xCE, 0xD2, 0xC3, 0xC7, 0xB5, 0xC4,
    ]
    let output = TextDecoder.html(Array("<p>".utf8) + chinese + chinese + Array("</p>".utf8))
    #expect(String(decoding: output.utf8, as: UTF8.self).contains("中国人民银行今天宣布，我们的"))
    #expect(output.isGuess)
  }
}
