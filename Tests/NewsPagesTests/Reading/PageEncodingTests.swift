import NewsModel
import Testing
@testable import NewsPages

/// Pages in the encodings of the web, from bytes to blocks.
struct PageEncodingTests {
  static let declared: [(String, String, String)] = [
    ("gb2312", "87e5e946b3a3d6ddc8d5b1a8", "囧镕常州日报"),
    ("gb18030", "8139ee3995328236b3a3d6ddc8d5b1a8", "㐀𠀀常州日报"),
    ("big5", "9df89defadbbb4e4b773bb44", "啲嘅香港新聞"),
    ("shift_jis", "8740eee0ed95938c8b9e905695b7", "①髙﨑東京新聞"),
    ("shift_jis", "938c8b9e905695b782cd8df093fa", "東京新聞は昨日"),
    ("euc-kr", "8c63b9e6b0a2c7cf20bdc5b9ae", "똠방각하 신문"),
    ("ks_c_5601-1987", "bcadbfefbdc5b9ae20beeec1a6", "서울신문 어제"),
    ("euc-jp", "c5ecb5febfb7cab9a4cfbaf2c6fc", "東京新聞は昨日"),
    ("iso-2022-jp", "1b2442456c357e3f374a39244f3a72467c1b2842", "東京新聞は昨日"),
    ("windows-1250", "8e6c759d6f75e86bfd206bf9f2", "Žluťoučký kůň"),
    ("windows-1251", "c2f7e5f0e020eef2eaf0fbebe820eceef1f2", "Вчера открыли мост"),
    ("iso-8859-1", "938c7576726594209620352080", "“Œuvre” – 5 €"),
    ("windows-1253", "c720e3ddf6f5f1e120dcedefe9eee5", "Η γέφυρα άνοιξε"),
    ("iso-8859-9", "4bf67072fc2061e7fd6c64fd20f0fcfe", "Köprü açıldı ğüş"),
    ("windows-1255", "e4e2f9f820f0f4fae720e0faeee5ec", "הגשר נפתח אתמול"),
    ("windows-1256", "c7ddcacacd20c7e1ccd3d120c3e3d3", "افتتح الجسر أمس"),
    ("windows-1257", "54696c746173206174696461727974617320e0e8e6", "Tiltas atidarytas ąčę"),
    ("tis-620", "cad0bed2b9e0bbd4b4e1c5e9c7", "สะพานเปิดแล้ว"),
    ("koi8-r", "f7dec5d2c120cfd4cbd2d9ccc920cdcfd3d4", "Вчера открыли мост"),
    ("koi8-u", "eda6d3d420d7a6c4cbd2c9d4cf20a7ad", "Міст відкрито їґ"),
    ("ibm866", "82e7a5e0a020aee2aae0ebaba820acaee1e2", "Вчера открыли мост"),
    ("iso-8859-2", "ae6c75bb6f75e86bfd206bf9f2", "Žluťoučký kůň"),
    ("iso-8859-5", "b2e7d5e0d020dee2dae0ebdbd8", "Вчера открыли"),
    ("iso-8859-7", "c720e3ddf6f5f1e120dcedefe9eee5", "Η γέφυρα άνοιξε"),
    ("iso-8859-8", "e4e2f9f820f0f4fae7", "הגשר נפתח"),
    ("iso-8859-15", "3520a420bd75767265", "5 € œuvre"),
    ("macintosh", "d2ce75767265d320d0203520db", "“Œuvre” – 5 €"),
    ("x-mac-cyrillic", "82f7e5f0e020eef2eaf0fbebe8", "Вчера открыли"),
  ]

  private static func bytes(_ hex: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = hex[...]
    while let byte = UInt8(rest.prefix(2), radix: 16) {
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }

  private static func read(
    _ bytes: [UInt8], encoding: String? = nil
  ) throws -> (text: String, warnings: [String]) {
    var options = HTMLReader.Options()
    options.encoding = encoding
    var diagnostics = Diagnostics()
    let article = try HTMLReader(options: options).readArticles(
      Source(bytes: bytes), diagnostics: &diagnostics)[0]
    return (article.body.plainText, diagnostics.all.map(\.message))
  }

  private static func page(_ head: String, _ text: [UInt8]) -> [UInt8] {
    Array("<html><head>\(head)</head><body><p>".utf8) + text + Array("</p></body></html>".utf8)
  }

  @Test(arguments: declared)
  func declaredInMeta(label: String, hex: String, text: String) throws {
    let result = try Self.read(Self.page("<meta charset=\(label)>", Self.bytes(hex)))
    #expect(result.text == text)
    #expect(result.warnings.isEmpty)
  }

  @Test(arguments: declared)
  func declaredFarDownTheHead(label: String, hex: String, text: String) throws {
    let head =
      "<title>x</title><style>\(String(repeating: "a{} ", count: 4000))</style>"
      + "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=\(label.uppercased())'>"
    #expect(try Self.read(Self.page(head, Self.bytes(hex))).text == text)
  }

  @Test(arguments: declared)
  func namedByTheTransport(label: String, hex: String, text: String) throws {
    let page = Self.page("<meta charset=utf-8>", Self.bytes(hex))
    #expect(try Self.read(page, encoding: label).text == text)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE], true), ([0xFE, 0xFF], false), ([], true), ([], false),
    ] as [([UInt8], Bool)])
  func utf16(mark: [UInt8], isLittle: Bool) throws {
    let page = "<html><head><meta charset=utf-16></head><body><p>The bridge 桥 𠀀</p></body></html>"
    let bytes = page.utf16.flatMap { unit -> [UInt8] in
      let low = UInt8(unit & 0xFF)
      let high = UInt8(unit >> 8)
      return isLittle ? [low, high] : [high, low]
    }
    #expect(try Self.read(mark + bytes).text == "The bridge 桥 𠀀")
  }

  @Test func aMarkWinsOverAll() throws {
    let page = [0xEF, 0xBB, 0xBF] + Self.page("<meta charset=gbk>", Array("桥 bridge".utf8))
    #expect(try Self.read(page, encoding: "big5").text == "桥 bridge")
  }

  @Test func utf8WinsOverAWrongMeta() throws {
    #expect(
      try Self.read(Self.page("<meta charset=iso-8859-1>", Array("Brücke 桥".utf8))).text
        == "Brücke 桥")
  }

  @Test func badBytesAreReplacedAndTold() throws {
    let bytes: [UInt8] = [0xC4, 0xE3, 0xFF, 0xFF] + Array(" the end".utf8)
    let result = try Self.read(Self.page("<meta charset=gbk>", bytes))
    #expect(result.text.hasPrefix("你"))
    #expect(result.text.hasSuffix(" the end"))
    #expect(result.warnings.contains { $0.contains("replaced") })
  }

  @Test func nulsAreRemovedAndTold() throws {
    var bytes: [UInt8] = []
    for _ in 0..<200 { bytes += [0x61, 0] }
    let result = try Self.read(Self.page("", bytes))
    #expect(result.text == String(repeating: "a", count: 200))
    #expect(result.warnings.contains { $0.contains("NUL") })
  }

  @Test func anUnknownEncodingIsRefused() {
    #expect(throws: ConversionError.self) {
      var options = FormatOptions()
      options.set("encoding", "klingon")
      _ = try HTMLReader.registration.make(options)
    }
  }
}
