/// Whether a picture moves, told without decoding it.
enum ImageMotion {
  /// Whether there is more than one frame.
  static func isMoving(_ bytes: [UInt8], _ type: ImageType) -> Bool {
    switch type {
    case .gif: hasSecondFrame(bytes)
    case .png: hasAnimationChunk(bytes)
    // The flag of an extended WebP.
    case .webp:
      bytes.count > 20 && bytes[12..<16].elementsEqual("VP8X".utf8) && bytes[20] & 0x02 != 0
    case .jpeg, .svg, .avif, .bmp, .tiff: false
    }
  }

  /// Goes over the blocks of a GIF up to its second picture.
  private static func hasSecondFrame(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 13 else { return false }
    var offset = 13 + colourTable(bytes[10])
    var frames = 0
    while offset + 10 < bytes.count {
      switch bytes[offset] {
      case 0x2C:
        frames += 1
        if frames > 1 { return true }
        offset += 10 + colourTable(bytes[offset + 9]) + 1
      case 0x21: offset += 2
      default: return false
      }
      while offset < bytes.count, bytes[offset] != 0 { offset += Int(bytes[offset]) + 1 }
      offset += 1
    }
    return false
  }

  private static func colourTable(_ flags: UInt8) -> Int {
    flags & 0x80 != 0 ? 3 << (Int(flags & 7) + 1) : 0
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
