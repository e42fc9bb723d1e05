public import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The bytes of a file that the user named, or of standard input, in portions.
public final class FileByteStream: ByteStream {
  /// Its descriptor.
  package let descriptor: Int32
  private let path: String
  /// The bytes of the first portion: a file of usual size comes as a whole.
  private var capacity: Int

  /// Opens a file; `-` is standard input. It may also be a pipe or a device.
  ///
  /// - Throws: ``ConversionError`` (`noInput`) if it is not there, is a folder or may not be read.
  public init(_ path: String) throws(ConversionError) {
    self.path = path
    descriptor =
      path == "-"
      ? dup(STDIN_FILENO)
      : DescriptorPath(path).map { dup($0.descriptor) } ?? open(path, O_RDONLY | O_CLOEXEC)
    capacity = Self.portion
    guard descriptor >= 0 else {
      throw ConversionError(.noInput, "cannot be read: \(systemMessage(errno))", file: path)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw ConversionError(.noInput, "cannot be read: \(systemMessage(errno))", file: path)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw ConversionError(.noInput, "is a folder, not a file", file: path)
    }
    try FaultIsolation.use(path, isRegular: status.st_mode & S_IFMT == S_IFREG)
    if status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 {
      capacity = min(Int(status.st_size), Self.largestPortion)
    }
  }

  deinit { close(descriptor) }

  private static let portion = 1 << 16
  private static let largestPortion = 1 << 20

  /// Whether there are bytes to be read, or the end, without waiting.
  package var hasMore: Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) != 0
  }

  /// The next bytes.
  public func next() throws(ConversionError) -> [UInt8]? {
    var count = 0
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
      repeat {
        #if canImport(Glibc)
          count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #else
          count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
        failure = errno
      } while count < 0 && failure == EINTR
      initialized = max(count, 0)
    }
    if count < 0 {
      throw ConversionError(.inputOutput, "reading failed: \(systemMessage(failure))", file: path)
    }
    return bytes.isEmpty ? nil : bytes
  }
}
