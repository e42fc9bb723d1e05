import NewsFiles

/// Where a file stands in its site, which decides what Jekyll makes of it.
struct PagePlace: Sendable, Hashable {
  /// What a file is.
  enum Kind: Sendable, Hashable {
    /// A file in a `_posts` folder, or one outside any site.
    case post
    /// A file in a `_drafts` folder.
    case draft
    /// A document of a collection, by its label.
    case document(String)
    /// Any other page.
    case page
  }

  /// What the file is.
  var kind: Kind
  /// Its path from the source folder, or from the folder of collections, without leading slash.
  var relativePath: String

  /// The label of the collection that the file belongs to; posts and drafts are both `posts`.
  var collection: String? {
    switch kind {
    case .post, .draft: "posts"
    case .document(let label): label
    case .page: nil
    }
  }

  /// What front matter defaults call the file.
  var type: String { collection ?? "pages" }

  /// Places a file by its path.
  init(relativePath: String, configuration: JekyllConfiguration) {
    var path = relativePath
    let container = configuration.collectionsFolder
    if !container.isEmpty, path.hasPrefix(container + "/") {
      path.removeFirst(container.count + 1)
    }
    self.relativePath = path
    let folders = FileSystem.components(of: path).dropLast()
    if folders.contains("_posts") {
      kind = .post
    } else if folders.contains("_drafts") {
      kind = .draft
    } else if let first = folders.first, first.hasPrefix("_"),
      configuration.collections.contains(String(first.dropFirst()))
    {
      kind = .document(String(first.dropFirst()))
    } else {
      kind = .page
    }
  }

  /// Places a file that belongs to no site: a post, whatever its name.
  init(outsideSite name: String) {
    kind = .post
    relativePath = "_posts/" + name
  }

  /// The folders above `_posts`, which Jekyll makes categories.
  var categories: [String] {
    let special: Substring
    switch kind {
    case .post: special = "_posts"
    case .draft: special = "_drafts"
    case .document, .page: return []
    }
    let folders = FileSystem.components(of: relativePath).dropLast()
    // Jekyll cuts at the first place where the word stands, even within a longer name; nearly always
    // it is the name, which is compared at once.
    return folders.prefix {
      !$0.utf8.contains(0x5F) || ($0 != special && !$0.contains(special))
    }.map(String.init)
  }

  /// The path within the collection without extension, as `:path` stands for it.
  var pathInCollection: String {
    var path = relativePath.utf8.dropLast(FileSystem.pathExtension(of: relativePath).utf8.count)
    if let collection, path.first == 0x5F, path.dropFirst().starts(with: collection.utf8) {
      path = path.dropFirst(collection.utf8.count + 1)
    }
    while path.last == 0x2E { path = path.dropLast() }
    let text = String(Substring(path))
    return path.first == 0x2F ? text : "/" + text
  }
}
