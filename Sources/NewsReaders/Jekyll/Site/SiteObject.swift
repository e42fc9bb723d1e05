import Liquid
import NewsModel
import Synchronization

/// `site` as templates see it: settings at hand, everything else made when asked for.
final class SiteObject: LiquidObject {
  private let site: JekyllSite

  init(site: JekyllSite) { self.site = site }

  private static let derived = [
    "posts", "pages", "html_pages", "data", "tags", "categories", "collections", "documents",
    "static_files", "related_posts",
  ]

  var keys: [String] {
    let settings = site.configuration.values.entries.map(\.key)
    return settings
      + (Self.derived + site.configuration.collections).filter { !settings.contains($0) }
  }

  subscript(key: String) -> LiquidValue? {
    site.objects.value(of: key) { make(key) }
  }

  private func make(_ key: String) -> LiquidValue? {
    switch key {
    case "posts": return .array(site.posts.map { .lazy(PageObject($0, site)) })
    case "related_posts": return .array(site.posts.prefix(10).map { .lazy(PageObject($0, site)) })
    case "pages": return .array(site.pages.map { .lazy(PageObject($0, site)) })
    case "html_pages":
      return .array(
        site.pages.filter { $0.url.hasSuffix(".html") || $0.url.hasSuffix("/") }
          .map { .lazy(PageObject($0, site)) })
    case "data": return .lazy(DataObject(site: site))
    case "tags": return index { $0.tags }
    case "categories": return index { $0.categories }
    case "documents":
      let documents = (["posts"] + site.configuration.collections).flatMap(site.documents(of:))
      return .array(documents.map { .lazy(PageObject($0, site)) })
    case "collections":
      return .array((["posts"] + site.configuration.collections).map(collection))
    case "static_files": return .array(site.staticFiles.map(Self.staticFile))
    case _ where site.configuration.collections.contains(key):
      return .array(site.documents(of: key).map { .lazy(PageObject($0, site)) })
    default: return site.configuration.values[key].map { LiquidValue($0) }
    }
  }

  /// Posts by a word that they bear, the newest first; the words as the oldest posts bring them.
  private func index(_ words: (JekyllPage) -> [String]) -> LiquidValue {
    var map = LiquidMap()
    var posts: [(word: String, posts: [LiquidValue])] = []
    var places: [String: Int] = [:]
    for post in site.posts.reversed() {
      let object = LiquidValue.lazy(PageObject(post, site))
      for word in words(post) {
        if let place = places[word] {
          posts[place].posts.append(object)
        } else {
          places[word] = posts.count
          posts.append((word, [object]))
        }
      }
    }
    for entry in posts { map[entry.word] = .array(entry.posts.reversed()) }
    return .object(map)
  }

  private func collection(_ label: String) -> LiquidValue {
    var map = LiquidMap(
      site.configuration.collection(label).entries.map { ($0.key, LiquidValue($0.value)) })
    map["label"] = .string(label)
    map["relative_directory"] = .string("_" + label)
    map["docs"] = .array(site.documents(of: label).map { .lazy(PageObject($0, site)) })
    return .object(map)
  }

  private static func staticFile(_ path: String) -> LiquidValue {
    let name = PostName(path)
    return .object(
      LiquidMap([
        ("path", .string("/" + path)), ("name", .string(path.lastComponent)),
        ("basename", .string(String(path.lastComponent.dropLast(name.fileExtension.count)))),
        ("extname", .string(name.fileExtension)),
      ]))
  }
}

extension String {
  fileprivate var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}

/// `site.data` as templates see it: each file read when it is named.
final class DataObject: LiquidObject {
  private let site: JekyllSite

  init(site: JekyllSite) { self.site = site }

  var keys: [String] { site.data.entries.map(\.key) }

  subscript(key: String) -> LiquidValue? {
    site.objects.value(of: "data." + key) { site.data(named: key).map { LiquidValue($0) } }
  }
}

/// What templates have asked of a site, each thing made once.
///
/// Reading a site goes on while others ask: two may make the same thing at once, and one of them is
/// kept.
final class LiquidObjects: Sendable {
  private let made = Mutex<[String: LiquidValue?]>([:])

  /// The value of a key, made if it is the first time.
  func value(of key: String, make: () -> LiquidValue?) -> LiquidValue? {
    if let known = made.withLock({ $0[key] }) { return known }
    let value = make()
    made.withLock { $0[key] = .some(value) }
    return value
  }
}
