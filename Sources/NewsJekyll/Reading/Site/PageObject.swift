import Liquid
import NewsFiles
import NewsFrontMatter
import NewsModel
import Synchronization

/// A page or post as templates see it: `page`, and what loops over `site.posts` give.
final class PageObject: LiquidObject {
  private let page: JekyllPage
  private let site: JekyllSite
  private let made = LiquidObjects()

  init(_ page: JekyllPage, _ site: JekyllSite) {
    self.page = page
    self.site = site
  }

  var keys: [String] {
    var keys = page.data.entries.map(\.key)
    for key in ["url", "path", "relative_path", "id", "collection", "content", "excerpt", "name"]
    where page.data[key] == nil && self[key] != nil {
      keys.append(key)
    }
    return keys
  }

  subscript(key: String) -> LiquidValue? {
    switch key {
    case "url": return .string(page.url)
    case "path", "relative_path": return .string(page.place.relativePath)
    case "collection": return page.place.collection.map { .string($0) }
    case "id":
      guard page.place.collection != nil else { return nil }
      let folder = page.url.utf8.lastIndex(of: 0x2F).map { String(page.url[..<$0]) } ?? ""
      let last = page.url.hasSuffix("/") ? FileSystem.folder(of: folder) : folder
      return .string((last == "/" ? "" : last) + "/" + page.slug)
    case "content", "output": return .string(String(decoding: page.body, as: UTF8.self))
    case "name":
      return page.data["name"].map { value($0) }
        ?? .string(FileSystem.name(of: page.place.relativePath))
    case "dir":
      guard page.place.collection == nil else { return page.data["dir"].map { value($0) } }
      return .string(page.url.hasSuffix("/") ? page.url : FileSystem.folder(of: page.url))
    case "excerpt":
      // One excerpt may ask for others, its own among them: those are without their Liquid.
      let isInner = Self.isInExcerpt
      return made.value(of: isInner ? "excerpt within another" : key) {
        Self.$isInExcerpt.withValue(true) { excerpt(withLiquid: !isInner) }
      }
    case "next": return made.value(of: key) { neighbour(-1) }
    case "previous": return made.value(of: key) { neighbour(1) }
    default: return made.value(of: key) { page.data[key].map { value($0) } }
    }
  }

  private func value(_ value: MetadataValue) -> LiquidValue {
    LiquidValue(value, site.configuration.clock)
  }

  /// The post a few places on in the list of the newest first.
  private func neighbour(_ offset: Int) -> LiquidValue? {
    guard page.place.collection == "posts" else { return nil }
    let posts = site.posts
    guard
      let place = posts.firstIndex(where: { $0.place.relativePath == page.place.relativePath }),
      posts.indices.contains(place + offset)
    else { return nil }
    return .lazy(PageObject(posts[place + offset], site))
  }

  /// Whether an excerpt is being made.
  @TaskLocal private static var isInExcerpt = false

  /// A page may ask for the excerpts of all posts: none may take long.
  private static let excerptLimits: LiquidLimits = {
    var limits = LiquidLimits()
    limits.steps = 1_000_000
    limits.outputBytes = 1 << 20
    return limits
  }()

  private func excerpt(withLiquid: Bool) -> LiquidValue? {
    if let own = page.data["excerpt"], own.isTruthy { return value(own) }
    let separator = page.excerptSeparator(site.configuration)
    guard page.place.collection != nil,
      let source = Excerpt.source(of: page.body, separator: separator)
    else { return nil }
    let isMarkdown = site.configuration.isMarkdown(extension: page.fileExtension)
    var text = source.text
    if withLiquid, page.data["render_with_liquid"] != .bool(false) {
      text =
        JekyllLiquid(site: site, limits: Self.excerptLimits).render(
          text, page: self, path: page.place.relativePath, isMarkdown: isMarkdown
        ).output
    }
    let html = isMarkdown ? site.html(ofMarkdown: text) : text
    return .string(String(decoding: html, as: UTF8.self))
  }
}
