/// Characters between which a line break in the source is no blank: East Asian wide ones but for
/// Hangul, which has blanks between words (CSS Text 4, segment break transformation).
enum CJK {
  ///
  /// 2 for such a character, 1 for one that is wide beside such a character, 0 for others.
  static func width(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x2E80...0x312F, 0x3190...0xA4CF, 0xF900...0xFAFF, 0xFE10...0xFE1F, 0xFE30...0xFE6F,
      0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      2
    // Quotation marks, dashes and dots that are wide in Chinese text.
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: 1
    default: 0
    }
  }

  /// The same of the character that ends before an index.
  static func width(before end: Int, in bytes: [UInt8]) -> Int {
    guard end >= 3, bytes[end - 1] & 0xC0 == 0x80 else { return 0 }
    var start = end - 1
    while start > 0, end - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return bytes.withUnsafeBufferPointer { width(at: start, in: $0) }
  }

  /// The same of the character at an index.
  static func width(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = bytes[index]
    if first >= 0xE0, first < 0xF0, index + 2 < bytes.count {
      return width(
        UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
          | UInt32(bytes[index + 2] & 0x3F))
    }
    if first >= 0xF0, index + 3 < bytes.count {
      return width(
        UInt32(first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
          | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F))
    }
    return 0
  }
}
