import CLibZip
package import NewsModel

/// A ZIP archive in the making: libzip's, filled with entries that are deflated already.
///
/// Entries keep their order, have no extra fields and all bear the same time, so that the bytes
/// depend on nothing but the entries. They are written when the archive is finished.
package struct Archive: ~Copyable {
  /// `nil` once it is finished.
  private var archive: OpaquePointer?
  private let output = ArchiveOutput()

  /// Makes an empty archive.
  package init() throws(ConversionError) {
    guard zip_is_installed() else {
      throw ConversionError(.software, "libzip is missing; on Debian: apt-get install libzip4")
    }
    guard let target = output.source() else {
      throw ConversionError(.software, "libzip has no memory for a container")
    }
    guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
      zip_source_free(target)
      throw ConversionError(.software, "libzip cannot open a container")
    }
    // The target is the archive's now.
    self.archive = archive
  }

  deinit {
    if let archive { zip_discard(archive) }
  }

  /// Adds a file.
  package mutating func add(_ entry: ArchiveEntry) throws(ConversionError) {
    let reader = EntryReader(entry)
    let retained = Unmanaged.passRetained(reader)
    guard let source = zip_source_function(archive, EntryReader.callback, retained.toOpaque())
    else {
      retained.release()
      throw failure(adding: entry.name)
    }
    let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw failure(adding: entry.name)
    }
    let position = zip_uint64_t(index)
    let method = entry.isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    // 1980-01-01 00:00, the first moment that ZIP knows.
    guard zip_set_file_compression(archive, position, zip_int32_t(method), 0) == 0,
      zip_file_set_dostime(archive, position, 0, 0x21, 0) == 0
    else { throw failure(adding: entry.name) }
  }

  private borrowing func failure(adding name: String) -> ConversionError {
    let reason = String(cString: zip_strerror(archive))
    return ConversionError(.software, "libzip cannot add \(name): \(reason)")
  }

  /// Writes the archive, in order.
  package mutating func finish(to sink: inout some ByteSink) throws(ConversionError) {
    guard let archive else { return }
    var failure: ConversionError?
    var isClosed = false
    withoutActuallyEscaping({ (bytes: [UInt8]) -> Bool in
      do throws(ConversionError) {
        try sink.write(bytes)
        return true
      } catch {
        failure = failure ?? error
        return false
      }
    }) { receive in
      output.receive = receive
      isClosed = zip_close(archive) == 0
      output.receive = nil
    }
    if isClosed {
      self.archive = nil
      return
    }
    let reason = String(cString: zip_strerror(archive))
    throw failure ?? ConversionError(.software, "libzip cannot close the container: \(reason)")
  }
}

/// Serves an entry to libzip as a source function; freed when libzip says so.
private final class EntryReader {
  private var entry: ArchiveEntry
  private let storedSize: Int
  private var offset = 0

  init(_ entry: ArchiveEntry) {
    self.entry = entry
    storedSize = entry.stored.count
  }

  static let callback: zip_source_callback = { state, data, length, command in
    guard let state else { return -1 }
    let unmanaged = Unmanaged<EntryReader>.fromOpaque(state)
    if command == ZIP_SOURCE_FREE {
      unmanaged.release()
      return 0
    }
    return unmanaged._withUnsafeGuaranteedRef { $0.serve(command, data, Int(length)) }
  }

  private func serve(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: Int
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN:
      offset = 0
      return 0
    case ZIP_SOURCE_READ:
      guard let data else { return -1 }
      let count = min(length, entry.stored.count - offset)
      entry.stored.withUnsafeBytes {
        if count > 0, let start = $0.baseAddress {
          data.copyMemory(from: start + offset, byteCount: count)
        }
      }
      offset += count
      return zip_int64_t(count)
    case ZIP_SOURCE_CLOSE:
      // It is read once: the archive has the bytes now.
      if offset == storedSize { entry.stored = [] }
      return 0
    case ZIP_SOURCE_STAT:
      guard let data, length >= MemoryLayout<zip_stat_t>.size else { return -1 }
      let stat = data.assumingMemoryBound(to: zip_stat_t.self)
      zip_stat_init(stat)
      stat.pointee.size = zip_uint64_t(entry.size)
      stat.pointee.comp_size = zip_uint64_t(storedSize)
      stat.pointee.crc = entry.checksum
      stat.pointee.comp_method = zip_uint16_t(entry.isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE)
      stat.pointee.encryption_method = 0
      stat.pointee.valid = zip_uint64_t(
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD
          | ZIP_STAT_ENCRYPTION_METHOD)
      return zip_int64_t(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR:
      guard let data, length >= 8 else { return -1 }
      data.storeBytes(of: 0, as: Int64.self)
      return 8
    case ZIP_SOURCE_SUPPORTS:
      return 1 << zip_int64_t(ZIP_SOURCE_OPEN.rawValue)
        | 1 << zip_int64_t(ZIP_SOURCE_READ.rawValue)
        | 1 << zip_int64_t(ZIP_SOURCE_CLOSE.rawValue)
        | 1 << zip_int64_t(ZIP_SOURCE_STAT.rawValue)
        | 1 << zip_int64_t(ZIP_SOURCE_ERROR.rawValue)
        | 1 << zip_int64_t(ZIP_SOURCE_FREE.rawValue)
    default: return -1
    }
  }
}
