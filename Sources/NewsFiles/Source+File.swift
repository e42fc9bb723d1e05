internal import CFaults
public import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Source {
  /// Reads a file, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limits: how large it may be.
  /// - Throws: ``ConversionError``: `noInput` if it is not there, is a folder or may not be read,
  ///   `limitExceeded`, `inputOutput` if reading fails half-way.
  public init(file path: String, limits: Limits = .standard) throws(ConversionError) {
    let isStandardInput = path == "-"
    if isStandardInput {
      if FaultIsolation.hasLostStandardInput {
        throw ConversionError(
          .inputLost,
          "cannot be read again: it was read before another input made newsconv fail; run it once more without that one",
          file: path)
      }
      faults_use_standard_input()
    }
    let descriptor = isStandardInput ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ConversionError(.noInput, "cannot be read: \(systemMessage(errno))", file: path)
    }
    defer { if !isStandardInput { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw ConversionError(.noInput, "cannot be read: \(systemMessage(errno))", file: path)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw ConversionError(.noInput, "is a folder, not a file", file: path)
    }
    // One byte more than the file has, so that the read that finds the end needs no growing.
    var capacity = max(Int(status.st_size) + 1, 1 << 14)
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    while true {
      if bytes.count > limits.inputBytes {
        throw ConversionError(
          .limitExceeded, "is larger than the limit of \(limits.inputBytes) bytes", file: path)
      }
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
        count = Self.read(descriptor, into: UnsafeMutableRawBufferPointer(buffer))
        if count < 0 { failure = errno }
        initialized = max(count, 0)
      }
      if count < 0 {
        throw ConversionError(
          .inputOutput, "reading failed: \(systemMessage(failure))", file: path)
      }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if count == 0 || (status.st_size > 0 && bytes.count == Int(status.st_size)) { break }
      capacity = 1 << 16
    }
    self.init(bytes: bytes, path: isStandardInput ? nil : path)
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
