internal import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where programs are.
package enum ProgramPath {
  /// Why a name stands for no program.
  package enum Failure: Error {
    case notFound
    /// There is such a file, but nobody may run it.
    case notExecutable(String)
  }

  /// The path of a program: a file by its path, a program on `PATH`, else a file of this name here.
  ///
  /// Not the other way round: a stranger's folder must not put its own in the place of a known one.
  package static func find(_ name: String) throws(Failure) -> String {
    if let path = onPath(name) { return path }
    if FileSystem.kind(of: name) == .file {
      if access(name, X_OK) == 0 { return name.contains("/") ? name : "./" + name }
      throw .notExecutable(name)
    }
    throw .notFound
  }

  /// The path of a program on `PATH`.
  package static func onPath(_ name: String) -> String? {
    if name.isEmpty || name.contains("/") { return nil }
    return folders.lazy.map { $0 + "/" + name }.first(where: isProgram)
  }

  /// The programs on `PATH` whose names begin with something, in alphabetical order.
  package static func named(_ prefix: String) -> [String] {
    var names: Set<String> = []
    for folder in folders {
      for name in FileSystem.names(in: folder)
      where name.hasPrefix(prefix) && isProgram(folder + "/" + name) { names.insert(name) }
    }
    return names.sorted()
  }

  private static func isProgram(_ path: String) -> Bool {
    access(path, X_OK) == 0 && FileSystem.kind(of: path) == .file
  }

  /// An empty folder name is this folder.
  private static var folders: [String] {
    guard let path = getenv("PATH") else { return ["/usr/local/bin", "/usr/bin", "/bin"] }
    return String(cString: path).split(separator: ":", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "." : String($0)
    }
  }
}
