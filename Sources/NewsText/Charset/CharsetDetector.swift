internal import CICU

/// A guess at the encoding of text that names none, by ICU's statistics.
enum CharsetDetector {
  /// How much of a text is looked at.
  private static let sample = 256 << 10

  static func guess(_ bytes: ArraySlice<UInt8>) -> Charset? {
    interesting(bytes).withUnsafeBytes { text -> Charset? in
      guard let start = text.baseAddress, !text.isEmpty else { return nil }
      var confidence: Int32 = 0
      let name = [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
        buffer.initialize(repeating: 0)
        buffer.withMemoryRebound(to: CChar.self) { target in
          confidence = icu_guess_encoding(
            start.assumingMemoryBound(to: CChar.self), Int32(text.count), target.baseAddress, 64)
        }
        count = buffer.firstIndex(of: 0) ?? 0
      }
      return confidence > 10 ? Charset(label: name) : nil
    }
  }

  /// The words with bytes beyond ASCII in them: markup and scripts would drown them.
  private static func interesting(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    var last = bytes.startIndex
    var index = bytes.startIndex
    while index < bytes.endIndex, words.count < sample {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      var start = index
      while start > last, index - start < 12, bytes[start - 1] != UInt8(ascii: ">") { start -= 1 }
      while index < bytes.endIndex, bytes[index] != UInt8(ascii: "<") { index += 1 }
      words += bytes[start..<index]
      words.append(UInt8(ascii: "\n"))
      last = index
    }
    return words
  }
}
