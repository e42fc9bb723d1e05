/// The parts of a file's path, as bytes see it.
package struct FilePath {
  private let path: String

  /// Looks at a path.
  package init(_ path: String) { self.path = path }

  /// What stands after the last slash.
  package var name: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// What stands before the last slash; `.` where there is none.
  package var folder: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The extension of the name, lower-cased, without its dot.
  package var fileExtension: String? {
    let name = name
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex,
      name.index(after: dot) != name.endIndex
    else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The path without its extension.
  package var withoutExtension: String {
    guard let suffix = fileExtension else { return path }
    return String(decoding: path.utf8.dropLast(suffix.utf8.count + 1), as: UTF8.self)
  }
}
