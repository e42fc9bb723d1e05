/// The standard's preprocessing of the input stream.
enum InputText {
  /// The text with what is not UTF-8 replaced and line ends made line feeds; itself where there is
  /// nothing to do.
  static func normalized(_ utf8: [UInt8]) -> [UInt8] {
    var text = utf8
    if !isValid(text) { text = Array(String(decoding: text, as: UTF8.self).utf8) }
    let first = text.span.bytes.first(0x0D, from: 0)
    return first < text.count ? withoutCarriageReturns(text, from: first) : text
  }

  private static func withoutCarriageReturns(_ text: [UInt8], from first: Int) -> [UInt8] {
    let span = text.span.bytes
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var start = 0
    var place = first
    while place < span.byteCount {
      output += text[start..<place]
      output.append(0x0A)
      start = place + 1
      if start < span.byteCount, span.byte(start) == 0x0A { start += 1 }
      place = span.first(0x0D, from: start)
    }
    output += text[start...]
    return output
  }

  /// Whether bytes are UTF-8.
  private static func isValid(_ text: [UInt8]) -> Bool {
    let bytes = text.span.bytes
    let count = bytes.byteCount
    var place = 0
    while place < count {
      place = firstBeyondASCII(bytes, from: place)
      // Runs of characters of two and three bytes, by far the most.
      while count &- place >= 4 {
        let word = UInt32(
          littleEndian: bytes.unsafeLoadUnaligned(
            fromUncheckedByteOffset: place, as: UInt32.self))
        if word & 0xC0_C0F0 == 0x80_80E0 {
          // Neither overlong nor a surrogate.
          let start = word & 0x200F
          guard start != 0, start != 0x200D else { return false }
          place &+= 3
        } else if word & 0xC0E0 == 0x80C0 {
          guard word & 0x1E != 0 else { return false }
          place &+= 2
        } else {
          break
        }
      }
      while place < count, bytes.byte(place) >= 0x80 {
        let length = scalarLength(bytes, at: place)
        guard length > 0 else { return false }
        place &+= length
      }
      if place < count, bytes.byte(place) < 0x80 { place &+= 1 }
    }
    return true
  }

  @inline(__always)
  private static func firstBeyondASCII(_ bytes: borrowing RawSpan, from start: Int) -> Int {
    var place = start
    let count = bytes.byteCount
    while place &+ 32 <= count,
      (bytes.word(place) | bytes.word(place &+ 8) | bytes.word(place &+ 16)
        | bytes.word(place &+ 24)) & 0x8080_8080_8080_8080 == 0
    {
      place &+= 32
    }
    while place &+ 8 <= count {
      let high = bytes.word(place) & 0x8080_8080_8080_8080
      if high != 0 { return place &+ high.trailingZeroBitCount >> 3 }
      place &+= 8
    }
    while place < count, bytes.byte(place) < 0x80 { place &+= 1 }
    return place
  }

  /// The length of the character beyond ASCII at a place, 0 where there is none: Unicode, table 3-7.
  private static func scalarLength(_ bytes: borrowing RawSpan, at place: Int) -> Int {
    let first = bytes.byte(place)
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first < 0xF5, place + length <= bytes.byteCount else { return 0 }
    for offset in 1..<length where bytes.byte(place + offset) & 0xC0 != 0x80 { return 0 }
    let second = bytes.byte(place + 1)
    switch first {
    case 0xE0: return second < 0xA0 ? 0 : 3
    case 0xED: return second > 0x9F ? 0 : 3
    case 0xF0: return second < 0x90 ? 0 : 4
    case 0xF4: return second > 0x8F ? 0 : 4
    default: return length
    }
  }
}
