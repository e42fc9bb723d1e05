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

  /// Whether there is something at a path: a file, a folder, a device.
  package static func exists(_ path: String) -> Bool { FileSystem.kind(of: path) != nil }

  /// The files below a folder, sorted by their bytes; hidden ones and links to folders left out.
  ///
  /// - Parameters:
  ///   - folder: where to look.
  ///   - expand: what to take of a folder within it instead of all; `nil` takes all.
  /// - Throws: ``ConversionError`` (`noInput`) if the folder cannot be read.
  public static func files(
    below folder: String,
    expanding expand: (String) throws(ConversionError) -> [String]? = {
      _ throws(ConversionError) in nil
    }
  ) throws(ConversionError) -> [String] {
    var found: [String] = []
    var waiting = [folder]
    while let folder = waiting.popLast() {
      guard access(folder, R_OK) == 0 else {
        throw ConversionError(
          .noInput, "cannot be read: \(systemMessage(errno))", file: folder)
      }
      for (name, kind) in FileSystem.entries(in: folder) where !name.utf8.starts(with: ".".utf8) {
        let path = folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
        switch kind ?? FileSystem.kind(of: path) {
        case .file: found.append(path)
        case .folder where kind == .folder || !FileSystem.isLink(path):
          if let files = try expand(path) { found += files } else { waiting.append(path) }
        default: break
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
