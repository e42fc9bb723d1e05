#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Folders as a batch sees them.
public enum FileTree {
  /// Whether a path is a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files below a folder, sorted by their bytes; hidden ones and links to folders left out.
  ///
  /// - Throws: ``ConversionError`` (`noInput`) if the folder cannot be read.
  public static func files(below folder: String) throws(ConversionError) -> [String] {
    var found: [String] = []
    var waiting = [folder]
    while let folder = waiting.popLast() {
      guard let listing = opendir(folder) else {
        throw ConversionError(
          .noInput, "cannot be read: \(systemMessage(errno))", file: folder)
      }
      defer { closedir(listing) }
      while let entry = readdir(listing) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
          tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.utf8.first == UInt8(ascii: ".") { continue }
        let path = folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: waiting.append(path)
        case S_IFREG: found.append(path)
        case S_IFLNK where !isFolder(path): found.append(path)
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
