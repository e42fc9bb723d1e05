import Liquid
import NewsModel
import NewsFiles

/// `site` as templates see it: settings at hand, everything else made when asked for.
final class SiteObject: LiquidObject {
  private let site: JekyllSite
  private let refusals: RefusalNotes

  init(site: JekyllSite, refusals: RefusalNotes) { (self.site, self.refusals) = (site, refusals) }

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
    if key == "data" { return .lazy(DataObject(site: site, refusals: refusals)) }
    let value = site.objects.value(of: key) { make(key) }
    let isOfFiles = Self.derived.contains(key) || site.configuration.collections.contains(key)
    if isOfFiles { refusals.note(site.fileRefusals) }
    return value
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
    case "tags": return index { $0.tags }
    case "categories": return index { $0.categories }
    case "documents":
      return .array(
        (["posts"] + site.configuration.collections).flatMap { documents(of: $0) + files(of: $0) })
    case "collections":
      return .array((["posts"] + site.configuration.collections).sorted().map(collection))
    case "static_files":
      return .array(
        site.staticFiles.map { Self.staticFile("/" + $0) }
          + site.configuration.collections.flatMap(files))
    case _ where site.configuration.collections.contains(key): return .array(documents(of: key))
    default: return site.configuration.values[key].map(value)
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

  private func value(_ value: MetadataValue) -> LiquidValue {
    LiquidValue(value, site.configuration.clock)
  }

  private func documents(of label: String) -> [LiquidValue] {
    site.documents(of: label).map { .lazy(PageObject($0, site)) }
  }

  /// A collection's files without front matter; their paths begin with its folder.
  private func files(of label: String) -> [LiquidValue] {
    site.staticFiles(of: label).map { Self.staticFile($0, collection: label) }
  }

  private func collection(_ label: String) -> LiquidValue {
    var map = LiquidMap(
      site.configuration.collection(label).entries.map { ($0.key, value($0.value)) })
    if map["output"] == nil { map["output"] = .bool(label == "posts") }
    map["label"] = .string(label)
    map["relative_directory"] = .string("_" + label)
    map["docs"] = .array(documents(of: label))
    map["files"] = .array(files(of: label))
    return .object(map)
  }

  private static func staticFile(_ path: String, collection: String? = nil) -> LiquidValue {
    let name = PostName(path)
    return .object(
      LiquidMap([
        ("path", .string(path)), ("name", .string(path.lastComponent)),
        ("basename", .string(String(path.lastComponent.dropLast(name.fileExtension.count)))),
        ("extname", .string(name.fileExtension)),
        ("collection", collection.map { .string($0) } ?? .null),
      ]))
  }
}

extension String {
  fileprivate var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}

/// `site.data` as templates see it: each file read when it is named.
final class DataObject: LiquidObject {
  private let site: JekyllSite
  private let refusals: RefusalNotes

  init(site: JekyllSite, refusals: RefusalNotes) { (self.site, self.refusals) = (site, refusals) }

  var keys: [String] {
    let keys = site.data.entries.map(\.key)
    refusals.note(site.dataRefusals(named: nil))
    return keys
  }

  subscript(key: String) -> LiquidValue? {
    let value = site.objects.value(of: "data." + key) {
      site.data(named: key).map { LiquidValue($0, site.configuration.clock) }
    }
    refusals.note(site.dataRefusals(named: key))
    return value
  }
}

/// What templates have asked of a site, each thing made once.
///
/// Reading a site goes on while others ask: two may make the same thing at once, and one of them is
/// kept.
final class LiquidObjects: Sendable {
  private let known = LockedValue(Known())

  private struct Known: Sendable {
    var values: [String: LiquidValue?] = [:]
  }

  /// The value of a key, made if it is the first time.
  func value(of key: String, make: () -> LiquidValue?) -> LiquidValue? {
    if let known = known.withLock({ $0.values[key] }) { return known }
    let value = make()
    known.withLock { $0.values[key] = .some(value) }
    return value
  }
}
