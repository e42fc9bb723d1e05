import CLibDeflate

/// Deflates files, one after the other; one for each thread.
struct Deflater: ~Copyable {
  private let compressor: OpaquePointer?

  /// Makes a deflater; where memory is short, its entries are stored as they are.
  init() { compressor = libdeflate_alloc_compressor(6) }

  deinit {
    if let compressor { libdeflate_free_compressor(compressor) }
  }

  /// A file for the container, deflated where that makes it smaller.
  borrowing func entry(_ name: String, _ bytes: [UInt8], deflating: Bool = true) -> ArchiveEntry {
    let checksum = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    var entry = ArchiveEntry(
      name: name, stored: bytes, isDeflated: false, size: bytes.count, checksum: checksum)
    guard deflating, let compressor, !bytes.isEmpty else { return entry }
    let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
    let deflated = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = bytes.withUnsafeBytes {
        libdeflate_deflate_compress(
          compressor, $0.baseAddress, $0.count, buffer.baseAddress, buffer.count)
      }
    }
    if !deflated.isEmpty, deflated.count < bytes.count {
      // A copy of the right size: the bound is twice what a page needs.
      entry.stored = deflated.withUnsafeBufferPointer { Array($0) }
      entry.isDeflated = true
    }
    return entry
  }
}
