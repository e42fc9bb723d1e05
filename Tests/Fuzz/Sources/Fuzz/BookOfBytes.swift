/// A book whose documents are pieces of some bytes, parted by zero bytes: its package, its contents, its
/// chapters. What is after them is left out of the package that every book here has at last.
enum BookOfBytes {
  static func archive(of bytes: [UInt8]) -> [UInt8] {
    let pieces = bytes.split(separator: 0, maxSplits: 4, omittingEmptySubsequences: false)
    let names = ["b.opf", "nav.xhtml", "a.xhtml", "b.xhtml", "META-INF/encryption.xml"]
    var files: [(name: String, bytes: [UInt8])] = [
      (
        "META-INF/container.xml",
        Array("<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>".utf8)
      )
    ]
    for (name, piece) in zip(names, pieces) { files.append((name, Array(piece))) }
    if pieces.count < 2 {
      // One piece is a chapter.
      files[1] = ("a.xhtml", Array(bytes))
      files.append(
        (
          "b.opf",
          Array(
            """
            <package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" \
            media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>
            """.utf8)
        ))
    }
    return stored(files)
  }

  /// A ZIP archive of files as they are.
  private static func stored(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let name = Array(file.name.utf8)
      let place = archive.count
      var head: [UInt8] = []
      for value in [20, 0, 0, 0, 0] { head += short(value) }
      head += long(Int(checksum(file.bytes))) + long(file.bytes.count) + long(file.bytes.count)
      head += short(name.count) + short(0)
      archive += [0x50, 0x4B, 3, 4] + head + name + file.bytes
      directory += [0x50, 0x4B, 1, 2] + short(20) + head
      directory += short(0) + short(0) + short(0) + long(0) + long(place) + name
    }
    let start = archive.count
    archive += directory
    archive += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + short(files.count) + short(files.count)
    archive += long(directory.count) + long(start) + short(0)
    return archive
  }

  private static func short(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func long(_ value: Int) -> [UInt8] { short(value) + short(value >> 16) }

  /// CRC-32 as ZIP has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
      }
    }
    return ~remainder
  }
}
