/// Cuts tags with thousands of attributes: libxml2 compares each with all before it.
enum AttributeLimit {
  /// A shorter tag cannot have too many.
  private static let length = 32_768
  /// So many stay.
  private static let count = 2000

  /// The bytes without the attributes beyond the limit, and how many tags had such.
  static func applied(to bytes: [UInt8]) -> (bytes: [UInt8], tags: Int) {
    var cuts: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      // Only where no tag ends for long.
      while start < buffer.count {
        let end = buffer[start...].firstIndex(of: UInt8(ascii: ">")) ?? buffer.count
        if end - start > length, let cut = cut(buffer, from: start) {
          cuts.append(cut)
          start = cut.upperBound
        } else {
          start = end + 1
        }
      }
    }
    guard !cuts.isEmpty else { return (bytes, 0) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var copied = 0
    for cut in cuts {
      output += bytes[copied..<cut.lowerBound]
      copied = cut.upperBound
    }
    output += bytes[copied...]
    return (output, cuts.count)
  }

  /// What to cut of the first tag after a place, if it has too many attributes.
  private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    var index = start
    while index + 1 < bytes.count {
      guard bytes[index] != UInt8(ascii: "<") || !isLetter(bytes[index + 1]) else { break }
      if bytes[index] == UInt8(ascii: ">") { return nil }
      index += 1
    }
    var attributes = 0
    var limit: Int?
    var wasBlank = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), index > start,
        bytes[index - 1] == UInt8(ascii: "=") || bytes[index - 1] <= 0x20
      {
        guard let end = bytes[(index + 1)...].firstIndex(of: byte) else { return nil }
        index = end
        wasBlank = false
      } else if byte <= 0x20 || byte == UInt8(ascii: "/") {
        wasBlank = true
      } else {
        if wasBlank, byte != UInt8(ascii: "=") {
          attributes += 1
          if attributes == count { limit = index }
        }
        wasBlank = false
      }
      index += 1
    }
    return limit.map { $0..<index }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
