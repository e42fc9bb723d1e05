internal import NewsBytes

/// The words of a `class` or `rel` attribute.
package enum ClassTokens {
  /// Whether a word is among them; letters must match in case.
  package static func contains(_ value: ArraySlice<UInt8>, _ word: String) -> Bool {
    guard !word.isEmpty, value.count >= word.utf8.count else { return false }
    return value.withUnsafeBufferPointer { bytes in
      word.withBytes { word in
        var start = 0
        while let place = bytes.place(of: word, from: start) {
          let end = place + word.count
          if place == 0 || isBlank(bytes[place - 1]), end == bytes.count || isBlank(bytes[end]) {
            return true
          }
          start = place + 1
        }
        return false
      }
    }
  }

  /// The words in order.
  package static func split(_ value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    value.split(whereSeparator: isBlank)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
