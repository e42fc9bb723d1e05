public import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Source {
  /// Reads a file that the user named, or standard input for `-`.
  ///
  /// It may also be a pipe or a device; what input names is opened by ``FileResourceLoader``.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limits: how large it may be.
  /// - Throws: ``ConversionError``: `noInput` if it is not there, is a folder or may not be read,
  ///   `limitExceeded`, `inputOutput` if reading fails half-way.
  public init(file path: String, limits: Limits = .standard) throws(ConversionError) {
    let isStandardInput = path == "-"
    // A descriptor named as a file may be a socket, which cannot be opened by a name.
    let descriptor =
      isStandardInput
      ? dup(STDIN_FILENO)
      : DescriptorPath(path).map { dup($0.descriptor) } ?? open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ConversionError(.noInput, "cannot be read: \(systemMessage(errno))", file: path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw ConversionError(.noInput, "cannot be read: \(systemMessage(errno))", file: path)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw ConversionError(.noInput, "is a folder, not a file", file: path)
    }
    try FaultIsolation.use(path, isRegular: status.st_mode & S_IFMT == S_IFREG)
    let bytes: [UInt8]
    do throws(FileBytes.Failure) {
      let isRegular = status.st_mode & S_IFMT == S_IFREG
      bytes = try FileBytes.read(
        descriptor, size: isRegular ? Int(status.st_size) : 0, limit: limits.inputBytes)
    } catch {
      switch error {
      case .tooLarge:
        throw ConversionError(
          .limitExceeded, "is larger than the limit of \(limits.inputBytes) bytes", file: path)
      case .system(let number):
        throw ConversionError(.inputOutput, "reading failed: \(systemMessage(number))", file: path)
      }
    }
    self.init(bytes: bytes, path: isStandardInput ? nil : path)
  }
}
