/// Looking through the input sixteen or eight bytes at a time.
extension RawSpan {
  @inline(__always)
  func byte(_ index: Int) -> UInt8 {
    unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
  }

  /// Eight bytes, the first lowest; all must be in the span.
  @inline(__always)
  func word(_ index: Int) -> UInt64 {
    UInt64(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
  }

  /// The first place from one on of either byte or NUL; the end where there is none.
  @inline(__always)
  func first(_ one: UInt8, orNullFrom start: Int) -> Int { first(one, one, orNullFrom: start) }

  /// The first place from one on of either of two bytes or NUL; the end where there is none.
  @inline(__always)
  func first(_ one: UInt8, _ other: UInt8, orNullFrom start: Int) -> Int {
    var place = start
    let count = byteCount
    let ones = SIMD16<UInt8>(repeating: one)
    let others = SIMD16<UInt8>(repeating: other)
    let zeros = SIMD16<UInt8>(repeating: 0)
    while place &+ 16 <= count {
      let bytes = unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: SIMD16<UInt8>.self)
      let found = (bytes .== ones) .| (bytes .== others) .| (bytes .== zeros)
      let words = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if words[0] | words[1] != 0 {
        return words[0] != 0
          ? place &+ words[0].trailingZeroBitCount >> 3
          : place &+ 8 &+ words[1].trailingZeroBitCount >> 3
      }
      place &+= 16
    }
    while place < count {
      let next = byte(place)
      if next == one || next == other || next == 0 { return place }
      place &+= 1
    }
    return count
  }

  /// The first place of a byte from one on; the end where there is none.
  @inline(__always)
  func first(_ one: UInt8, from start: Int) -> Int {
    var place = start
    let count = byteCount
    let ones = SIMD16<UInt8>(repeating: one)
    while place &+ 16 <= count {
      let bytes = unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: SIMD16<UInt8>.self)
      let words = unsafeBitCast(bytes .== ones, to: SIMD2<UInt64>.self)
      if words[0] | words[1] != 0 {
        return words[0] != 0
          ? place &+ words[0].trailingZeroBitCount >> 3
          : place &+ 8 &+ words[1].trailingZeroBitCount >> 3
      }
      place &+= 16
    }
    while place < count {
      if byte(place) == one { return place }
      place &+= 1
    }
    return count
  }
}

/// Eight bytes of a name.
enum NameWord {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  @inline(__always)
  private static func equal(_ low: UInt64, _ byte: UInt8) -> UInt64 {
    ~((low ^ (ones &* UInt64(byte))) &+ lows)
  }

  /// The high bit of each byte that ends a tag's name: up to a space, `/`, `>`.
  @inline(__always)
  static func tagEnds(_ word: UInt64) -> UInt64 {
    let low = word & lows
    let blank = ~(low &+ (ones &* (0x80 - 0x21)))
    return (blank | equal(low, UInt8(ascii: "/")) | equal(low, UInt8(ascii: ">"))) & ~word & highs
  }

  /// The same for an attribute's name, which `=` ends too.
  @inline(__always)
  static func attributeEnds(_ word: UInt64) -> UInt64 {
    let low = word & lows
    let blank = ~(low &+ (ones &* (0x80 - 0x21)))
    return
      (blank | equal(low, UInt8(ascii: "/")) | equal(low, UInt8(ascii: ">"))
      | equal(low, UInt8(ascii: "="))) & ~word & highs
  }

  /// Letters of ASCII in lower case.
  @inline(__always)
  static func lowercased(_ word: UInt64) -> UInt64 {
    let low = word & lows
    let fromA = low &+ (ones &* (0x80 - 0x41))
    let beyondZ = low &+ (ones &* (0x80 - 0x5B))
    return word | ((fromA ^ beyondZ) & ~word & highs) >> 2
  }
}

extension UInt8 {
  /// Tab, line feed, form feed, space; carriage returns are gone or were written as references.
  @inline(__always)
  var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C }

  /// What tree construction calls whitespace.
  @inline(__always)
  var isWhitespace: Bool { isSpace || self == 0x0D }

  @inline(__always)
  var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }

  @inline(__always)
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  @inline(__always)
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
