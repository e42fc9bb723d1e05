import NewsBytes
import Testing

/// Every question about every byte, at every place among eight, beside bytes that could carry.
struct EightBytesTests {
  private static let neighbours: [UInt8] = [0x00, 0x20, 0x61, 0x7F, 0x80, 0xFF]

  private func answers(
    _ question: (EightBytes) -> UInt64, as expected: (UInt8) -> Bool
  ) -> [UInt8] {
    var wrong: [UInt8] = []
    for byte in UInt8.min...UInt8.max {
      for neighbour in Self.neighbours {
        for place in 0..<8 {
          var bytes = [UInt8](repeating: neighbour, count: 8)
          bytes[place] = byte
          let answer = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { question(EightBytes(at: $0)) & EightBytes.all } ?? 0
          }
          let isYes = answer >> UInt64(place * 8 + 7) & 1 == 1
          let first = bytes.firstIndex(where: expected) ?? 8
          if isYes != expected(byte) || EightBytes.first(answer) != first { wrong.append(byte) }
        }
      }
    }
    return wrong
  }

  @Test(arguments: [0x00, 0x0A, 0x20, 0x26, 0x3C, 0x7F] as [UInt8])
  func tellsBytesThatDiffer(_ other: UInt8) {
    #expect(answers({ $0.differs(from: other) }, as: { $0 != other }).isEmpty)
  }

  @Test(arguments: [0x01, 0x20, 0x21, 0x7F] as [UInt8])
  func tellsBytesFromOneOn(_ least: UInt8) {
    #expect(answers({ $0.isAtLeast(least) }, as: { $0 >= least }).isEmpty)
  }

  @Test(arguments: [0x80, 0xEF, 0xFF] as [UInt8])
  func tellsAByteBeyondASCII(_ byte: UInt8) {
    #expect(answers({ $0.isHigh(byte) }, as: { $0 == byte }).isEmpty)
  }

  @Test(arguments: [0x80, 0xC0, 0xE3, 0xEE, 0xFF] as [UInt8])
  func tellsBytesFromOneBeyondASCIIOn(_ least: UInt8) {
    #expect(answers({ $0.isAtLeastHigh(least) }, as: { $0 >= least }).isEmpty)
  }

  @Test(
    arguments: [
      (0, 0), (0x80, 1), (0x8000_0000_0000_0080, 2), (.max, 8), (0x7F7F_7F7F_7F7F_7F7F, 0),
    ] as [(UInt64, Int)])
  func counts(_ answer: UInt64, _ expected: Int) {
    #expect(EightBytes.count(answer) == expected)
  }

  @Test func tellsLetters() {
    #expect(
      answers({ $0.isLetter }, as: { $0 >= 0x80 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
        .isEmpty)
    #expect(answers({ $0.isBeyondASCII }, as: { $0 >= 0x80 }).isEmpty)
  }
}
