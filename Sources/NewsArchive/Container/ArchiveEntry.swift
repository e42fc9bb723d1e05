import CLibDeflate

/// A file as it stands in the container.
package struct ArchiveEntry: Sendable {
  /// Its path, ASCII.
  package var name: String
  /// What is stored: deflated bytes, or the file's own.
  package var stored: [UInt8]
  /// Whether ``stored`` is deflated.
  var isDeflated: Bool
  /// How many bytes the file has.
  package var size: Int
  /// The file's CRC-32.
  var checksum: UInt32

  /// The file itself.
  package var contents: [UInt8] {
    guard isDeflated, let inflater = libdeflate_alloc_decompressor() else { return stored }
    defer { libdeflate_free_decompressor(inflater) }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      let result = stored.withUnsafeBytes {
        libdeflate_deflate_decompress(
          inflater, $0.baseAddress, $0.count, buffer.baseAddress, size, &initialized)
      }
      if result != LIBDEFLATE_SUCCESS { initialized = 0 }
    }
  }
}
