internal import NewsBytes

/// Whether a picture's file is complete, judged by how its kind ends.
enum ImageEnd {
  /// Whether the end is there; bytes after it are nothing.
  static func isThere(_ bytes: [UInt8], _ type: ImageType) -> Bool {
    switch type {
    case .png: ends(in: Array("IEND".utf8), bytes)
    case .jpeg: ends(in: [0xFF, 0xD9], bytes)
    case .gif: bytes.last == 0x3B || ends(in: [0x00, 0x3B], bytes)
    case .webp:
      bytes.count > 8
        && bytes[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) } + 8 <= bytes.count
    case .svg, .avif, .bmp, .tiff: true
    }
  }

  /// Whether a mark stands in the last 4 KB: programs leave remarks after a picture.
  private static func ends(in mark: [UInt8], _ bytes: [UInt8]) -> Bool {
    bytes.suffix(4096).place(of: mark) != nil
  }
}
