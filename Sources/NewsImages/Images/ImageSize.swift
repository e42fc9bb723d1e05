/// The size of a picture, from its headers: nothing is decoded.
///
/// Where a file states several sizes (a GIF's screen and frames, a WebP's canvas and picture, an
/// AVIF's tiles), the largest counts: a decoder makes room for it.
struct ImageSize: Sendable, Hashable {
  /// In pixels.
  var width: Int
  /// In pixels.
  var height: Int
  /// Whether its colours are those of print (CMYK), which many readers cannot show.
  var isForPrint = false

  /// Pixels that a picture may have. Whoever shows or scales it makes room for 4 to 10 bytes each.
  static let mostPixels = 1 << 27

  /// How many pixels it has; no side is longer than 2^20.
  var pixels: Int { width * height }

  /// Reads the size of a picture, or `nil` if it is broken.
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
      readGIF(bytes)
    case .webp:
      guard readWebP(bytes) else { return nil }
    case .jpeg:
      guard readJPEG(bytes) else { return nil }
    case .bmp: readBMP(bytes)
    case .tiff: readTIFF(bytes)
    case .avif: readAVIF(bytes)
    case .svg: return nil
    }
    guard width > 0, height > 0, width < 1 << 20, height < 1 << 20 else { return nil }
  }

  private static func big(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func grow(_ width: Int, _ height: Int) {
    self.width = max(self.width, width)
    self.height = max(self.height, height)
  }

  /// The screen and every frame, which may be larger than the screen.
  private mutating func readGIF(_ bytes: [UInt8]) {
    grow(Self.little(bytes, 6, 2), Self.little(bytes, 8, 2))
    for frame in GIFFrames(bytes) {
      grow(Self.little(bytes, frame + 5, 2), Self.little(bytes, frame + 7, 2))
    }
  }

  private mutating func readWebP(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 30 else { return false }
    guard bytes[12..<16].elementsEqual("VP8X".utf8) else { return readWebPPicture(bytes, at: 12) }
    grow(Self.little(bytes, 24, 3) + 1, Self.little(bytes, 27, 3) + 1)
    // Pictures on the canvas, those of frames within their chunks.
    var offset = 30
    while offset + 8 <= bytes.count {
      let isFrame = bytes[offset..<offset + 4].elementsEqual("ANMF".utf8)
      if !isFrame { _ = readWebPPicture(bytes, at: offset) }
      let length = Self.little(bytes, offset + 4, 4)
      offset += isFrame ? 24 : 8 + length + length % 2
    }
    return true
  }

  private mutating func readWebPPicture(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + 18 <= bytes.count else { return false }
    switch String(decoding: bytes[offset..<offset + 4], as: UTF8.self) {
    case "VP8 ":
      grow(Self.little(bytes, offset + 14, 2) & 0x3FFF, Self.little(bytes, offset + 16, 2) & 0x3FFF)
    case "VP8L":
      let packed = Self.little(bytes, offset + 9, 4)
      grow(packed & 0x3FFF + 1, packed >> 14 & 0x3FFF + 1)
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

  private mutating func readBMP(_ bytes: [UInt8]) {
    guard bytes.count > 26 else { return }
    if Self.little(bytes, 14, 4) == 12 {
      grow(Self.little(bytes, 18, 2), Self.little(bytes, 20, 2))
    } else {
      // A negative height is one from above.
      let height = Int(Int32(truncatingIfNeeded: Self.little(bytes, 22, 4)))
      grow(Self.little(bytes, 18, 4), abs(height))
    }
  }

  /// The tags of the first directory.
  private mutating func readTIFF(_ bytes: [UInt8]) {
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= bytes.count else { return nil }
      return bytes[0] == 0x49
        ? Self.little(bytes, offset, count) : Self.big(bytes, offset, count)
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return }
    for index in 0..<count {
      let entry = directory + 2 + index * 12
      guard let tag = number(entry, 2), let kind = number(entry + 2, 2),
        let value = number(entry + 8, kind == 3 ? 2 : 4)
      else { return }
      if tag == 256 { grow(value, 0) }
      if tag == 257 { grow(0, value) }
    }
  }

  /// The sizes of all pictures and tiles, which stand in boxes `ispe` near the beginning.
  private mutating func readAVIF(_ bytes: [UInt8]) {
    let end = min(bytes.count - 15, 1 << 20)
    var offset = 0
    while offset < end {
      if bytes[offset] == UInt8(ascii: "i"), bytes[offset..<offset + 4].elementsEqual("ispe".utf8) {
        grow(Self.big(bytes, offset + 8, 4), Self.big(bytes, offset + 12, 4))
      }
      offset += 1
    }
  }
}
