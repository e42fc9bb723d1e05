import CLibDeflate

/// The chunks of a PNG that hold more than they seem to (PNG specification, 11.3).
enum PNGChunks {
  /// Bytes that a picture's compressed texts and colour profile may have together when they are
  /// inflated.
  static let mostInflatedBytes = 16 << 20

  /// A picture without those texts and profiles that are inflated to more than they may have; `nil`
  /// where there are none, as in nearly all pictures.
  static func withoutBombs(_ bytes: [UInt8], most: Int = mostInflatedBytes) -> [UInt8]? {
    var left = most
    var kept: [Range<Int>] = []
    var keptFrom = 0
    var offset = 8
    while offset + 12 <= bytes.count {
      let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      let (data, end) = (offset + 8, offset + 12 + length)
      guard end <= bytes.count else { break }
      let name = bytes[offset + 4..<offset + 8]
      if name.elementsEqual("IEND".utf8) { break }
      if let stream = compressed(bytes[data..<data + length], name) {
        if let size = inflatedSize(stream, most: left) {
          left -= size
        } else {
          kept.append(keptFrom..<offset)
          keptFrom = end
        }
      }
      offset = end
    }
    if kept.isEmpty { return nil }
    return kept.flatMap { bytes[$0] } + bytes[keptFrom...]
  }

  /// The compressed part of a chunk that has one beside the pixels.
  private static func compressed(
    _ data: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    func afterText(_ data: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
      data.firstIndex(of: 0).map { data[($0 + 1)...] }
    }
    switch String(decoding: name, as: UTF8.self) {
    case "zTXt", "iCCP": return afterText(data)?.dropFirst()
    case "iTXt":
      // Whether it is compressed, how; then a language and a keyword.
      guard let rest = afterText(data), rest.first == 1 else { return nil }
      return afterText(rest.dropFirst(2)).flatMap(afterText)
    default: return nil
    }
  }

  /// How many bytes a zlib stream has, as far as it is one; `nil` for more than it may have.
  private static func inflatedSize(_ stream: ArraySlice<UInt8>, most: Int) -> Int? {
    guard most > 0, let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: most, alignment: 16)
    defer { room.deallocate() }
    var size = 0
    let result = stream.withUnsafeBytes {
      libdeflate_zlib_decompress(
        decompressor, $0.baseAddress, $0.count, room.baseAddress, room.count, &size)
    }
    return result == LIBDEFLATE_INSUFFICIENT_SPACE ? nil : size
  }
}
