import NewsFiles
import NewsFrontMatter
import NewsModel
import NewsText

/// What a post's data say of the article: Jekyll's own keys and those that themes and plugins
/// have made customary.
///
/// A key that goes into a field of the model is not repeated in `extra`; every other key is kept
/// there with its type, also one that only in part says what a field holds.
struct PostMetadata {
  private let page: JekyllPage
  private let site: JekyllSite
  /// The lengths of the page's keys, a bit each: of the many keys asked for most are of none.
  private let lengths: UInt64
  private var used = ["title", "date", "slug", "categories", "tags", "ext", "draft"]
  private(set) var metadata = Metadata()
  /// Whether the authors are the site's, since the page names none.
  private(set) var hasSiteAuthors = false

  /// Reads the metadata of a page.
  ///
  /// - Parameter language: what to assume where the post and its path name none.
  init(of page: JekyllPage, site: JekyllSite, language: String?) {
    self.page = page
    self.site = site
    var lengths: UInt64 = 0
    for entry in page.data.entries { lengths |= Self.lengthBit(entry.key) }
    for entry in page.ownData.entries { lengths |= Self.lengthBit(entry.key) }
    self.lengths = lengths
    read(language: language)
  }

  private static func lengthBit(_ key: String) -> UInt64 { 1 << UInt64(key.utf8.count & 63) }

  private func value(_ key: String) -> MetadataValue? {
    lengths & Self.lengthBit(key) == 0 ? nil : page.data[key]
  }

  private func ownValue(_ key: String) -> MetadataValue? {
    lengths & Self.lengthBit(key) == 0 ? nil : page.ownData[key]
  }

  private var configuration: MetadataMap { site.configuration.values }

  private mutating func read(language: String?) {
    metadata.title = page.title
    metadata.published = page.date
    metadata.categories = page.categories
    metadata.tags = page.tags
    metadata.slug = page.slug.isEmpty ? nil : page.slug
    // Outside a site an address is known only where the post itself gives it.
    let isKnown = site.exists || ownValue("permalink") != nil
    metadata.url = isKnown && !page.url.isEmpty ? page.url : nil
    if value("category") != nil, value("categories") != nil { used.append("category") }
    if value("tag")?.isTruthy == true { used.append("tag") }

    metadata.alternativeTitle = text([
      "subtitle", "alternative_title", "alternativeHeadline", "deck",
    ])
    metadata.byline = text(["byline"])
    metadata.dateline = text(["dateline"])
    metadata.section = text(["section"])
    metadata.editor = text(["editor"])
    metadata.rights = text(["rights", "copyright", "license", "licence"])
    metadata.canonicalURL = text(["canonical_url", "canonical", "original_url", "source_url"])
    metadata.summary = text(["excerpt", "description", "summary", "abstract"])
    metadata.modified = modified()
    metadata.direction = text(["dir", "direction"]).flatMap {
      TextDirection(rawValue: $0.lowercased())
    }
    readAuthors()
    readImage()
    readOrganizations()
    metadata.language = self.language(assumed: language)

    // What Jekyll derives is not repeated; what the front matter declares stays in its order.
    var extra: [MetadataMap.Entry] = page.ownData.entries.filter { !used.contains($0.key) }
    extra += page.data.entries.filter {
      page.ownData[$0.key] == nil && !used.contains($0.key)
    }
    metadata.extra = MetadataMap(uniqueEntries: extra)
  }

  /// The first of some keys that has text; it counts as used.
  private mutating func text(_ keys: [String]) -> String? {
    for key in keys {
      let value = value(key)
      switch value {
      case .string(let text):
        let trimmed = Self.trimmed(text)
        if trimmed.isEmpty { continue }
        used.append(key)
        return trimmed
      case .integer?, .number?: return value?.rubyText
      default: continue
      }
    }
    return nil
  }

  private mutating func modified() -> Timestamp? {
    let clock = site.configuration.clock
    for key in [
      "last_modified_at", "last-modified-at", "modified", "modified_date", "last_modified",
      "updated", "updated_at", "date_modified", "lastmod",
    ] {
      guard let value = value(key)?.nonNull, let moment = clock.moment(of: value) else {
        continue
      }
      used.append(key)
      return moment
    }
    return nil
  }

  /// The language that the post names, else its folder, else the one to assume, else the site's.
  private mutating func language(assumed: String?) -> String? {
    for key in ["lang", "language", "locale"] {
      if let tag = value(key)?.string.flatMap(LanguageName.tag) {
        used.append(key)
        return tag
      }
    }
    for folder in FileSystem.components(of: page.place.relativePath).dropLast() {
      if let tag = LanguageName.folder(folder) { return tag }
    }
    if let assumed { return assumed }
    for key in ["lang", "language", "locale"] {
      if let tag = configuration[key]?.string.flatMap(LanguageName.tag) { return tag }
    }
    return nil
  }

  // MARK: - Authors

