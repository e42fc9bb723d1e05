/// The first frame of a WebP that moves, as one that stands still: decoders of pictures refuse the
/// whole. The container is that of RIFF; <https://developers.google.com/speed/webp/docs/riff_container>.
enum WebPFirstFrame {
  /// The frame; `nil` where there is none.
  static func bytes(of webp: [UInt8]) -> [UInt8]? {
    guard webp.count > 12,
      let frame = chunks(of: webp[12...]).first(where: { $0.name.elementsEqual("ANMF".utf8) })?
        .body,
      frame.count > 16
    else { return nil }
    let header = Array(frame.prefix(16))
    var alpha: ArraySlice<UInt8>?
    for chunk in chunks(of: frame.dropFirst(16)) {
      if chunk.name.elementsEqual("ALPH".utf8) { alpha = chunk.body }
      let isLossy = chunk.name.elementsEqual("VP8 ".utf8)
      guard isLossy || chunk.name.elementsEqual("VP8L".utf8) else { continue }
      var picture: [UInt8] = []
      if let alpha, isLossy {
        // Flags, then the size of the canvas, which is the frame's.
        append("VP8X", [0x10, 0, 0, 0] + header[6..<12], to: &picture)
        append("ALPH", alpha, to: &picture)
      }
      append(isLossy ? "VP8 " : "VP8L", chunk.body, to: &picture)
      var file: [UInt8] = []
      append("RIFF", Array("WEBP".utf8) + picture, to: &file)
      return file
    }
    return nil
  }

  private static func append(
    _ name: String, _ body: some Collection<UInt8>, to bytes: inout [UInt8]
  ) {
    bytes += name.utf8
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: body.count >> shift))
    }
    bytes += body
    if body.count % 2 == 1 { bytes.append(0) }
  }

  private typealias Chunk = (name: ArraySlice<UInt8>, body: ArraySlice<UInt8>)

  /// The chunks in some bytes; one that is cut short ends them.
  private static func chunks(of bytes: ArraySlice<UInt8>) -> some Sequence<Chunk> {
    sequence(state: bytes) { rest -> Chunk? in
      guard rest.count > 8 else { return nil }
      let start = rest.startIndex
      let size = (0..<4).reduce(0) { $0 | Int(rest[start + 4 + $1]) << (8 * $1) }
      guard size <= rest.count - 8 else { return nil }
      let chunk = (rest[start..<start + 4], rest[start + 8..<start + 8 + size])
      rest = rest.dropFirst(8 + size + size % 2)
      return chunk
    }
  }
}
