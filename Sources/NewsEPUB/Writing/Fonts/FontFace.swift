import CHarfBuzz

/// A face of a font, read by HarfBuzz: what it says of itself, and the part of it that a text needs.
struct FontFace: ~Copyable {
  private let face: OpaquePointer

  /// Opens a face; `nil` where the bytes are no font, or HarfBuzz is not installed.
  ///
  /// - Parameters:
  ///   - bytes: TrueType, OpenType, or a collection of them.
  ///   - index: the place of the face in a collection.
  init?(_ bytes: [UInt8], index: Int) {
    guard let number = UInt32(exactly: index),
      let face = font_face_open(bytes, bytes.count, number)
    else { return nil }
    self.face = face
  }

  deinit { font_face_close(face) }

  /// Whether faces can be opened.
  static var isSupported: Bool { font_subsetting_is_installed() }

  /// The name of its family.
  var family: String? {
    var name = [CChar](repeating: 0, count: 128)
    let length = Int(font_face_family(face, &name, UInt32(name.count)))
    guard length > 0 else { return nil }
    return String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// From 1 to 1000; 400 is regular, 700 bold.
  var weight: Int {
    let weight = Int(number(at: 4, of: windows))
    return (1...1000).contains(weight) ? weight : 400
  }

  /// Whether it is italic or slanted.
  var isItalic: Bool { number(at: 62, of: windows) & 0x201 != 0 }

  /// Whether all its letters are of one width, as a typewriter's.
  var isMonospaced: Bool { table("post", bytes: 16).dropFirst(12).contains { $0 != 0 } }

  /// What its makers allow: the OpenType specification's `fsType`.
  var isRestricted: Bool { number(at: 8, of: windows) & 0xF == 0x2 }

  /// Whether they want it whole or not at all.
  var isWholeOnly: Bool { number(at: 8, of: windows) & 0x100 != 0 }

  /// The face with the glyphs of these code points alone; `nil` where that fails.
  func subset(for points: [UInt32]) -> [UInt8]? {
    var length = 0
    guard let bytes = font_face_subset(face, points, points.count, &length) else { return nil }
    defer { font_bytes_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: length))
  }

  private var windows: [UInt8] { table("OS/2", bytes: 64) }

  private func table(_ name: StaticString, bytes count: Int) -> [UInt8] {
    var tag: UInt32 = 0
    name.withUTF8Buffer { for byte in $0 { tag = tag << 8 | UInt32(byte) } }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = Int(font_face_table(face, tag, buffer.baseAddress, UInt32(count)))
    }
  }

  private func number(at offset: Int, of table: [UInt8]) -> UInt16 {
    table.count > offset + 1 ? UInt16(table[offset]) << 8 | UInt16(table[offset + 1]) : 0
  }
}