  private mutating func readAuthors() {
    for key in ["author", "authors"] {
      guard let value = value(key)?.nonNull else { continue }
      let (people, isWhole) = people(in: value)
      guard !people.isEmpty else { continue }
      metadata.authors = people
      if isWhole { used.append(key) }
      return
    }
    // A theme's default for the whole site, as jekyll-seo-tag prints it.
    if let author = configuration["author"]?.nonNull {
      metadata.authors = people(in: author).people
      hasSiteAuthors = !metadata.authors.isEmpty
    }
  }

  /// The people of a string, a mapping, a key into `_data/authors`, or a list of such; and whether
  /// their names and addresses are all that is declared.
  private func people(in value: MetadataValue) -> (people: [Person], isWhole: Bool) {
    switch value {
    case .string(let text):
      let name = Self.trimmed(text)
      guard !name.isEmpty else { return ([], true) }
      if !name.contains(" "), let known = site.data(named: "authors")?.map?[name]?.map,
        let person = person(in: known)
      {
        // The key itself is not the name: kept.
        return ([person], false)
      }
      return ([Person(name: name)], true)
    case .list(let list):
      let all = list.map(people(in:))
      return (all.flatMap(\.people), all.allSatisfy(\.isWhole))
    case .map(let map):
      let keys = Set(map.entries.map(\.key))
      return (person(in: map).map { [$0] } ?? [], keys.isSubset(of: ["name", "url"]))
    default: return ([], false)
    }
  }

  private func person(in map: MetadataMap) -> Person? {
    func first(_ keys: [String]) -> String? {
      keys.lazy.compactMap { map[$0]?.string.map(Self.trimmed) }.first { !$0.isEmpty }
    }
    guard let name = first(["name", "display_name", "full_name", "username", "twitter"]) else {
      return nil
    }
    return Person(name: name, url: first(["url", "uri", "web", "website", "site", "link", "home"]))
  }

  // MARK: - Pictures

  /// The picture that the post itself names; one from the site's defaults stands for the site.
  private mutating func readImage() {
    for key in [
      "image", "img", "cover", "cover_image", "cover-img", "featured_image", "featured-image",
      "feature_image", "feature-image", "featuredImage", "thumbnail", "thumb", "header",
      "og_image", "teaser", "banner", "hero",
    ] {
      guard let value = ownValue(key)?.nonNull else { continue }
      switch value {
      case .string(let value):
        let source = Self.trimmed(value)
        guard Self.isPicture(source) || key == "image" && !source.isEmpty else { continue }
        used.append(key)
        metadata.leadImage = LeadImage(
          source: source, alternative: text(["image_alt", "image-alt", "alt"]),
          caption: text(["image_caption", "image-caption", "caption", "image_credit"]))
        return
      case .map(let map):
        let names = [
          "path", "src", "url", "image", "feature", "overlay_image", "teaser", "og_image",
        ]
        guard
          let source = names.lazy.compactMap({ map[$0]?.string }).first(where: { !$0.isEmpty })
        else { continue }
        metadata.leadImage = LeadImage(
          source: source, alternative: map["alt"]?.string,
          caption: map["caption"]?.string ?? map["credit"]?.string)
        return
      default: continue
      }
    }
  }

  private static func isPicture(_ text: String) -> Bool {
    guard !text.isEmpty, !text.contains(" ") || text.contains("/") else { return false }
    return text.contains("/") || text.contains(".")
  }

  // MARK: - Publisher and source

  private mutating func readOrganizations() {
    metadata.publisher = organization("publisher")
    metadata.source = organization("source")
    if metadata.publisher == nil,
      let name = configuration["title"]?.nonNull ?? configuration["name"]?.nonNull
    {
      let url = configuration["url"]?.string.map { $0 + (configuration["baseurl"]?.string ?? "") }
      metadata.publisher = Organization(
        name: name.rubyText, url: url.flatMap { $0.isEmpty ? nil : $0 })
    }
  }

  private mutating func organization(_ key: String) -> Organization? {
    switch value(key) {
    case .string(let text):
      let name = Self.trimmed(text)
      guard !name.isEmpty else { return nil }
      used.append(key)
      if name.hasPrefix("http://") || name.hasPrefix("https://") {
        let host = name.split(separator: "/").dropFirst().first.map(String.init) ?? name
        metadata.canonicalURL = metadata.canonicalURL ?? (key == "source" ? name : nil)
        return Organization(name: host, url: name)
      }
      return Organization(name: name)
    case .map(let map):
      guard let name = (map["name"] ?? map["title"])?.string, !name.isEmpty else { return nil }
      if Set(map.entries.map(\.key)).isSubset(of: ["name", "title", "url"]) { used.append(key) }
      return Organization(name: name, url: map["url"]?.string)
    default: return nil
    }
  }

  private static func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    while let last = bytes.last, FrontMatter.isBlank(last) { bytes.removeLast() }
    while let first = bytes.first, FrontMatter.isBlank(first) { bytes.removeFirst() }
    return bytes.count == text.utf8.count ? text : String(decoding: bytes, as: UTF8.self)
  }
}
