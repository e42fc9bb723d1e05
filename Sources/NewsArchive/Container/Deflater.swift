import CLibDeflate

/// Deflates files, one after the other; one for each thread.
package struct Deflater: ~Copyable {
  private let compressor: OpaquePointer?

  /// Makes a deflater; where memory is short, its entries are stored as they are.
  ///
  /// Level 2 of libdeflate takes a quarter less time for pages of articles than level 6, which would
  /// make them 1.3 % smaller; one level less is 2.8 % larger still.
  package init() { compressor = libdeflate_alloc_compressor(2) }

  deinit {
    if let compressor { libdeflate_free_compressor(compressor) }
  }

  /// A file for the container, deflated where that makes it smaller.
  package borrowing func entry(_ name: String, _ bytes: [UInt8], deflating: Bool = true)
    -> ArchiveEntry
  {
    let checksum = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    var entry = ArchiveEntry(
      name: name, stored: bytes, isDeflated: false, size: bytes.count, checksum: checksum)
    guard deflating, let compressor, !bytes.isEmpty else { return entry }
    // No room for more than the file itself has: it is stored if that does not do.
    withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 1) { room in
      let count = bytes.withUnsafeBytes {
        libdeflate_deflate_compress(
          compressor, $0.baseAddress, $0.count, room.baseAddress, room.count - 1)
      }
      if count > 0 {
        entry.stored = Array(UnsafeRawBufferPointer(rebasing: room[..<count]))
        entry.isDeflated = true
      }
    }
    return entry
  }
}
