import NewsFiles
import NewsModel

/// The files of a folder of content, found without following links to folders.
struct ContentWalk {
  /// What the paths are relative to, with a slash at its end.
  let prefix: String
  /// The paths of files, each folder's in the order of their names.
  private(set) var files: [String] = []
  /// What was not looked into.
  private(set) var refusals: [String] = []

  /// Deeper than any site's content.
  private static let depthLimit = 64

  /// Walks a folder.
  ///
  /// - Parameter leavingOut: folders that are content of their own.
  init(_ folder: String, leavingOut: [String], boundary: FileBoundary) throws(ConversionError) {
    prefix = folder + "/"
    var waiting: [(path: String, depth: Int)] = [("", 0)]
    while let (path, depth) = waiting.popLast() {
      let below = path.isEmpty ? "" : path + "/"
      let entries = try FileTree.entries(of: prefix + path).filter {
        $0.name.utf8.first != UInt8(ascii: ".")
      }
      // What lies beside a bundle's text belongs to it: texts too are no pages of their own.
      let isBundle = entries.contains { Self.isIndex($0.name) }
      for (name, kind) in entries {
        let file = below + name
        var known = kind
        if known == nil {
          if let refusal = boundary.refusal(of: prefix + file) {
            refusals.append("'\(prefix + file)' \(refusal.message)")
            continue
          }
          known = FileSystem.kind(of: prefix + file)
          if known == .folder { continue }
        }
        switch known {
        case .file where !isBundle || Self.isIndex(name): files.append(file)
        case .folder where !isBundle:
          guard depth < Self.depthLimit, !leavingOut.contains(prefix + file) else { continue }
          waiting.append((file, depth + 1))
        default: break
        }
      }
    }
  }

  /// `index.md`, `index.de.md`, `index.html`.
  private static func isIndex(_ name: String) -> Bool {
    guard name.hasPrefix("index.") else { return false }
    return ContentPlace.readExtensions.contains(FileSystem.pathExtension(of: name).lowercased())
  }
}
