import NewsFiles
import NewsFrontMatter
import NewsModel

/// A site of Hugo or Zola: its configuration, and its pages as far as others ask for them.
final class HugoSite: Sendable {
  /// The root folder; empty where there is no site.
  let root: String
  let configuration: HugoConfiguration
  let boundary: FileBoundary
  var exists: Bool { !root.isEmpty }

  private let cache = LockedValue(Cache())

  private struct Cache: Sendable {
    var pages: [String: HugoPage?] = [:]
    var sections: [String: FrontMatterKeys?] = [:]
    /// The files of content, by name and by path, for `ref`; made when it is first asked for.
    var index: ContentIndex?
  }

  /// Opens a site.
  ///
  /// - Throws: ``ConversionError`` where its configuration cannot be read.
  init(root: String, isTrusted: Bool) throws(ConversionError) {
    self.root = FileSystem.absolute(root)
    boundary = FileBoundary(around: [root], isLifted: isTrusted)
    guard let configuration = try HugoConfiguration(root: self.root, boundary: boundary) else {
      throw ConversionError(
        .noInput, "has no hugo.toml, hugo.yaml, hugo.json or config.toml", file: root)
    }
    self.configuration = configuration
  }

  /// The surroundings of a page that belongs to no site.
  init() {
    root = ""
    configuration = HugoConfiguration()
    boundary = FileBoundary(around: [])
  }

  /// The root of the site that has a file among its content; `nil` if there is none.
  static func root(above path: String) -> String? {
    let path = FileSystem.absolute(path)
    var folder = FileSystem.folder(of: path)
    while folder != "/", !folder.isEmpty {
      let above = FileSystem.folder(of: folder)
      // Content lies in a folder of the site, not beside its configuration.
      if above != "/", HugoConfiguration.isSite(above) {
        guard let site = try? HugoSite(root: above, isTrusted: false) else { return above }
        return site.place(of: path) == nil ? nil : above
      }
      folder = above
    }
    return nil
  }

  /// Where a file lies within the site's content; `nil` if it lies elsewhere.
  func place(of path: String) -> ContentPlace? {
    guard exists else { return nil }
    let path = FileSystem.absolute(path)
    for folder in configuration.contentFolders {
      let prefix = root + "/" + folder.path + "/"
      if path.hasPrefix(prefix) {
        return place(String(path.dropFirst(prefix.count)), language: folder.language)
      }
    }
    return nil
  }

  private func place(_ path: String, language: String?) -> ContentPlace {
    ContentPlace(path, languages: Set(configuration.languages.keys), language: language)
  }

  /// The folders that paths from the site's root are looked for in.
  var pictureFolders: [String] {
    exists ? ["static", "assets", "content"].map { root + "/" + $0 } : []
  }

  // MARK: Content

  /// A file of content.
  struct File: Sendable, Hashable {
    /// The whole path.
    var path: String
    var place: ContentPlace
  }

  /// The files of pages, in the order of their paths, sections' own left out.
  func pages() throws(ConversionError) -> (files: [File], unread: Int, refusals: [String]) {
    var files: [File] = []
    var unread = 0
    var refusals: [String] = []
    for folder in configuration.contentFolders {
      // A setting names no folder outside either.
      if let refusal = boundary.refusal(of: root + "/" + folder.path) {
        refusals.append("the setting 'contentDir': '\(folder.path)' \(refusal.message)")
        continue
      }
      guard FileSystem.kind(of: root + "/" + folder.path) == .folder else { continue }
      let walk = try ContentWalk(
        root + "/" + folder.path,
        leavingOut: configuration.contentFolders.map { root + "/" + $0.path }
          .filter { $0 != root + "/" + folder.path }, boundary: boundary)
      for path in walk.files {
        let place = place(path, language: folder.language)
        if ContentPlace.otherExtensions.contains(place.fileExtension) {
          unread += 1
        } else if ContentPlace.readExtensions.contains(place.fileExtension), !place.isSection {
          files.append(File(path: walk.prefix + path, place: place))
        }
      }
      refusals += walk.refusals
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return (files, unread, refusals)
  }

  /// A page by its file, without its text; `nil` if it cannot be had.
  func page(_ file: File) -> HugoPage? {
    if let known = cache.withLock({ $0.pages[file.path] }) { return known }
    let page = boundary.read(file.path).bytes.flatMap { bytes in
      try? HugoPage(bytes: bytes, path: file.path, place: file.place, site: self)
    }
    cache.withLock { $0.pages[file.path] = .some(page) }
    return page
  }

  /// The page that a reference means, as `ref` and Zola's `@/` take it: a path from the content's
  /// root, one from the page's own folder, or the name of a file that only one has.
  func page(_ reference: String, from place: ContentPlace?, language: String?) -> HugoPage? {
    guard exists, let index = index() else { return nil }
    let wanted = language?.lowercased() ?? place?.language
    return index.file(reference, from: place, language: wanted).flatMap(page)
  }

  private func index() -> ContentIndex? {
    if let known = cache.withLock({ $0.index }) { return known }
    guard let files = try? pages().files else { return nil }
    let index = ContentIndex(files)
    cache.withLock { $0.index = index }
    return index
  }

  /// The front matter of a section's own file, if it has one.
  func section(_ folders: some Sequence<String>, of place: ContentPlace) -> FrontMatterKeys? {
    guard exists else { return nil }
    let content =
      configuration.contentFolders.first { $0.language == place.language }
      ?? configuration.contentFolders.last
    guard let content else { return nil }
    let folder = ([root, content.path] + folders).joined(separator: "/")
    let suffix = place.language.map { "." + $0 } ?? ""
    let key = folder + "|" + suffix
    if let known = cache.withLock({ $0.sections[key] }) { return known }
    var found: FrontMatterKeys?
    for name in ["_index\(suffix).md", "_index.md", "_index\(suffix).html", "_index.html"] {
      guard let bytes = boundary.read(folder + "/" + name).bytes else { continue }
      if case .found(let block) = FrontMatterBlock.search(bytes),
        let values = try? block.values(in: bytes, path: nil)
      {
        found = FrontMatterKeys(values)
      }
      break
    }
    cache.withLock { $0.sections[key] = .some(found) }
    return found
  }

  /// What sections above a page give to all pages below them, the nearest first.
  func cascade(above place: ContentPlace) -> [FrontMatterKeys] {
    var result: [FrontMatterKeys] = []
    for count in stride(from: min(place.sections.count, 32), through: 0, by: -1) {
      switch section(place.sections.prefix(count), of: place)?["cascade"] {
      case .map(let map): result.append(FrontMatterKeys(map))
      case .list(let list):
        // Those that choose pages are another matter.
        for case .map(let map) in list where map["_target"] == nil && map["target"] == nil {
          result.append(FrontMatterKeys(map))
        }
      default: break
      }
    }
    if case .map(let map)? = configuration.keys["cascade"] { result.append(FrontMatterKeys(map)) }
    return result
  }
}
