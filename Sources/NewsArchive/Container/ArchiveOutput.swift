import CLibZip

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Takes what libzip writes and passes it on file by file, so that a book is never in memory twice.
///
/// libzip writes a file's header, its bytes, goes back to the header and then to the end: what lies
/// before the file that is being written does not change any more.
final class ArchiveOutput {
  /// Receives bytes in order; whether it took them.
  var receive: (([UInt8]) -> Bool)?

  /// Bytes that may still change, from ``start`` on.
  private var pending: [UInt8] = []
  private var start = 0
  private var position = 0
  /// What is passed on at once.
  private static let portion = 1 << 18

  /// A source of libzip's that writes here; it keeps the output alive.
  func source() -> OpaquePointer? {
    let retained = Unmanaged.passRetained(self)
    guard let source = zip_source_function_create(Self.callback, retained.toOpaque(), nil) else {
      retained.release()
      return nil
    }
    return source
  }

  private static let callback: zip_source_callback = { state, data, length, command in
    guard let state else { return -1 }
    let unmanaged = Unmanaged<ArchiveOutput>.fromOpaque(state)
    if command == ZIP_SOURCE_FREE {
      unmanaged.release()
      return 0
    }
    return unmanaged._withUnsafeGuaranteedRef { $0.serve(command, data, length) }
  }

  private func serve(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN, ZIP_SOURCE_CLOSE, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_ROLLBACK_WRITE,
      ZIP_SOURCE_REMOVE, ZIP_SOURCE_READ, ZIP_SOURCE_TELL:
      return 0
    case ZIP_SOURCE_STAT:
      guard let data, length >= MemoryLayout<zip_stat_t>.size else { return -1 }
      zip_stat_init(data.assumingMemoryBound(to: zip_stat_t.self))
      return zip_int64_t(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_WRITE:
      guard let data else { return -1 }
      write(UnsafeRawBufferPointer(start: data, count: Int(length)))
      return zip_int64_t(length)
    case ZIP_SOURCE_TELL_WRITE: return zip_int64_t(position)
    case ZIP_SOURCE_SEEK_WRITE:
      guard let data, length >= MemoryLayout<zip_source_args_seek>.size else { return -1 }
      let request = data.loadUnaligned(as: zip_source_args_seek.self)
      let origin =
        switch request.whence {
        case SEEK_SET: 0
        case SEEK_CUR: position
        default: start + pending.count
        }
      let target = origin + Int(request.offset)
      return target >= start && seek(to: target) ? 0 : -1
    case ZIP_SOURCE_COMMIT_WRITE: return pass() ? 0 : -1
    case ZIP_SOURCE_ERROR:
      guard let data, length >= 8 else { return -1 }
      data.storeBytes(of: ZIP_ER_WRITE, as: Int32.self)
      data.storeBytes(of: 0, toByteOffset: 4, as: Int32.self)
      return 8
    case ZIP_SOURCE_SUPPORTS: return Self.supported
    default: return -1
    }
  }

  private static let supported: zip_int64_t = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
    ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE,
    ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
  ].reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    let offset = position - start
    let overlap = min(bytes.count, pending.count - offset)
    if overlap > 0 {
      pending.replaceSubrange(offset..<offset + overlap, with: bytes[..<overlap])
    }
    pending.append(contentsOf: bytes[max(0, overlap)...])
    position += bytes.count
  }

  private func seek(to target: Int) -> Bool {
    guard target <= start + pending.count else { return false }
    position = target
    // Back at the end: the file before is complete.
    return target < start + pending.count || pending.count < Self.portion || pass()
  }

  private func pass() -> Bool {
    let bytes = pending
    pending = []
    start += bytes.count
    return bytes.isEmpty || receive?(bytes) ?? false
  }
}
