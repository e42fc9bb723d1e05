public import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Folders as a batch sees them.
public enum FileTree {
  /// Whether a path is a folder.
  public static func isFolder(_ path: String) -> Bool { FileSystem.kind(of: path) == .folder }

  /// Whether a path is a regular file.
  package static func isFile(_ path: String) -> Bool { FileSystem.kind(of: path) == .file }

  /// Whether there is something at a path: a file, a folder, a device.
  package static func exists(_ path: String) -> Bool { FileSystem.kind(of: path) != nil }

  /// What is in a folder, in the order of the names' bytes; the kind is `nil` for links.
  ///
  /// - Throws: ``ConversionError`` (`noInput`) if the folder cannot be read.
  package static func entries(
    of folder: String
  ) throws(ConversionError) -> [(name: String, kind: FileSystem.Kind?)] {
    guard access(folder, R_OK) == 0 else {
      throw ConversionError(.noInput, "cannot be read: \(systemMessage(errno))", file: folder)
    }
    return FileSystem.entries(in: folder)
  }

  /// Makes a folder and those above it.
  ///
  /// - Throws: ``ConversionError`` (`cannotCreate`).
  public static func makeFolder(_ path: String) throws(ConversionError) {
    if isFolder(path) || path.isEmpty { return }
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) else {
      throw ConversionError(
        .cannotCreate, "cannot be created: \(systemMessage(errno))", file: path)
    }
  }
}
