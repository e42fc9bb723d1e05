/// Whether a picture's file is complete, judged by how its kind ends.
enum ImageEnd {
  /// Whether the end is there; bytes after it are nothing.
  static func isThere(_ bytes: [UInt8], _ type: ImageType) -> Bool {
    switch type {
    case .png: contains("IEND".utf8, in: bytes)
    case .jpeg: contains([0xFF, 0xD9], in: bytes)
    case .gif: bytes.last == 0x3B || contains([0x00, 0x3B], in: bytes)
    case .webp:
      bytes.count > 8
        && bytes[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) } + 8 <= bytes.count
    case .svg, .avif, .bmp, .tiff: true
    }
  }

  /// Whether a mark stands in the last 4 KB: programs leave remarks after a picture.
  private static func contains(_ mark: some Collection<UInt8>, in bytes: [UInt8]) -> Bool {
    let tail = bytes.suffix(4096)
    return tail.indices.contains { tail[$0...].starts(with: mark) }
  }
}
