/// Eight bytes of a text in one number, to be asked about all at once.
///
/// An answer has the high bit of each byte that it is true of. Everything is made of additions that
/// cannot carry from one byte into the next, for the high bits are taken away before and looked at
/// apart; bytes beyond ASCII are therefore equal to no character here and greater than all.
///
/// Public, though no product shows it, for only then is it inlined where it is used.
@frozen
public struct EightBytes {
  @usableFromInline let bytes: UInt64
  /// The bytes without their high bits.
  @usableFromInline let low: UInt64

  /// An answer that is yes for all.
  @inlinable public static var all: UInt64 {
    @inline(__always) get { 0x8080_8080_8080_8080 }
  }

  /// The eight bytes at a pointer, which must all be readable.
  @inlinable @inline(__always)
  public init(at pointer: UnsafePointer<UInt8>) {
    let word = UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self)
    bytes = UInt64(littleEndian: word)
    low = bytes & 0x7F7F_7F7F_7F7F_7F7F
  }

  /// Which differ from a character of ASCII; the other bits mean nothing.
  @inlinable @inline(__always)
  public func differs(from byte: UInt8) -> UInt64 {
    ((low ^ (UInt64(byte) &* 0x0101_0101_0101_0101)) &+ 0x7F7F_7F7F_7F7F_7F7F) | bytes
  }

  /// Which differ from a character of ASCII in some of their bits, the high one among them; the other
  /// bits mean nothing.
  @inlinable @inline(__always)
  public func differs(from byte: UInt8, in bits: UInt8) -> UInt64 {
    let mask = UInt64(bits & 0x7F) &* 0x0101_0101_0101_0101
    return
      (((low & mask) ^ (UInt64(byte & bits) &* 0x0101_0101_0101_0101))
      &+ 0x7F7F_7F7F_7F7F_7F7F) | bytes
  }

  /// Which are a character of ASCII or greater; the other bits mean nothing.
  @inlinable @inline(__always)
  public func isAtLeast(_ byte: UInt8) -> UInt64 {
    (low &+ (UInt64(0x80 &- byte) &* 0x0101_0101_0101_0101)) | bytes
  }

  /// Which are a byte beyond ASCII; the other bits mean nothing.
  @inlinable @inline(__always)
  public func isHigh(_ byte: UInt8) -> UInt64 {
    ~((low ^ (UInt64(byte & 0x7F) &* 0x0101_0101_0101_0101)) &+ 0x7F7F_7F7F_7F7F_7F7F) & bytes
  }

  /// Which are a byte beyond ASCII or greater; the other bits mean nothing.
  @inlinable @inline(__always)
  public func isAtLeastHigh(_ byte: UInt8) -> UInt64 {
    (low &+ (UInt64(0x80 &- (byte & 0x7F)) &* 0x0101_0101_0101_0101)) & bytes
  }

  /// Which are letters of ASCII or beyond ASCII; the other bits mean nothing.
  @inlinable @inline(__always)
  public var isLetter: UInt64 {
    let lower = low | 0x2020_2020_2020_2020
    let fromA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
    let beyondZ = lower &+ 0x0505_0505_0505_0505
    return (fromA & ~beyondZ) | bytes
  }

  /// Which are beyond ASCII; the other bits mean nothing.
  @inlinable @inline(__always)
  public var isBeyondASCII: UInt64 { bytes }

  /// How many bytes an answer is true of. Every processor multiplies; not every one counts bits.
  @inlinable @inline(__always)
  public static func count(_ answer: UInt64) -> Int {
    Int(truncatingIfNeeded: ((answer & all) >> 7 &* 0x0101_0101_0101_0101) >> 56)
  }

  /// How many bytes stand before the first that an answer is true of; 8 if it is of none.
  @inlinable @inline(__always)
  public static func first(_ answer: UInt64) -> Int { (answer & all).trailingZeroBitCount >> 3 }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place from one on that an answer about eight bytes is not true of. Fewer than eight at
  /// the end are not looked at: their first place is given then.
  @inlinable @inline(__always)
  public func end(ofEightsFrom start: Int, where answer: (EightBytes) -> UInt64) -> Int {
    guard let base = baseAddress else { return start }
    var place = start
    // Each read ends before `count`.
    while count &- place >= 8 {
      let length = EightBytes.first(~answer(EightBytes(at: base + place)))
      place &+= length
      if length < 8 { break }
    }
    return place
  }
}
