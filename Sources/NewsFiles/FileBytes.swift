#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// All that can be read from an open file, up to a limit.
enum FileBytes {
  enum Failure: Error {
    case tooLarge
    /// The system's error number.
    case system(Int32)
  }

  /// Reads to the end.
  ///
  /// - Parameters:
  ///   - size: the bytes that the file has by its own account; 0 where it does not know.
  ///   - limit: the bytes it may have.
  static func read(_ descriptor: Int32, size: Int, limit: Int) throws(Failure) -> [UInt8] {
    // Not a byte is read, nor room made, for what is too large by its own account.
    if size > limit { throw .tooLarge }
    // One byte more than the file has, so that the read that finds the end needs no growing.
    var capacity = max(size + 1, 1 << 14)
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    while true {
      if bytes.count > limit { throw .tooLarge }
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
        count = read(descriptor, into: UnsafeMutableRawBufferPointer(buffer))
        if count < 0 { failure = errno }
        initialized = max(count, 0)
      }
      if count < 0 { throw .system(failure) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if count == 0 || (size > 0 && bytes.count == size) { return bytes }
      capacity = 1 << 16
    }
  }

  private static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count < 0 && errno == EINTR { continue }
      return count
    }
  }
}
