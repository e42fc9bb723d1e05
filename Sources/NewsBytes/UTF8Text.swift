/// What bytes are, taken for UTF-8.
package enum UTF8Kind {
  case ascii, valid, invalid
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are UTF-8, and no more than ASCII.
  ///
  /// Does what `UTF8Span(validating:)` does in a fraction of its time.
  package var utf8Kind: UTF8Kind {
    guard let base = baseAddress else { return .ascii }
    var isASCII = true
    var place = 0
    while true {
      place = Self.endOfASCII(base, from: place, to: count)
      place = self.place(from: place) { $0.isAtLeast(0x80) }
      while place < count, base[place] < 0x80 { place &+= 1 }
      guard place < count else { return isASCII ? .ascii : .valid }
      isASCII = false
      guard Self.skipUsual(base, from: &place, to: count) else { return .invalid }
      while place < count, base[place] >= 0x80 {
        let length = Self.scalarLength(base + place, count &- place)
        guard length > 0 else { return .invalid }
        place &+= length
      }
    }
  }

  /// Goes by ASCII, thirty-two bytes looked at at once.
  @inline(__always)
  private static func endOfASCII(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var place = start
    while end &- place >= 32 {
      let words = UnsafeRawPointer(base + place).loadUnaligned(as: SIMD4<UInt64>.self)
      if (words[0] | words[1] | words[2] | words[3]) & 0x8080_8080_8080_8080 != 0 { break }
      place &+= 32
    }
    return place
  }

  /// Goes by characters of two and three bytes, four or eight bytes looked at at once, as far as there
  /// are such; returns whether they are none that UTF-8 forbids.
  @inline(__always)
  private static func skipUsual(
    _ base: UnsafePointer<UInt8>, from place: inout Int, to end: Int
  ) -> Bool {
    // Each read ends before `end`.
    while end &- place >= 8 {
      // Two characters of three bytes, as Chinese text is made of.
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
      guard word & 0xC0_C0F0_C0C0_F0 == 0x80_80E0_8080_E0 else { break }
      let (first, second) = (word & 0x200F, word >> 24 & 0x200F)
      guard first != 0, first != 0x200D, second != 0, second != 0x200D else { return false }
      place &+= 6
    }
    while end &- place >= 4 {
      let word = UInt32(
        littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt32.self))
      if word & 0xC0_C0F0 == 0x80_80E0 {
        // 0xE0 goes with 0xA0 and above, 0xED with what is below.
        let start = word & 0x200F
        guard start != 0, start != 0x200D else { return false }
        place &+= 3
      } else if word & 0xC0E0 == 0x80C0 {
        // 0xC0 and 0xC1 would be ASCII.
        guard word & 0x1E != 0 else { return false }
        place &+= 2
      } else {
        break
      }
    }
    return true
  }

  /// The length of the character beyond ASCII that begins there, or 0 where none does: Unicode,
  /// table 3-7.
  @inline(__always)
  private static func scalarLength(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let first = bytes[0]
    if first < 0xE0 {
      return first >= 0xC2 && count >= 2 && isContinuation(bytes[1]) ? 2 : 0
    }
    if first < 0xF0 {
      guard count >= 3, isContinuation(bytes[1]), isContinuation(bytes[2]) else { return 0 }
      return first == 0xE0 && bytes[1] < 0xA0 || first == 0xED && bytes[1] > 0x9F ? 0 : 3
    }
    guard first < 0xF5, count >= 4, isContinuation(bytes[1]), isContinuation(bytes[2]),
      isContinuation(bytes[3])
    else { return 0 }
    return first == 0xF0 && bytes[1] < 0x90 || first == 0xF4 && bytes[1] > 0x8F ? 0 : 4
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension String {
  /// The text of bytes that may be UTF-8; what is not is U+FFFD.
  package init(text: UnsafeBufferPointer<UInt8>) {
    switch text.utf8Kind {
    case .ascii: self.init(copying: UTF8Span(unchecked: text.span, isKnownASCII: true))
    case .valid: self.init(copying: UTF8Span(unchecked: text.span))
    case .invalid: self.init(decoding: text, as: UTF8.self)
    }
  }

  /// The text of bytes that may be UTF-8; what is not is U+FFFD.
  package init(text: ArraySlice<UInt8>) {
    self = text.withUnsafeBufferPointer { String(text: $0) }
  }
}
