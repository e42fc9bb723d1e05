package import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder for the files of a program that takes no others; removed with all that is in it.
package final class TemporaryFolder {
  /// Where it is.
  package let path: String

  /// Makes one in the folder of temporary files (`TMPDIR`), for nobody else to read.
  ///
  /// - Throws: ``ConversionError`` (`cannotCreate`).
  package init() throws(ConversionError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array((folder + "/newsconv-XXXXXX").utf8CString)
    let isMade = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard isMade else {
      throw ConversionError(
        .cannotCreate,
        "no temporary folder can be created: \(systemMessage(errno)); name another folder in TMPDIR",
        file: folder)
    }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    Interruption.remember(folder: path)
  }

  deinit {
    Self.remove(path)
    Interruption.forget(folder: path)
  }

  static func remove(_ path: String) {
    // The folders in the order in which they are found, each before those in it.
    var folders = [path]
    var next = 0
    while next < folders.count {
      let folder = folders[next]
      next += 1
      for entry in FileSystem.entries(in: folder) {
        let path = folder + "/" + entry.name
        if entry.kind == .folder, !FileSystem.isLink(path) {
          folders.append(path)
        } else {
          unlink(path)
        }
      }
    }
    for folder in folders.reversed() { rmdir(folder) }
  }

  /// Writes a file, making the folders that it lies in.
  ///
  /// - Parameter name: its path within the folder, one that we made.
  /// - Throws: ``ConversionError`` (`cannotCreate`, `inputOutput`).
  package func write(_ bytes: [UInt8], to name: String) throws(ConversionError) {
    let target = path + "/" + name
    try FileTree.makeFolder(FileSystem.folder(of: target))
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw ConversionError(.cannotCreate, systemMessage(errno), file: target)
    }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        #if canImport(Glibc)
          Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
        #else
          Darwin.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw ConversionError(.inputOutput, systemMessage(errno), file: target)
      }
      written += count
    }
  }
}
