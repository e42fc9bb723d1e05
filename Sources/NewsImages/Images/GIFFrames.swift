/// The places of the frames in a GIF, found by its blocks.
struct GIFFrames: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var offset: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = bytes.count > 13 ? 13 + Self.colourTable(bytes[10]) : bytes.count
  }

  /// The place of the next frame's descriptor.
  mutating func next() -> Int? {
    while offset + 10 < bytes.count {
      let start = offset
      let isFrame = bytes[offset] == 0x2C
      switch bytes[offset] {
      case 0x2C: offset += 10 + Self.colourTable(bytes[offset + 9]) + 1
      case 0x21: offset += 2
      default: return nil
      }
      while offset < bytes.count, bytes[offset] != 0 { offset += Int(bytes[offset]) + 1 }
      offset += 1
      if isFrame { return start }
    }
    return nil
  }

  private static func colourTable(_ flags: UInt8) -> Int {
    flags & 0x80 != 0 ? 3 << (Int(flags & 7) + 1) : 0
  }
}
