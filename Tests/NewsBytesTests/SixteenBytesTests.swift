import NewsBytes
import Testing

/// Every question about every byte, at every place among sixteen.
struct SixteenBytesTests {
  private static let neighbours: [UInt8] = [0x00, 0x20, 0x61, 0x7F, 0x80, 0xFF]

  private func wrongAnswers(
    _ question: (SixteenBytes) -> SixteenBytes.Answer, as expected: (UInt8) -> Bool
  ) -> [UInt8] {
    var wrong: [UInt8] = []
    for byte in UInt8.min...UInt8.max {
      for neighbour in Self.neighbours {
        for place in 0..<16 {
          var bytes = [UInt8](repeating: neighbour, count: 16)
          bytes[place] = byte
          let answer = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { question(SixteenBytes(at: $0)) } ?? .init(repeating: false)
          }
          let bits = bytes.indices.reduce(into: UInt32(0)) { bits, index in
            if expected(bytes[index]) { bits |= 1 << UInt32(index) }
          }
          let first = bytes.firstIndex(where: expected) ?? 16
          if SixteenBytes.bits(answer) != bits || SixteenBytes.first(answer) != first {
            wrong.append(byte)
          }
        }
      }
    }
    return wrong
  }

  @Test(arguments: [0x00, 0x0A, 0x20, 0x26, 0x3C, 0x7F, 0x80, 0xEF, 0xFF] as [UInt8])
  func tellsAByte(_ other: UInt8) {
    #expect(wrongAnswers({ $0.isEqual(to: other) }, as: { $0 == other }).isEmpty)
  }

  @Test(arguments: [(0x26, 0xFB), (0x3C, 0xFD), (0xE3, 0xF0)] as [(UInt8, UInt8)])
  func tellsAByteInSomeBits(_ other: UInt8, _ bits: UInt8) {
    #expect(
      wrongAnswers({ $0.isEqual(to: other, in: bits) }, as: { $0 & bits == other & bits }).isEmpty)
  }

  @Test(arguments: [0x01, 0x20, 0x21, 0x7F, 0x80, 0xC0, 0xFF] as [UInt8])
  func tellsBytesFromOneOn(_ least: UInt8) {
    #expect(wrongAnswers({ $0.isAtLeast(least) }, as: { $0 >= least }).isEmpty)
    #expect(wrongAnswers({ $0.isLess(than: least) }, as: { $0 < least }).isEmpty)
  }

  @Test func tellsLetters() {
    #expect(
      wrongAnswers(
        { $0.isLetter }, as: { $0 >= 0x80 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      ).isEmpty)
  }

  /// The first place is found whatever stands before it, in texts of every length.
  @Test(arguments: [0, 1, 8, 15, 16, 17, 31, 32, 33, 40, 47, 48, 49])
  func findsTheFirstPlace(_ count: Int) {
    for place in 0...count {
      for start in 0...count {
        var bytes = [UInt8](repeating: 0x61, count: count)
        // What stands before the start is not found.
        for index in 0..<start { bytes[index] = 0x3C }
        if place >= start, place < count { bytes[place] = 0x3C }
        let found = bytes.withUnsafeBufferPointer { text in
          text.place(from: start) { $0.isEqual(to: 0x3C) }
        }
        let expected = count < 16 ? start : place >= start ? place : count
        #expect(found == expected, "\(count) bytes, \(place) from \(start)")
      }
    }
  }

  /// With the byte that follows, the last one is not looked at.
  @Test(arguments: [0, 15, 16, 17, 18, 32, 33, 40])
  func findsTheFirstPlaceBeforeAnother(_ count: Int) {
    for place in 0..<max(count, 1) {
      for start in 0...count {
        var bytes = [UInt8](repeating: 0x61, count: count)
        if place + 1 < count { (bytes[place], bytes[place + 1]) = (0x20, 0x3C) }
        let found = bytes.withUnsafeBufferPointer { text in
          text.place(from: start) { $0.isEqual(to: 0x20) .& $1.isEqual(to: 0x3C) }
        }
        let expected =
          count < 17 ? start : place >= start && place + 1 < count ? place : max(start, count - 1)
        #expect(found == expected, "\(count) bytes, \(place) from \(start)")
      }
    }
  }
}
