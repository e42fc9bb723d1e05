#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file found by its path, to be looked at before it is opened for reading.
///
/// On Linux it is only pointed at (`O_PATH`): nothing happens to a pipe or device, and what is
/// looked at is what is read, whatever becomes of the path meanwhile.
struct FoundFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private let status: stat

  enum Failure: Error {
    case missing
    case system(String)
  }

  /// Finds a file, links followed.
  init(_ path: String) throws(Failure) {
    #if os(Linux)
      // O_PATH's value is a macro that Swift does not import.
      let flags = 0o10_000_000 | O_CLOEXEC
    #else
      let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    #endif
    let descriptor = open(path, flags)
    guard descriptor >= 0 else {
      let number = errno
      let isMissing = number == ENOENT || number == ENOTDIR || number == ENAMETOOLONG
      throw isMissing ? .missing : .system(systemMessage(number))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let number = errno
      close(descriptor)
      throw .system(systemMessage(number))
    }
    (self.descriptor, self.path, self.status) = (descriptor, path, status)
  }

  deinit { close(descriptor) }

  var isRegular: Bool { status.st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }

  /// What it is, with its article.
  var kindInWords: String {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a named pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }

  /// Where it really is, all links resolved.
  var realPath: [UInt8]? {
    #if os(Linux)
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = buffer.withUnsafeMutableBytes { bytes in
        guard let start = bytes.baseAddress else { return 0 }
        return readlink(
          "/proc/self/fd/\(descriptor)", start.assumingMemoryBound(to: CChar.self), bytes.count)
      }
      if count > 0, count < buffer.count { return Array(buffer[..<count]) }
    #endif
    // Without /proc: the path's, if it still leads to this file.
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    var now = stat()
    guard stat(real, &now) == 0, now.st_dev == status.st_dev, now.st_ino == status.st_ino else {
      return nil
    }
    return Array(UnsafeRawBufferPointer(start: real, count: strlen(real)))
  }

  /// The bytes of a regular file.
  borrowing func read(limit: Int) -> FileBoundary.Outcome {
    #if os(Linux)
      var reading = open("/proc/self/fd/\(descriptor)", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      if reading < 0, errno == ENOENT || errno == ENOTDIR {
        // No /proc is there.
        reading = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        var now = stat()
        if reading >= 0,
          fstat(reading, &now) != 0 || now.st_dev != status.st_dev || now.st_ino != status.st_ino
        {
          close(reading)
          return .missing
        }
      }
    #else
      let reading = dup(descriptor)
    #endif
    guard reading >= 0 else { return .refused(.unreadable(systemMessage(errno))) }
    defer { close(reading) }
    do throws(FileBytes.Failure) {
      return .bytes(try FileBytes.read(reading, size: Int(status.st_size), limit: limit))
    } catch {
      switch error {
      case .tooLarge: return .refused(.tooLarge(limit: limit))
      case .system(let number): return .refused(.unreadable(systemMessage(number)))
      }
    }
  }
}
