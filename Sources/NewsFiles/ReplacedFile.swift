internal import CXattr
internal import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that another takes the place of, and what of it stays.
struct ReplacedFile {
  private let path: String
  private let status: stat
  /// Whether the file itself is written, because another in its place would not be the same.
  var isWrittenInPlace: Bool

  init(path: String, status: stat) {
    (self.path, self.status) = (path, status)
    // Another name would keep the old text; an owner can only be given by root.
    isWrittenInPlace = status.st_nlink > 1 || status.st_uid != geteuid() && geteuid() != 0
  }

  /// Gives an open file the owner, access list and mode of this one, as far as the system allows.
  func hand(to descriptor: Int32) {
    var new = stat()
    if fstat(descriptor, &new) == 0, new.st_uid != status.st_uid || new.st_gid != status.st_gid {
      // A group that the user is no member of cannot be given: then nothing is given away.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
    }
    #if os(Linux)
      copyAttributes(to: descriptor)
    #endif
    // As the system does when a file is written: it runs for no other user any more.
    fchmod(descriptor, status.st_mode & 0o777)
  }

  #if os(Linux)
    /// Copies extended attributes: access lists are among them.
    private func copyAttributes(to descriptor: Int32) {
      let length = listxattr(path, nil, 0)
      guard length > 0 else { return }
      var names = [CChar](repeating: 0, count: length)
      guard listxattr(path, &names, names.count) == length else { return }
      for name in names.split(separator: 0) {
        let name = Array(name) + [0]
        var value = [UInt8](repeating: 0, count: max(0, getxattr(path, name, nil, 0)))
        guard getxattr(path, name, &value, value.count) == value.count else { continue }
        _ = fsetxattr(descriptor, name, value, value.count, 0)
      }
    }
  #endif

  /// Replaces the file's bytes by all of those of an open file.
  ///
  /// Room is made first, so that a full disk leaves the file as it was.
  func rewrite(from source: Int32) throws(ConversionError) {
    let target = open(path, O_WRONLY | O_CLOEXEC)
    guard target >= 0 else { throw failure(errno) }
    defer { close(target) }
    let size = lseek(source, 0, SEEK_END)
    guard size >= 0, lseek(source, 0, SEEK_SET) == 0 else { throw failure(errno) }
    #if os(Linux)
      if size > status.st_size {
        let number = posix_fallocate(target, 0, size)
        if number != 0, number != EINVAL, number != EOPNOTSUPP {
          ftruncate(target, status.st_size)
          throw failure(number)
        }
      }
    #endif
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno) }
      if count == 0 { break }
      var written = 0
      while written < count {
        let more = chunk.withUnsafeBytes {
          systemWrite(target, UnsafeRawBufferPointer(rebasing: $0[written..<count]))
        }
        guard more >= 0 else { throw failure(errno) }
        written += more
      }
    }
    guard ftruncate(target, size) == 0 else { throw failure(errno) }
  }

  private func failure(_ number: Int32) -> ConversionError {
    ConversionError(.inputOutput, "writing failed: \(systemMessage(number))", file: path)
  }
}
