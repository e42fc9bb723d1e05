internal import NewsBytes

/// Texts of feeds that are one line: titles, names, dates.
enum FeedLine {
  /// A text without white space at its ends, and with single blanks in between.
  static func collapsed(_ text: String) -> String {
    // Most are so already.
    if text.withBytes(isCollapsed) { return text }
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    // Marks on a blank go with it, as they do in a letter.
    var isAfterBlank = false
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 ? isBlank(scalar.value) : scalar.properties.isWhitespace {
        if !isAfterBlank, !line.isEmpty { line.append(0x20) }
        isAfterBlank = true
      } else if isAfterBlank, scalar.value >= 0x300, isMark(scalar) {
        continue
      } else {
        line.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        isAfterBlank = false
      }
    }
    if line.last == 0x20 { line.removeLast() }
    return String(text: line[...])
  }

  private static func isCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in bytes {
      if byte >= 0x80 || byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
      previous = byte
    }
    return previous != 0x20
  }

  private static func isBlank(_ value: UInt32) -> Bool {
    value == 0x20 || (0x09...0x0D).contains(value)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isGraphemeExtend || scalar.value == 0x200D
      || scalar.properties.generalCategory == .spacingMark
  }
}
