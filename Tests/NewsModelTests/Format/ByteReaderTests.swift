import NewsModel
import Testing

@Suite struct ByteReaderTests {
  /// Portions of a few bytes each.
  private final class Portions: ByteStream {
    private var rest: ArraySlice<UInt8>
    private let size: Int

    init(_ text: String, size: Int) {
      rest = Array(text.utf8)[...]
      self.size = size
    }

    func next() -> [UInt8]? {
      let portion = Array(rest.prefix(size))
      rest = rest.dropFirst(size)
      return portion.isEmpty ? nil : portion
    }
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func linesAreTheSameHoweverTheyCome(_ size: Int) throws {
    let reader = ByteReader(Portions("one\r\n\ntwo\rx\nthree is long\r\nfour\r\n\r", size: size))
    var lines: [String] = []
    while let line = try reader.line(limit: 5) {
      lines.append(String(decoding: line.bytes, as: UTF8.self) + (line.isCut ? "…" : ""))
    }
    #expect(lines == ["one", "", "two\rx", "three…", "four", ""])
    #expect(reader.position == 34)
  }

  @Test(arguments: [1, 3, 100])
  func piecesAreTakenAndPassedOver(_ size: Int) throws {
    let reader = ByteReader(Portions("abcdefghij", size: size))
    #expect(try reader.peek(2).elementsEqual("ab".utf8))
    #expect(try reader.read(3) == Array("abc".utf8))
    #expect(try reader.skip(2) == 2)
    #expect(try reader.peek(1).elementsEqual("f".utf8))
    #expect(try reader.rest(limit: 5) == Array("fghij".utf8))
    #expect(try reader.read(1) == [])
    #expect(try reader.skip(1) == 0)
    #expect(reader.position == 10)
  }

  @Test func moreThanTheLimitIsAnError() {
    let reader = ByteReader(Portions("abcdefghij", size: 3))
    #expect(throws: ConversionError.self) { try reader.rest(limit: 9) }
  }
}
