/// How a camera was held: EXIF's orientation, 1 (upright) to 8.
struct Orientation {
  private var value = 1

  /// Reads the orientation of a JPEG; anything else is upright.
  init(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return }
    var offset = 2
    // Segments up to the picture itself.
    while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
      let marker = bytes[offset + 1]
      let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
      if marker == 0xDA || length < 2 { return }
      let end = min(bytes.count, offset + 2 + length)
      if marker == 0xE1, offset + 4 <= end,
        let found = Self.orientation(inExif: bytes[(offset + 4)..<end])
      {
        value = found
        return
      }
      offset += 2 + length
    }
  }

  private static func orientation(inExif segment: ArraySlice<UInt8>) -> Int? {
    guard segment.starts(with: "Exif\0\0".utf8) else { return nil }
    let tiff = Array(segment.dropFirst(6))
    guard tiff.count > 8 else { return nil }
    let isLittle = tiff[0] == 0x49
    func number(_ offset: Int, _ size: Int) -> Int? {
      guard offset >= 0, offset + size <= tiff.count else { return nil }
      let digits = tiff[offset..<offset + size]
      return isLittle
        ? digits.reversed().reduce(0) { $0 << 8 | Int($1) }
        : digits.reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
    for index in 0..<min(count, 200) {
      let entry = directory + 2 + index * 12
      guard let tag = number(entry, 2) else { return nil }
      if tag == 0x0112, let value = number(entry + 8, 2), (1...8).contains(value) { return value }
    }
    return nil
  }

  /// Whether nothing is to be done.
  var isUpright: Bool { value == 1 }
  /// Whether width and height change places.
  var isSideways: Bool { value >= 5 }

  /// Where a pixel of the picture as stored stands in the upright one.
  func position(_ x: Int32, _ y: Int32, _ width: Int32, _ height: Int32) -> (Int32, Int32) {
    switch value {
    case 2: (width - 1 - x, y)
    case 3: (width - 1 - x, height - 1 - y)
    case 4: (x, height - 1 - y)
    case 5: (y, x)
    case 6: (height - 1 - y, x)
    case 7: (height - 1 - y, width - 1 - x)
    case 8: (y, width - 1 - x)
    default: (x, y)
    }
  }
}
