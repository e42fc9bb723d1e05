internal import NewsModel

/// The dictionary that a WARC file compressed with Zstandard may begin with ("Zstandard in WARC",
/// IIPC): a frame that others skip.
enum ZstandardDictionary {
  static let magic: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18]
  /// A skippable frame's magic number and length.
  static let headerBytes = 8
  static let largest = 16 << 20

  /// Whether a frame is one that is skipped (RFC 8878, 3.1.2).
  static func isSkippable(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.count >= headerBytes, let first = head.first else { return false }
    return first & 0xF0 == 0x50 && head.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
  }

  static func length(ofSkippable head: ArraySlice<UInt8>) -> Int {
    head.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// A dictionary that is compressed itself is decompressed.
  static func contents(of stored: [UInt8]) throws(ConversionError) -> [UInt8] {
    guard stored.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) else { return stored }
    return try ContentCoding.zstandard.decoded(stored[...], limit: largest).bytes
  }
}
