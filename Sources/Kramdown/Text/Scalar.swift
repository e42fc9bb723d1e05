/// Characters beyond ASCII: where they begin and end in UTF-8, and their classes as Ruby's regular
/// expressions know them.
extension Array where Element == UInt8 {
  /// The length in bytes of the character that starts at `position`.
  @inline(__always)
  func scalarLength(at position: Int, end: Int) -> Int {
    let byte = self[position]
    if byte < 0x80 { return 1 }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return Swift.min(length, end - position)
  }

  /// Where the character before `position` starts; never before `start`.
  @inline(__always)
  func scalarStart(before position: Int, start: Int) -> Int {
    var index = position - 1
    while index > start, self[index].isContinuation { index -= 1 }
    return index
  }

  /// The character at `position`, or nil at `end`.
  func scalar(at position: Int, end: Int) -> Unicode.Scalar? {
    guard position < end else { return nil }
    let byte = self[position]
    if byte < 0x80 { return Unicode.Scalar(byte) }
    let length = scalarLength(at: position, end: end)
    var value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in position + 1..<Swift.max(position + length, position + 1) {
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    return Unicode.Scalar(value)
  }

  /// Whether the character at `position` belongs to a word, in any script.
  @inline(__always)
  func isWordCharacter(at position: Int, end: Int) -> Bool {
    guard position < end else { return false }
    let byte = self[position]
    if byte < 0x80 { return byte.isWord }
    return scalar(at: position, end: end)?.isWordCharacter ?? false
  }

  /// Whether the character at `position` is a letter, in any script.
  @inline(__always)
  func isLetterCharacter(at position: Int, end: Int) -> Bool {
    guard position < end else { return false }
    let byte = self[position]
    if byte < 0x80 { return byte.isLetter }
    return scalar(at: position, end: end)?.properties.isAlphabetic ?? false
  }

  /// Whether the character at `position` is a letter or a digit, in any script.
  @inline(__always)
  func isAlphanumericCharacter(at position: Int, end: Int) -> Bool {
    guard position < end else { return false }
    let byte = self[position]
    if byte < 0x80 { return byte.isLetter || byte.isDigit }
    return scalar(at: position, end: end)?.isAlphanumeric ?? false
  }
}

extension Unicode.Scalar {
  var isAlphanumeric: Bool {
    properties.isAlphabetic || properties.generalCategory == .decimalNumber
  }

  var isWordCharacter: Bool {
    if properties.isAlphabetic { return true }
    switch properties.generalCategory {
    case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }
}
