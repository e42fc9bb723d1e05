import NewsModel
import NewsRecords
import Testing

@Suite struct CompressedStreamTests {
  private func text(_ bytes: [UInt8]) throws -> (text: String, units: [Int], faults: [String]) {
    let stream = CompressedStream(ByteReader(bytes: bytes), .gzip)
    var (out, faults): ([UInt8], [String]) = ([], [])
    while true {
      while let portion = try stream.next() { out += portion }
      guard let fault = stream.fault else { break }
      faults.append("\(fault.offset)")
      if try !stream.resume() { break }
    }
    return (String(decoding: out, as: UTF8.self), stream.units.map(\.offset), faults)
  }

  @Test func membersFollowEachOther() throws {
    let (one, two) = (Gzip.member(Array("one ".utf8)), Gzip.member(Array("two".utf8)))
    let got = try text(one + two + [0, 0, 0])
    #expect(got.text == "one two")
    #expect(got.units == [0, one.count])
    #expect(got.faults.isEmpty)
  }

  @Test(arguments: [
    // How the second of three members is damaged, and what is read then.
    ("cut", "one three"), ("check", "one two three"), ("head", "one three"),
  ])
  func damageCostsOneMember(_ damage: String, _ expected: String) throws {
    let members = ["one ", "two ", "three"].map { Gzip.member(Array($0.utf8)) }
    var second = members[1]
    switch damage {
    case "cut": second = Array(second.prefix(12))
    case "check": second[second.count - 6] ^= 0xFF
    default: second[0] = 0x20
    }
    let got = try text(members[0] + second + members[2])
    // Bytes before a check that fails were given already.
    #expect(got.text == expected)
    #expect(got.faults == ["\(members[0].count)"])
  }

  @Test func anEndTooEarlyIsAFault() throws {
    let member = Gzip.member(Array("some text".utf8))
    let got = try text(Array(member.dropLast(3)))
    #expect(got.text == "some text")
    #expect(got.faults == ["0"])
  }

  @Test func contentsAreLimited() throws {
    let bytes = Gzip.member([UInt8](repeating: 0x61, count: 100_000))
    #expect(try ContentCoding.gzip.decoded(bytes[...], limit: 100_000).bytes.count == 100_000)
    #expect(throws: ConversionError.self) {
      try ContentCoding.gzip.decoded(bytes[...], limit: 99_999)
    }
  }

  @Test(arguments: [
    ("0-9", 0, 9), ("5-", 5, Int.max), ("42", 42, 42), ("0-0", 0, 0),
  ])
  func rangesAreRead(_ text: String, _ first: Int, _ last: Int) throws {
    var options = FormatOptions()
    options.set("records", text)
    #expect(try RecordRange(options) == RecordRange(first: first, last: last))
  }

  @Test(arguments: ["", "-", "9-3", "-5", "a-b", "1-2-3", "1,2"])
  func otherRangesAreRefused(_ text: String) {
    var options = FormatOptions()
    options.set("records", text)
    #expect(throws: ConversionError.self) { try RecordRange(options) }
  }

  @Test(arguments: [
    ("One line.\nAnother line.", ["One line.", "Another line."]),
    ("Wrapped\nlines.\n\nA new one.\n", ["Wrapped lines.", "A new one."]),
    ("A single\tline.\n\n", ["A single line."]),
  ])
  func textIsParagraphs(_ text: String, _ paragraphs: [String]) throws {
    let article = try #require(TextArticle.article(text))
    #expect(article.body == paragraphs.map { .paragraph(Paragraph([.text($0)])) })
  }
}
