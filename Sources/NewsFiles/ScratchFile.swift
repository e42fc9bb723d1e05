package import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A temporary file without a name: what is written to it is found again by its place, and the
/// system forgets it however the process ends.
package final class ScratchFile: Sendable {
  /// A piece of the file.
  package struct Place: Sendable, Hashable {
    package var start: Int
    package var count: Int
  }

  private let descriptor: Int32
  private let end = LockedValue(0)

  /// Makes one in the folder of temporary files (`TMPDIR`).
  ///
  /// - Throws: ``ConversionError`` (`cannotCreate`).
  package init() throws(ConversionError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var descriptor: Int32 = -1
    #if os(Linux)
      // O_TMPFILE's value (with O_DIRECTORY's bit) is a macro that Swift does not import.
      descriptor = open(folder, O_RDWR | O_CLOEXEC | 0o20_200_000, 0o600)
    #endif
    if descriptor < 0 {
      var name = Array((folder + "/newsconv-XXXXXX").utf8CString)
      descriptor = mkstemp(&name)
      if descriptor >= 0 {
        unlink(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      }
    }
    guard descriptor >= 0 else {
      throw ConversionError(
        .cannotCreate,
        "no temporary file can be created: \(systemMessage(errno)); name another folder in TMPDIR",
        file: folder)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Appends bytes.
  ///
  /// - Throws: ``ConversionError`` (`inputOutput`).
  package func append(_ bytes: [UInt8]) throws(ConversionError) -> Place {
    let place = end.withLock { end in
      defer { end += bytes.count }
      return Place(start: end, count: bytes.count)
    }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        pwrite(
          descriptor, raw.baseAddress.map { $0 + written }, raw.count - written,
          off_t(place.start + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw ConversionError(
          .inputOutput, "a temporary file cannot be written: \(systemMessage(errno))")
      }
      written += count
    }
    return place
  }

  /// The bytes of a piece.
  ///
  /// - Throws: ``ConversionError`` (`inputOutput`).
  package func bytes(at place: Place) throws(ConversionError) -> [UInt8] {
    // Threads share the storage of empty arrays, into which the initializer would write its count.
    if place.count == 0 { return [] }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: place.count) { buffer, initialized in
      while initialized < place.count {
        let count = pread(
          descriptor, buffer.baseAddress.map { $0 + initialized }, place.count - initialized,
          off_t(place.start + initialized))
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          failure = count < 0 ? errno : EIO
          break
        }
        initialized += count
      }
    }
    if failure != 0 {
      throw ConversionError(
        .inputOutput, "a temporary file cannot be read: \(systemMessage(failure))")
    }
    return bytes
  }
}
