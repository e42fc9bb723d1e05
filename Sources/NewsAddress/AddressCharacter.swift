/// Characters of addresses: which cannot be written, and which are disguised.
enum AddressCharacter {
  /// How many bytes the character at a place has that markup cannot hold, a browser takes away or an
  /// address may have only in percent-escapes: controls, and what is none of RFC 3987's `ucschar`
  /// (what Unicode says is no character, private use, U+FFF0 to U+FFFD, tags). 0 for any other.
  @inline(__always)
  static func unfitLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte >= 0x20, byte < 0x7F { return 0 }
    if byte < 0xC2 || byte > 0xC2 && byte < 0xEE { return byte < 0x80 ? 1 : 0 }
    return unfitLength(beyondASCII: bytes, at: index)
  }

  private static func unfitLength(
    beyondASCII bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch bytes[index] {
    case 0xC2: return (0x80..<0xA0).contains(byte(1)) ? 2 : 0
    // U+E000…U+F8FF.
    case 0xEE: return 3
    case 0xEF where byte(1) < 0xA4: return 3
    case 0xEF where byte(1) == 0xBF: return byte(2) >= 0xB0 ? 3 : 0
    case 0xEF where byte(1) == 0xB7: return (0x90...0xAF).contains(byte(2)) ? 3 : 0
    // Tags, and the planes of private use.
    case 0xF3 where byte(1) == 0xA0 || byte(1) >= 0xB0: return 4
    case 0xF4: return 4
    // The last two of each plane.
    case 0xF0...0xF3: return byte(1) & 0x0F == 0x0F && byte(2) == 0xBF && byte(3) >= 0xBE ? 4 : 0
    default: return 0
    }
  }

  /// The character at a place, a percent-escape or a reference resolved, and its length; `nil` at
  /// the end.
  static func decoded(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int)? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "%"):
      guard index + 2 < bytes.count, let high = hex(bytes[index + 1]),
        let low = hex(bytes[index + 2])
      else { return (UInt32(byte), 1) }
      let value = high << 4 | low
      // One byte of a longer character is as good as unseen: its neighbours are, too, or are seen.
      return (value < 0x80 ? value : 0xAD, 3)
    case UInt8(ascii: "&"): return reference(bytes, at: index) ?? (UInt32(byte), 1)
    case 0..<0x80: return (UInt32(byte), 1)
    default: return scalar(bytes, at: index)
    }
  }

  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = bytes[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      guard index + offset < bytes.count else { return (0xFFFD, offset) }
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (value, length)
  }

  /// A reference as HTML resolves it in an attribute: its semicolon may be missing.
  private static func reference(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: UInt32, length: Int)? {
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "#") {
      index += 1
      var radix: UInt32 = 10
      if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "x") {
        radix = 16
        index += 1
      }
      let digits = index
      var value: UInt32 = 0
      while index < bytes.count, let digit = hex(bytes[index]), digit < radix {
        // Larger ones are no character, however many digits follow.
        value = min(value &* radix &+ digit, 0x11_0000)
        index += 1
      }
      guard index > digits else { return nil }
      if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
      return (value, index - start)
    }
    for (name, scalar) in named where bytes.count - index >= name.utf8CodeUnitCount {
      let isName = (0..<name.utf8CodeUnitCount).allSatisfy {
        bytes[index + $0] == name.utf8Start[$0]
      }
      if isName { return (scalar, name.utf8CodeUnitCount + 1) }
    }
    return nil
  }

  /// The names of characters that stand before or in a scheme, or are not seen there.
  private static let named: [(name: StaticString, scalar: UInt32)] = [
    ("colon;", 0x3A), ("Tab;", 0x09), ("NewLine;", 0x0A), ("nbsp;", 0xA0), ("shy;", 0xAD),
    ("ZeroWidthSpace;", 0x200B), ("zwj;", 0x200D), ("zwnj;", 0x200C), ("lrm;", 0x200E),
    ("rlm;", 0x200F), ("bsol;", 0x5C),
    ("NoBreak;", 0x2060), ("emsp;", 0x2003), ("ensp;", 0x2002),
  ]

  static func hex(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }

  /// Whether a character is not seen: blanks, controls, marks of direction, joiners, and what is
  /// none.
  static func isUnseen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x1680, 0x17B4...0x17B5,
      0x180B...0x180F, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0x3164,
      0xD800...0xDFFF, 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFD,
      0xE0000...0xE0FFF, 0x11_0000...:
      true
    default: scalar & 0xFFFE == 0xFFFE
    }
  }
}
