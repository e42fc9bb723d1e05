import NewsFiles
import NewsModel
import Synchronization

extension JekyllSite {
  /// All posts that the site shows, the newest first: `site.posts`.
  ///
  /// Read when asked for, once.
  var posts: [JekyllPage] {
    if let known = cache.withLock({ $0.posts }) { return known }
    let posts = postFiles.compactMap(page(at:)).filter { isShown($0) }
      .sorted { CollectionOrder.precedes($1, $0) }
    cache.withLock { $0.posts = posts }
    return posts
  }

  /// The documents of a collection besides posts, in the order that its settings ask for.
  func documents(of label: String) -> [JekyllPage] {
    if label == "posts" { return posts.reversed() }
    if let known = cache.withLock({ $0.documents[label] }) { return known }
    let documents = files(of: label).compactMap(page(at:))
      .filter { $0.hasFrontMatter && $0.isPublished }
    let found = CollectionOrder(configuration.collection(label)).sorted(documents, folder: label)
    cache.withLock { $0.documents[label] = found }
    return found
  }

  /// The paths of a collection's files that have no front matter.
  func staticFiles(of label: String) -> [String] {
    files(of: label).filter { !(page(at: $0)?.hasFrontMatter ?? false) }
  }

  private func files(of label: String) -> [String] {
    if label == "posts" { return [] }
    let container = configuration.collectionsFolder
    let folder = (container.isEmpty ? "" : container + "/") + "_\(label)/"
    return files.filter { $0.hasPrefix(folder) }
  }

  /// The pages that belong to no collection: `site.pages`.
  var pages: [JekyllPage] {
    if let known = cache.withLock({ $0.sitePages }) { return known }
    let pages = files.filter { path in
      PagePlace(relativePath: path, configuration: configuration).kind == .page
        && mayHaveFrontMatter(path)
    }.compactMap(page(at:)).filter(\.hasFrontMatter)
    cache.withLock { $0.sitePages = pages }
    return pages
  }

  /// Whether a file is a post of the site by its place and name, whatever is in it.
  func isPost(_ place: PagePlace) -> Bool {
    exists && place.kind == .post && PostName.isPost(FileSystem.name(of: place.relativePath))
  }

  /// Whether a post is among those that the site shows.
  func isShown(_ page: JekyllPage) -> Bool {
    (page.isPublished || configuration.showsUnpublished)
      && (!isFuture(page) || configuration.showsFuture)
  }

  /// Whether a post's date is yet to come.
  func isFuture(_ page: JekyllPage) -> Bool {
    (page.date?.secondsSince1970 ?? 0) > FileSystem.now
  }

  private func mayHaveFrontMatter(_ path: String) -> Bool {
    let text: Set<String> = [".html", ".htm", ".xml", ".json", ".txt", ".css", ".scss", ".js"]
    let fileExtension = FileSystem.pathExtension(of: path).lowercased()
    return text.contains(fileExtension) || configuration.isMarkdown(extension: fileExtension)
  }
}
