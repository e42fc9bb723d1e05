/// Tests on eight bytes at once, as one word.
///
/// Each looks at the seven low bits of every byte and answers with the high bit of its place set
/// where the test holds; the answer's other bits mean nothing. The standard library's SIMD vectors
/// would read better, but compare lane by lane (Swift 6.3).
enum EightBytes {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let high: UInt64 = 0x8080_8080_8080_8080

  /// Which bytes are no less than a bound of at most 0x80.
  @inline(__always)
  static func areNot(below bound: UInt64, _ word: UInt64) -> UInt64 {
    (word | high) &- ones &* bound
  }

  /// Which bytes are not a certain one.
  @inline(__always)
  static func areNot(_ byte: UInt64, _ word: UInt64) -> UInt64 { differ(ones &* byte, word) }

  /// Which bytes of two words differ.
  @inline(__always)
  static func differ(_ one: UInt64, _ other: UInt64) -> UInt64 { ((one ^ other) | high) &- ones }
}
