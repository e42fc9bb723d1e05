/// Whether a picture moves, judged without decoding it.
enum ImageMotion {
  /// Whether there is more than one frame.
  static func isMoving(_ bytes: [UInt8], _ type: ImageType) -> Bool {
    switch type {
    case .gif: GIFFrames(bytes).dropFirst().contains { _ in true }
    case .png: hasAnimationChunk(bytes)
    // The flag of an extended WebP.
    case .webp:
      bytes.count > 20 && bytes[12..<16].elementsEqual("VP8X".utf8) && bytes[20] & 0x02 != 0
    case .jpeg, .svg, .avif, .bmp, .tiff: false
    }
  }

  /// Looks for the chunk that makes a PNG move, which stands before the picture.
  private static func hasAnimationChunk(_ bytes: [UInt8]) -> Bool {
    var offset = 8
    while offset + 8 <= bytes.count {
      let name = bytes[offset + 4..<offset + 8]
      if name.elementsEqual("acTL".utf8) { return true }
      if name.elementsEqual("IDAT".utf8) { return false }
      offset += bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } + 12
    }
    return false
  }
}
