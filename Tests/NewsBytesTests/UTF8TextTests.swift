import NewsBytes
import Testing

struct UTF8TextTests {
  private func kind(_ bytes: [UInt8]) -> UTF8Kind { bytes.withUnsafeBufferPointer { $0.utf8Kind } }

  private func expected(_ bytes: [UInt8]) -> UTF8Kind {
    if bytes.allSatisfy({ $0 < 0x80 }) { return .ascii }
    return String(validating: bytes, as: UTF8.self) == nil ? .invalid : .valid
  }

  /// The bytes at which the rules of UTF-8 change.
  private static let edges: [UInt8] = [
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
    0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test func agreesWithTheStandardLibraryOnAllPairs() {
    var wrong: [[UInt8]] = []
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let bytes = [first, second]
        if kind(bytes) != expected(bytes) { wrong.append(bytes) }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [0, 5, 8, 13]) func agreesOnLongerOnes(_ before: Int) {
    let start = [UInt8](repeating: 0x61, count: before)
    var wrong: [[UInt8]] = []
    for first in Self.edges where first >= 0x80 {
      for second in Self.edges {
        for third in Self.edges {
          for fourth in Self.edges {
            let bytes = start + [first, second, third, fourth]
            if kind(bytes) != expected(bytes) { wrong.append(bytes) }
          }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [
    "", "a", "twelve letters", "é", "eight by é", "中文，中文", "a 🚲 b", "\u{10FFFF}",
  ])
  func textIsWhatItWas(_ text: String) {
    #expect(String(text: Array(text.utf8)[...]) == text)
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xE4, 0xB8], "\u{FFFD}"),
      ([0x41, 0x42, 0xED, 0xA0, 0x80], "AB\u{FFFD}\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)])
  func whatIsNoTextIsReplaced(_ bytes: [UInt8], _ text: String) {
    #expect(String(text: bytes[...]) == text)
  }

  @Test(
    arguments: [
      (0, 5, 0x61, 0), (1, 5, 0x61, 3), (4, 5, 0x61, nil), (0, 3, 0x7A, nil), (2, 2, 0x62, nil),
    ] as [(Int, Int, UInt8, Int?)])
  func findsBytes(_ start: Int, _ end: Int, _ byte: UInt8, _ place: Int?) {
    #expect(Array("abcab".utf8).place(of: byte, from: start, to: end) == place)
  }
}
