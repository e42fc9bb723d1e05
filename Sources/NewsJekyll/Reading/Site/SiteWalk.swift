import NewsFiles

/// Goes through the folders of a site, links followed as Jekyll follows them, but not out of the site
/// and not round in circles.
struct SiteWalk {
  /// A folder on the way.
  struct Folder {
    /// Relative to the source; empty for the source itself.
    var path: String
    /// Where the links that led here stand, by real paths.
    var links: [String] = []
  }

  /// What a folder holds.
  enum Entry {
    case file(path: String)
    case folder(Folder)
  }

  private let boundary: FileBoundary
  private let source: String
  /// Links to folders may multiply what there is: no more than so many are followed.
  private var linksLeft = 1000
  /// What was not looked at: sentences that begin with a path.
  private(set) var refusals: [String] = []

  init(_ site: JekyllSite) {
    boundary = site.boundary
    source = site.source
  }

  /// The files and folders in a folder, by name.
  mutating func entries(
    in folder: Folder, where isWanted: (_ name: String, _ path: String) -> Bool
  ) -> [(name: String, entry: Entry)] {
    var entries: [(name: String, entry: Entry)] = []
    for (name, kind) in FileSystem.entries(in: full(folder.path)) {
      let path = folder.path.isEmpty ? name : folder.path + "/" + name
      guard isWanted(name, path) else { continue }
      switch kind {
      case .file?: entries.append((name, .file(path: path)))
      case .folder?: entries.append((name, .folder(Folder(path: path, links: folder.links))))
      case .other?: break
      case nil:
        if let entry = linked(path, in: folder) { entries.append((name, entry)) }
      }
    }
    return entries
  }

  /// What a link leads to, if it may be followed.
  private mutating func linked(_ path: String, in folder: Folder) -> Entry? {
    if let refusal = boundary.refusal(of: full(path)) {
      refusals.append("'\(path)' \(refusal.message)")
      return nil
    }
    switch boundary.kind(of: full(path)) {
    case .file?: return .file(path: path)
    case .folder? where linksLeft > 0:
      guard FileSystem.isLink(full(path)) else {
        return .folder(Folder(path: path, links: folder.links))
      }
      guard let here = FileSystem.realPath(full(folder.path)),
        let target = FileSystem.realPath(full(path))
      else { return nil }
      linksLeft -= 1
      let links = folder.links + [here]
      // A link to a folder that the way here came through.
      if links.contains(where: { $0 == target || $0.hasPrefix(target + "/") }) { return nil }
      return .folder(Folder(path: path, links: links))
    default: return nil
    }
  }

  private func full(_ path: String) -> String { path.isEmpty ? source : source + "/" + path }
}
