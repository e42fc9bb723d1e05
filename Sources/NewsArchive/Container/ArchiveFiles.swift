package import NewsModel

/// The members of a ZIP archive as files of a folder, below a folder of it that holds them all.
package struct ArchiveFiles: InputFiles {
  /// The archive's path.
  package let place: String
  private let members: ArchiveMembers
  /// The folder within the archive that names are seen from, with its slash; empty for its root.
  private let root: String

  /// - Parameter root: with a slash at its end, or empty.
  package init(_ members: ArchiveMembers, place: String, root: String = "") {
    self.members = members
    self.root = root
    self.place = root.isEmpty ? place : place + "/" + root.dropLast()
  }

  package func names(in folder: String) -> [String] {
    let prefix = root + (folder.isEmpty ? "" : folder + "/")
    let names = members.names.filter {
      $0.hasPrefix(prefix) && !$0.utf8.dropFirst(prefix.utf8.count).contains(UInt8(ascii: "/"))
    }
    return names.map { String($0.dropFirst(root.count)) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func contains(_ name: String) -> Bool { members.contains(root + name) }

  package func bytes(of name: String, limits: Limits) throws(ConversionError) -> [UInt8]? {
    do throws(ConversionError) {
      return try members.bytes(of: root + name)
    } catch {
      var located = error
      located.file = path(of: name)
      throw located
    }
  }
}

extension ArchiveMembers {
  /// The folder that all files lie in, with its slash, as archives of a folder have it; empty where there
  /// is none. What file managers add does not count.
  package var commonFolder: String {
    let own = names.filter { !Self.isAdded($0) }
    guard let first = own.first, let slash = first.firstIndex(of: "/") else { return "" }
    let folder = String(first[...slash])
    return own.allSatisfy { $0.hasPrefix(folder) } ? folder : ""
  }

  /// Whether a file was put into an archive by a file manager: `__MACOSX/`, `.DS_Store`, hidden ones.
  package static func isAdded(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/")
      || name.split(separator: "/").contains { $0.utf8.first == UInt8(ascii: ".") }
  }
}
