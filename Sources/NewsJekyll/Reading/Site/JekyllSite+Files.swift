import NewsFiles
import NewsModel
import Synchronization

extension JekyllSite {
  /// The paths of all files of the site that Jekyll reads, relative to the source, sorted by name
  /// folder by folder. Listed once.
  var files: [String] {
    if let known = cache.withLock({ $0.files }) { return known }
    guard exists else { return [] }
    var files: [String] = []
    var folders = [SiteWalk.Folder(path: "")]
    // Folders of collections begin with an underscore and are named by the configuration.
    let special = Set(["_posts", "_drafts"] + configuration.collections.map { "_" + $0 })
    var walk = SiteWalk(self)
    while let folder = folders.popLast() {
      var inner: [SiteWalk.Folder] = []
      let entries = walk.entries(in: folder) { name, path in
        special.contains(name) || !isLeftOut(path, name: name) || isIncluded(path, name: name)
      }
      for (_, entry) in entries {
        switch entry {
        case .folder(let folder): if folder.path != destination { inner.append(folder) }
        case .file(let path): files.append(path)
        }
      }
      folders += inner.reversed()
    }
    let (found, refusals) = (files, walk.refusals)
    cache.withLock {
      $0.files = found
      $0.fileRefusals = refusals
    }
    return found
  }

  /// What among the files was not looked at.
  var fileRefusals: [String] {
    _ = files
    return cache.withLock { $0.fileRefusals }
  }

  private var destination: String {
    let path = configuration.values["destination"]?.string ?? "_site"
    return FileSystem.normalized(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }

  private func isLeftOut(_ path: String, name: String) -> Bool {
    PostName.isSpecial(name) || configuration.exclude.contains { covers($0, path) }
  }

  private func isIncluded(_ path: String, name: String) -> Bool {
    configuration.include.contains { covers($0, path) || covers($0, name) }
  }

  /// Whether a pattern of `include` or `exclude` covers a path: by pattern or by beginning.
  private func covers(_ pattern: String, _ path: String) -> Bool {
    let pattern = pattern.hasPrefix("/") ? String(pattern.dropFirst()) : pattern
    guard !pattern.isEmpty else { return false }
    return path.hasPrefix(pattern) || Glob.matches(pattern, path, crossesSlashes: true)
      || pattern == path + "/"
  }

  /// The paths of all posts' files, whether they are shown or not.
  var postFiles: [String] {
    files.filter { path in
      guard PostName.isPost(FileSystem.name(of: path)) else { return false }
      return path.split(separator: "/").dropLast().contains("_posts")
    }
  }

  /// The paths of files that are neither posts nor pages nor documents.
  var staticFiles: [String] {
    files.filter { path in
      guard PagePlace(relativePath: path, configuration: configuration).kind == .page else {
        return false
      }
      return !(page(at: path)?.hasFrontMatter ?? false)
    }
  }

  /// The paths of all drafts' files.
  var draftFiles: [String] {
    files.filter { $0.split(separator: "/").dropLast().contains("_drafts") }
  }

  /// The file of a post by what `post_url` calls it: its name without extension, perhaps with
  /// folders before it.
  ///
  /// Looked for in the usual place first, so that no folder is listed for it.
  func postFile(named name: String) -> String? {
    guard exists else { return nil }
    let container =
      configuration.collectionsFolder.isEmpty ? "" : configuration.collectionsFolder + "/"
    for fileExtension in ["md", "markdown", "html"] {
      let path = "\(container)_posts/\(name).\(fileExtension)"
      if boundary.kind(of: source + "/" + path) == .file { return path }
    }
    let wanted = PostName(name + ".md")
    let folders = name.split(separator: "/").dropLast().joined(separator: "/")
    return postFiles.first { path in
      guard
        PostName(path).date.map({ [$0.year, $0.month, $0.day] })
          == wanted.date.map({ [$0.year, $0.month, $0.day] }),
        PostName(path).slug == wanted.slug
      else { return false }
      // Folders are those below `_posts`, or those above it: `news/_posts`.
      let folder = FileSystem.folder(of: path)
      return folders.isEmpty || folder.hasSuffix(folders) || folder == "\(folders)/_posts"
        || folder.hasSuffix("/\(folders)/_posts")
    }
  }
}
