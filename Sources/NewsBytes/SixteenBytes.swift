/// Sixteen bytes of a text in one vector, to be asked about all at once.
///
/// Public, though no product shows it, for only then is it inlined where it is used.
@frozen
public struct SixteenBytes {
  /// Which bytes something is true of.
  public typealias Answer = SIMDMask<SIMD16<Int8>>

  @usableFromInline let bytes: SIMD16<UInt8>

  /// The sixteen bytes at a pointer, which must all be readable.
  @inlinable @inline(__always)
  public init(at pointer: UnsafePointer<UInt8>) {
    bytes = UnsafeRawPointer(pointer).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  // Both sides are vectors: a comparison with a single byte is not one instruction, but a loop.

  /// Which are a byte.
  @inlinable @inline(__always)
  public func isEqual(to byte: UInt8) -> Answer { bytes .== SIMD16(repeating: byte) }

  /// Which are equal to a byte in some of their bits: two characters at once.
  @inlinable @inline(__always)
  public func isEqual(to byte: UInt8, in bits: UInt8) -> Answer {
    (bytes & SIMD16(repeating: bits)) .== SIMD16(repeating: byte & bits)
  }

  /// Which are less than a byte.
  @inlinable @inline(__always)
  public func isLess(than byte: UInt8) -> Answer { bytes .< SIMD16(repeating: byte) }

  /// Which are a byte or greater.
  @inlinable @inline(__always)
  public func isAtLeast(_ byte: UInt8) -> Answer { bytes .>= SIMD16(repeating: byte) }

  /// Which are letters of ASCII or beyond ASCII.
  @inlinable @inline(__always)
  public var isLetter: Answer {
    let fromA = (bytes | SIMD16(repeating: 0x20)) &- SIMD16(repeating: 0x61)
    return (fromA .< SIMD16(repeating: 26)) .| isAtLeast(0x80)
  }

  /// Eight bits of each byte that an answer is true of, the first byte lowest.
  @inlinable @inline(__always)
  public static func words(_ answer: Answer) -> (low: UInt64, high: UInt64) {
    let words = unsafeBitCast(answer, to: SIMD2<UInt64>.self)
    return (UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
  }

  /// How many bytes stand before the first that an answer is true of; 16 if it is of none.
  @inlinable @inline(__always)
  public static func first(_ answer: Answer) -> Int {
    let (low, high) = words(answer)
    return low != 0 ? low.trailingZeroBitCount >> 3 : 8 &+ high.trailingZeroBitCount >> 3
  }

  /// A bit for each byte that an answer is true of, the first byte lowest.
  @inlinable @inline(__always)
  public static func bits(_ answer: Answer) -> UInt32 {
    let (low, high) = words(answer)
    // The product moves the bit of each byte into the highest byte, none onto another.
    let (mask, factor): (UInt64, UInt64) = (0x8040_2010_0804_0201, 0x0101_0101_0101_0101)
    return UInt32(truncatingIfNeeded: ((low & mask) &* factor) >> 56)
      | UInt32(truncatingIfNeeded: ((high & mask) &* factor) >> 56) << 8
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place from one on that an answer about sixteen bytes is true of; where there is none,
  /// the end.
  ///
  /// Of a text of fewer than sixteen bytes none is looked at, and the place that was given is returned.
  @inlinable @inline(__always)
  public func place(from start: Int, where answer: (SixteenBytes) -> SixteenBytes.Answer) -> Int {
    place(from: start, to: count) { answer(SixteenBytes(at: $0)) }
  }

  /// The same by sixteen bytes and the ones that follow each of them: nothing follows the last byte,
  /// which is not looked at, nor is any where there are fewer than seventeen.
  @inlinable @inline(__always)
  public func place(
    from start: Int, where answer: (SixteenBytes, SixteenBytes) -> SixteenBytes.Answer
  ) -> Int {
    place(from: start, to: count &- 1) { answer(SixteenBytes(at: $0), SixteenBytes(at: $0 + 1)) }
  }

  @inlinable @inline(__always)
  func place(
    from start: Int, to end: Int, where answer: (UnsafePointer<UInt8>) -> SixteenBytes.Answer
  ) -> Int {
    guard let base = baseAddress, end >= 16 else { return start }
    var place = start
    while end &- place >= 16 {
      let length = SixteenBytes.first(answer(base + place))
      place &+= length
      if length < 16 { return place }
    }
    guard place < end else { return place }
    // The last sixteen once more, without those that were looked at.
    let last = end &- 16
    let seen = UInt64(truncatingIfNeeded: place &- last) &* 8
    var (low, high) = SixteenBytes.words(answer(base + last))
    if seen < 64 { low &= .max &<< seen } else { (low, high) = (0, high & .max &<< (seen &- 64)) }
    let length = low != 0 ? low.trailingZeroBitCount >> 3 : 8 &+ high.trailingZeroBitCount >> 3
    return last &+ length
  }
}
