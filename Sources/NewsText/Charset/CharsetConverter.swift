internal import CICU

/// Owner of an ICU converter.
struct CharsetConverter: ~Copyable {
  private let pointer: OpaquePointer

  /// Opens a converter, or `nil` if ICU has none of that name.
  init?(_ name: String) {
    guard let pointer = icu_converter_open(name) else { return nil }
    self.pointer = pointer
  }

  deinit { icu_converter_close(pointer) }

  /// The bytes in UTF-8, U+FFFD for what means nothing.
  func utf8(from bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var capacity = bytes.count + bytes.count / 2 + 1024
    // ICU counts in Int32, and says after an overflow how much it would have needed.
    for _ in 0..<2 {
      guard capacity < Int(Int32.max) else { return nil }
      var error: Int32 = 0
      var needed: Int32 = 0
      let result = [UInt8](unsafeUninitializedCapacity: capacity) { target, written in
        needed = bytes.withUnsafeBytes { source in
          icu_converter_to_utf8(
            pointer,
            UnsafeMutableRawPointer(target.baseAddress!).assumingMemoryBound(to: CChar.self),
            Int32(capacity), source.baseAddress?.assumingMemoryBound(to: CChar.self),
            Int32(bytes.count), &error)
        }
        written = min(Int(needed), capacity)
      }
      if error == Int32(ICU_OVERFLOW) {
        capacity = Int(needed) + 16
        continue
      }
      return error == 0 ? result : nil
    }
    return nil
  }
}
