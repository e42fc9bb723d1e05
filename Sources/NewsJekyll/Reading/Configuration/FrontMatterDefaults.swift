import NewsFrontMatter
import NewsModel

/// The front matter that a site's configuration gives to files by their path and type.
struct FrontMatterDefaults: Sendable {
  /// One set: where it applies and what it says.
  private struct Scoped: Sendable {
    var path: String
    var type: String?
    var values: MetadataMap
  }

  private var sets: [Scoped] = []

  /// Reads `defaults` of a configuration; sets that are not mappings are left out.
  init(_ sets: [MetadataValue], collectionsFolder: String) {
    for case .map(let set) in sets {
      guard let values = set["values"]?.map else { continue }
      let scope = set["scope"]?.map ?? [:]
      var path = scope["path"]?.string ?? ""
      if path.hasPrefix("/") { path.removeFirst() }
      if !collectionsFolder.isEmpty, path.hasPrefix(collectionsFolder + "/") {
        path.removeFirst(collectionsFolder.count + 1)
      }
      var type = scope["type"]?.rubyText
      if let old = type, ["page", "post", "draft"].contains(old) { type = old + "s" }
      self.sets.append(Scoped(path: path, type: type, values: values))
    }
  }

  /// What applies to a file: the set with the longest path counts most, then one with a type,
  /// then the later one.
  ///
  /// - Parameters:
  ///   - path: relative to the source, or to the folder of collections.
  ///   - type: `posts`, `pages` or another collection's label.
  func values(path: String, type: String) -> MetadataMap {
    var result: MetadataMap = [:]
    var winner: Scoped?
    for set in sets where set.type == nil || set.type == type {
      guard set.path.isEmpty || Self.matches(set.path, path) else { continue }
      if let old = winner, !Self.overrules(set, old) {
        result = set.values.merged(with: result)
      } else {
        result = result.merged(with: set.values)
        winner = set
      }
    }
    return result
  }

  private static func overrules(_ new: Scoped, _ old: Scoped) -> Bool {
    if new.path.count != old.path.count { return new.path.count > old.path.count }
    return new.type != nil || old.type == nil
  }

  /// Whether a scope's path covers a file. A pattern covers what lies under anything it matches.
  private static func matches(_ scope: String, _ path: String) -> Bool {
    guard scope.contains("*") else { return path.hasPrefix(scope) }
    if Glob.matches(scope, path) { return true }
    // Jekyll expands the pattern to paths and takes files whose path begins with one of them.
    var end = path.utf8.endIndex
    while let slash = path.utf8[..<end].lastIndex(of: 0x2F) {
      if Glob.matches(scope, String(path[..<slash])) { return true }
      end = slash
    }
    return false
  }
}
