/// The parts of a file's path, as bytes see it.
package struct FilePath {
  private let path: String

  /// Looks at a path.
  package init(_ path: String) { self.path = path }

  /// What stands after the last slash.
  package var name: String {
    FileSystem.name(of: path)
  }

  /// What stands before the last slash; `.` where there is none.
  package var folder: String {
    guard let slash = path.lastPlace(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : path.bytes(0..<slash)
  }

  /// The extension of the name, lower-cased, without its dot.
  package var fileExtension: String? {
    guard let dot = path.lastPlace(of: UInt8(ascii: ".")), dot + 1 < path.utf8.count,
      dot > path.lastPlace(of: UInt8(ascii: "/")).map({ $0 + 1 }) ?? 0
    else { return nil }
    return path.bytes(dot + 1..<path.utf8.count).lowercased()
  }

  /// What stands after the last full stop, whatever that is.
  package var lastPart: String {
    path.bytes((path.lastPlace(of: UInt8(ascii: ".")).map { $0 + 1 } ?? 0)..<path.utf8.count)
  }

  /// The path without its extension.
  package var withoutExtension: String {
    guard let suffix = fileExtension else { return path }
    return String(decoding: path.utf8.dropLast(suffix.utf8.count + 1), as: UTF8.self)
  }
}
