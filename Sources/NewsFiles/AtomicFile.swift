public import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that appears whole or not at all.
///
/// Bytes go to a file without a name (`O_TMPFILE`) in the target's folder, which the system
/// forgets however the process ends; ``commit()`` gives it the target's name. Where the file
/// system has no such files, a hidden temporary file stands in, removed on failure and on SIGHUP,
/// SIGINT and SIGTERM.
///
/// A target that exists keeps its mode, owner and access list. A symbolic link stays, and what it
/// leads to is written, there or not, as a shell's redirection does. What cannot be replaced without
/// changing what it is (a file of several names, of another owner, in a folder that may not be
/// written) is written in place when all is there. A device, a pipe or an open file of the process
/// (`/dev/stdout`) gets its bytes at the end, too.
public final class AtomicFile: ByteSink {
  private let path: String
  private var descriptor: Int32
  private var temporaryPath: String?
  private var buffer: [UInt8] = []
  /// A device or pipe is written to as it stands: there is nothing to replace.
  private var isDevice = false
  private var existing: ReplacedFile?

  /// How many bytes were written.
  package private(set) var count = 0

  private static let bufferedBytes = 1 << 16

  /// Opens a file to be written; nothing is seen of it before ``commit()``.
  ///
  /// - Throws: ``ConversionError`` (`cannotCreate`) if the folder is not there or not writable.
  public init(path: String) throws(ConversionError) {
    func failure(_ word: String, _ number: Int32 = errno) -> ConversionError {
      ConversionError(.cannotCreate, "cannot be \(word): \(systemMessage(number))", file: path)
    }
    if let open = DescriptorPath(path) {
      self.path = path
      descriptor = dup(open.descriptor)
      isDevice = true
      if descriptor < 0 { throw failure("written") }
      return
    }
    guard let target = SymbolicLink.target(of: path) else { throw failure("written", ELOOP) }
    self.path = target
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw ConversionError(.cannotCreate, "cannot be created: is a folder", file: path)
    }
    // A target that may not be written must not be replaced by way of its folder.
    if exists, access(target, W_OK) != 0 { throw failure("written") }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(target, O_WRONLY | O_NOCTTY | O_CLOEXEC)
      isDevice = true
      if descriptor < 0 { throw failure("written") }
      return
    }
    if exists { existing = ReplacedFile(path: target, status: status) }
    let folder = FilePath(target).folder
    descriptor = Self.openUnnamed(in: folder)
    if descriptor >= 0 { return }
    if let (opened, name) = Self.openHidden(in: folder) {
      descriptor = opened
      temporaryPath = name
      return
    }
    let reason = failure("created")
    // The file may be written although its folder may not.
    if exists {
      descriptor = Self.openUnnamed(in: getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")
      existing?.isWrittenInPlace = true
      if descriptor >= 0 { return }
    }
    throw reason
  }

  deinit { discard() }

  /// Appends bytes.
  public func write(_ bytes: [UInt8]) throws(ConversionError) {
    count += bytes.count
    if isDevice || buffer.count + bytes.count <= Self.bufferedBytes {
      buffer += bytes
    } else {
      try flush()
      if bytes.count < Self.bufferedBytes { buffer += bytes } else { try put(bytes) }
    }
  }

  /// Gives the file its name, replacing what had it.
  ///
  /// - Throws: ``ConversionError`` (`inputOutput`, `cannotCreate`); then nothing has changed.
  public func commit() throws(ConversionError) {
    try flush()
    do throws(ConversionError) {
      if isDevice {
        // Written already.
      } else if let existing, existing.isWrittenInPlace {
        try existing.rewrite(from: descriptor)
        discardName()
      } else if let temporaryPath {
        existing?.hand(to: descriptor)
        guard rename(temporaryPath, path) == 0 else { throw cannotName() }
        Interruption.forget(temporaryPath)
        self.temporaryPath = nil
      } else {
        existing?.hand(to: descriptor)
        try nameUnnamed()
      }
    } catch {
      discard()
      throw error
    }
    guard close(descriptor) == 0 else {
      descriptor = -1
      throw writingFailed()
    }
    descriptor = -1
  }

  private func nameUnnamed() throws(ConversionError) {
    #if os(Linux)
      let unnamed = "/proc/self/fd/\(descriptor)"
      if linkat(AT_FDCWD, unnamed, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 { return }
      guard errno == EEXIST else { throw cannotName() }
      // A name in use cannot be linked over: link beside it and rename.
      for attempt in 0..<100 {
        let beside = Self.hiddenName(in: FilePath(path).folder, attempt)
        Interruption.remember(beside)
        if linkat(AT_FDCWD, unnamed, AT_FDCWD, beside, AT_SYMLINK_FOLLOW) == 0 {
          let renamed = rename(beside, path)
          let failure = cannotName()
          if renamed != 0 { unlink(beside) }
          Interruption.forget(beside)
          if renamed != 0 { throw failure }
          return
        }
        Interruption.forget(beside)
        guard errno == EEXIST else { throw cannotName() }
      }
      throw cannotName()
    #endif
  }

  private func flush() throws(ConversionError) {
    guard !buffer.isEmpty else { return }
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    try put(bytes)
  }

  private func put(_ bytes: [UInt8]) throws(ConversionError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: raw[written...]))
      }
      guard count >= 0 else {
        let failure = writingFailed()
        discard()
        throw failure
      }
      written += count
    }
  }

  private func discard() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    discardName()
  }

  private func discardName() {
    if let temporaryPath {
      unlink(temporaryPath)
      Interruption.forget(temporaryPath)
    }
    temporaryPath = nil
  }

  private func cannotName() -> ConversionError {
    ConversionError(.cannotCreate, "cannot be created: \(systemMessage(errno))", file: path)
  }

  private func writingFailed() -> ConversionError {
    ConversionError(.inputOutput, "writing failed: \(systemMessage(errno))", file: path)
  }

  private static func openUnnamed(in folder: String) -> Int32 {
    #if os(Linux)
      // O_TMPFILE's value (with O_DIRECTORY's bit) is a macro that Swift does not import.
      return open(folder, O_RDWR | O_CLOEXEC | 0o20_200_000, 0o666)
    #else
      return -1
    #endif
  }

  private static func openHidden(in folder: String) -> (descriptor: Int32, path: String)? {
    for attempt in 0..<100 {
      let name = hiddenName(in: folder, attempt)
      Interruption.remember(name)
      let descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, name) }
      Interruption.forget(name)
      if errno != EEXIST { return nil }
    }
    return nil
  }

  private static func hiddenName(in folder: String, _ attempt: Int) -> String {
    folder + "/.newsconv-\(getpid())-\(attempt)"
  }
}

/// `write(2)`, again where a signal came between.
package func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  while true {
    #if canImport(Glibc)
      let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      let count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
    if count < 0 && errno == EINTR { continue }
    return count
  }
}
