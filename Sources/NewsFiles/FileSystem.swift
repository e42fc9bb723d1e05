#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import NewsModel

/// The little that NewsKit needs of the file system besides reading and writing whole files,
/// without Foundation.
package enum FileSystem {
  /// What is at a path.
  package enum Kind {
    case file
    case folder
    case other
  }

  /// The bytes of a file, or `nil` if it cannot be read, is none or exceeds the limit.
  package static func bytes(of path: String, limit: Int = 64 << 20) -> [UInt8]? {
    guard kind(of: path) == .file else { return nil }
    var limits = Limits.standard
    limits.inputBytes = limit
    return try? Source(file: path, limits: limits).bytes
  }

  /// What is at a path, links followed.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Whether a path is a symbolic link.
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// A path with all links resolved; `nil` if nothing is there.
  package static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Removes a file; whether it was there and could be.
  @discardableResult
  package static func remove(_ path: String) -> Bool { unlink(path) == 0 }

  /// The names in a folder in the order of their bytes, without `.` and `..`.
  package static func names(in folder: String) -> [String] { entries(in: folder).map(\.name) }

  /// What is in a folder in the order of its names' bytes, without `.` and `..`; `nil` is the kind of
  /// what the folder itself does not tell, such as links.
  package static func entries(in folder: String) -> [(name: String, kind: Kind?)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, kind: Kind?)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let kind: Kind? =
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        default: nil
        }
      entries.append((name, kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// A path made absolute, with `.` and `..` resolved by name; links are left alone.
  package static func absolute(_ path: String) -> String {
    var full = path
    if !path.hasPrefix("/") {
      let folder = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
        getcwd(buffer.baseAddress, buffer.count).map { String(cString: $0) } ?? ""
      }
      full = folder + "/" + path
    }
    return normalized(full)
  }

  /// A path with `.`, `..` and doubled slashes resolved by name.
  package static func normalized(_ path: String) -> String {
    if isNormal(path) { return path }
    var parts: [Substring] = []
    for part in components(of: path) {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty || parts.last == ".." {
          if !path.hasPrefix("/") { parts.append(part) }
        } else {
          parts.removeLast()
        }
      default: parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether there is nothing to resolve in a path from the root, as in nearly all.
  private static func isNormal(_ path: String) -> Bool {
    guard path.utf8.first == 0x2F, path.utf8.count > 1 else { return false }
    /// The bytes of a name so far, and whether they are all dots.
    var (length, isDots) = (1, false)
    for byte in path.utf8 {
      if byte == 0x2F {
        // A doubled slash, or a name of one or two dots.
        if length == 0 || isDots && length <= 2 { return false }
        (length, isDots) = (0, true)
      } else {
        length += 1
        if byte != 0x2E { isDots = false }
      }
    }
    return length > 0 && !(isDots && length <= 2)
  }

  /// The names in a path, without empty ones.
  package static func components(of path: String) -> [Substring] {
    path.utf8.split(separator: 0x2F).map { Substring($0) }
  }

  /// The path without its last component.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastPlace(of: 0x2F) else { return "" }
    return slash == 0 ? "/" : path.bytes(0..<slash)
  }

  /// The last component of a path.
  package static func name(of path: String) -> String {
    guard let slash = path.lastPlace(of: 0x2F) else { return path }
    return path.bytes(slash + 1..<path.utf8.count)
  }

  /// The extension with its dot, as Ruby's `File.extname`: none for `.x` and `x.`.
  package static func pathExtension(of path: String) -> String {
    guard let dot = path.lastPlace(of: 0x2E), dot + 1 < path.utf8.count else { return "" }
    let start = path.lastPlace(of: 0x2F).map { $0 + 1 } ?? 0
    guard dot > start, !path.utf8.dropFirst(start).prefix(dot - start).allSatisfy({ $0 == 0x2E })
    else { return "" }
    return path.bytes(dot..<path.utf8.count)
  }

  /// Now, in seconds since 1970.
  package static var now: Int { time(nil) }
}
