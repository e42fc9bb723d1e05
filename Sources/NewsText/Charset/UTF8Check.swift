internal import NewsBytes

/// Questions about bytes that may be UTF-8.
package enum UTF8Check {
  package static func isValid(_ bytes: [UInt8]) -> Bool { isValid(bytes[...]) }

  package static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { $0.utf8Kind } != .invalid
  }

  /// Whether text is UTF-8 but for a few bytes, as a page is that was cut in the middle of a
  /// character or has one quotation from elsewhere.
  static func isMostlyValid(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length =
        byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
      if length == 1 {
        index += 1
        continue
      }
      let end = min(index + length, bytes.count)
      if length > 1, end - index == length,
        bytes[(index + 1)..<end].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        good += 1
        index = end
      } else {
        bad += 1
        index += 1
      }
    }
    return good > 20 * bad
  }

  static func containsReplacement(_ utf8: [UInt8]) -> Bool {
    var index = 0
    while let found = utf8[index...].firstIndex(of: 0xEF) {
      if found + 2 < utf8.count, utf8[found + 1] == 0xBF, utf8[found + 2] == 0xBD { return true }
      index = found + 1
    }
    return false
  }
}
