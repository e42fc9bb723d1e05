extension Tokenizer {
  /// Whether an `&` may begin a character reference.
  @inline(__always)
  mutating func beginsReference(_ place: Int) -> Bool {
    guard place &+ 1 < count else { return false }
    let byte = input.byte(place &+ 1)
    return byte.isLetter || byte == UInt8(ascii: "#")
  }

  /// A character reference in the input.
  struct Reference {
    var length: Int
    var first: Unicode.Scalar
    var second: Unicode.Scalar?
  }

  /// Appends what a reference stands for.
  mutating func append(_ reference: Reference) {
    decoded.append(reference.first)
    if let second = reference.second { decoded.append(second) }
  }

  /// The reference that begins at a place.
  mutating func reference(at place: Int, inAttribute: Bool) -> Reference? {
    guard beginsReference(place) else { return nil }
    if input.byte(place &+ 1) == UInt8(ascii: "#") { return number(at: place) }
    if let usual = usualReference(at: place) { return usual }
    let (entry, length) = NamedReferences.longest(in: input, at: place + 1)
    guard let entry else { return nil }
    let end = place + 1 + length
    // `?a=1&copy=2` in an address is none.
    if inAttribute, input.byte(end - 1) != UInt8(ascii: ";"), end < count {
      let next = input.byte(end)
      if next == UInt8(ascii: "=") || next.isLetter || next.isDigit { return nil }
    }
    return Reference(length: length + 1, first: entry.first, second: entry.second)
  }

  /// The five that most pages are full of.
  @inline(__always)
  private mutating func usualReference(at place: Int) -> Reference? {
    guard place &+ 8 <= count else { return nil }
    let word = input.word(place)
    if word & 0xFF_FFFF_FFFF == 0x3B_706D_6126 { return Reference(length: 5, first: "&") }
    if word & 0xFF_FFFF == 0x74_6C26, word >> 24 & 0xFF == 0x3B {
      return Reference(length: 4, first: "<")
    }
    if word & 0xFF_FFFF == 0x74_6726, word >> 24 & 0xFF == 0x3B {
      return Reference(length: 4, first: ">")
    }
    if word & 0xFFFF_FFFF_FFFF == 0x3B74_6F75_7126 { return Reference(length: 6, first: "\"") }
    if word & 0xFFFF_FFFF_FFFF == 0x3B70_7362_6E26 { return Reference(length: 6, first: "\u{A0}") }
    return nil
  }

  private mutating func number(at start: Int) -> Reference? {
    var place = start + 2
    guard place < count else { return nil }
    let isHex = input.byte(place) | 0x20 == UInt8(ascii: "x")
    if isHex { place += 1 }
    let digits = place
    var value: UInt32 = 0
    while place < count {
      let byte = input.byte(place)
      let digit: UInt32
      if byte.isDigit {
        digit = UInt32(byte - 0x30)
      } else if isHex, byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "f") {
        digit = UInt32(byte | 0x20) - 87
      } else {
        break
      }
      value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
      place += 1
    }
    guard place > digits else { return nil }
    if place < count, input.byte(place) == UInt8(ascii: ";") { place += 1 }
    return Reference(length: place - start, first: Self.scalar(value), second: nil)
  }

  /// The character of a number in a reference.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if value == 0 { return "\u{FFFD}" }
    if value >= 0x80, value <= 0x9F { return windows1252(value) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Numbers from 128 to 159 mean windows-1252.
  private static func windows1252(_ value: UInt32) -> Unicode.Scalar {
    switch value {
    case 0x80: "\u{20AC}"
    case 0x82: "\u{201A}"
    case 0x83: "\u{192}"
    case 0x84: "\u{201E}"
    case 0x85: "\u{2026}"
    case 0x86: "\u{2020}"
    case 0x87: "\u{2021}"
    case 0x88: "\u{2C6}"
    case 0x89: "\u{2030}"
    case 0x8A: "\u{160}"
    case 0x8B: "\u{2039}"
    case 0x8C: "\u{152}"
    case 0x8E: "\u{17D}"
    case 0x91: "\u{2018}"
    case 0x92: "\u{2019}"
    case 0x93: "\u{201C}"
    case 0x94: "\u{201D}"
    case 0x95: "\u{2022}"
    case 0x96: "\u{2013}"
    case 0x97: "\u{2014}"
    case 0x98: "\u{2DC}"
    case 0x99: "\u{2122}"
    case 0x9A: "\u{161}"
    case 0x9B: "\u{203A}"
    case 0x9C: "\u{153}"
    case 0x9E: "\u{17E}"
    case 0x9F: "\u{178}"
    default: Unicode.Scalar(value) ?? "\u{FFFD}"
    }
  }
}
