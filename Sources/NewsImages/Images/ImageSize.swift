/// The size of a picture, from the first bytes of its file.
struct ImageSize: Sendable, Hashable {
  /// In pixels.
  var width: Int
  /// In pixels.
  var height: Int
  /// Whether its colours are those of print (CMYK), which many readers cannot show.
  var isForPrint = false

  /// Reads the size of a picture of one of the kinds that books hold, or `nil` if it is broken.
  init?(_ bytes: [UInt8], _ type: ImageType) {
    width = 0
    height = 0
    switch type {
    case .png:
      guard bytes.count > 45 else { return nil }
      width = Self.big(bytes, 16, 4)
      height = Self.big(bytes, 20, 4)
    case .gif:
      guard bytes.count > 13 else { return nil }
      width = Self.little(bytes, 6, 2)
      height = Self.little(bytes, 8, 2)
    case .webp:
      guard readWebP(bytes) else { return nil }
    case .jpeg:
      guard readJPEG(bytes) else { return nil }
    case .svg, .avif, .bmp, .tiff: return nil
    }
    guard width > 0, height > 0, width < 1 << 20, height < 1 << 20 else { return nil }
  }

  private static func big(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func readWebP(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 30 else { return false }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ":
      width = Self.little(bytes, 26, 2) & 0x3FFF
      height = Self.little(bytes, 28, 2) & 0x3FFF
    case "VP8L":
      let packed = Self.little(bytes, 21, 4)
      width = packed & 0x3FFF + 1
      height = packed >> 14 & 0x3FFF + 1
    case "VP8X":
      width = Self.little(bytes, 24, 3) + 1
      height = Self.little(bytes, 27, 3) + 1
    default: return false
    }
    return true
  }

  private mutating func readJPEG(_ bytes: [UInt8]) -> Bool {
    var offset = 2
    while offset + 9 < bytes.count {
      guard bytes[offset] == 0xFF else { return false }
      let marker = bytes[offset + 1]
      if marker == 0xFF {
        offset += 1
        continue
      }
      let length = Self.big(bytes, offset + 2, 2)
      // Start of frame, of any coding; 0xC4, 0xC8 and 0xCC are tables.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        height = Self.big(bytes, offset + 5, 2)
        width = Self.big(bytes, offset + 7, 2)
        isForPrint = bytes[offset + 9] == 4
        return true
      }
      if length < 2 || marker == 0xDA || marker == 0xD9 { return false }
      offset += 2 + length
    }
    return false
  }
}
