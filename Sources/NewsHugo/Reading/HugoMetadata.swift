import NewsModel
import NewsText

/// What a page's front matter and place say of the article, under the names that Hugo, Zola and
/// their themes have made customary.
///
/// A key that goes into a field of the model is not repeated in `extra`; every other is kept there,
/// those of `params` and Zola's `extra` among them.
struct HugoMetadata {
  private let page: HugoPage
  private let site: HugoSite
  /// The page's own keys, then those below `params` or `extra`, then what sections give it.
  private let sources: [FrontMatterKeys]
  private var used: Set<String> = [
    "title", "date", "publishdate", "pubdate", "slug", "url", "path", "params", "extra",
  ]
  private var metadata = Metadata()

  /// Reads the metadata of a page.
  static func metadata(of page: HugoPage, in site: HugoSite) -> Metadata {
    var reading = HugoMetadata(page, site)
    reading.read()
    return reading.metadata
  }

  private init(_ page: HugoPage, _ site: HugoSite) {
    self.page = page
    self.site = site
    var sources = [page.keys]
    if let own = page.keys.map("params") { sources.append(own) }
    if let own = page.keys.map("extra") { sources.append(own) }
    for keys in page.inherited {
      sources.append(keys)
      if let more = keys.map("params") ?? keys.map("extra") { sources.append(more) }
    }
    self.sources = sources
  }

  private func value(_ key: String) -> MetadataValue? {
    for keys in sources { if let value = keys[key] { return value } }
    return nil
  }

  /// The first of some keys that has text; it counts as used.
  private mutating func text(_ names: String...) -> String? {
    for name in names {
      guard let value = value(name) else { continue }
      if case .timestamp = value { continue }
      if let text = value.words {
        used.insert(name)
        return text
      }
    }
    return nil
  }

  private mutating func read() {
    metadata.title = page.keys.text("title")
    metadata.published = page.date
    metadata.modified = page.modified
    if page.modified != nil {
      for name in ["lastmod", "modified", "updated", "last_modified_at", "lastmodified"]
      where page.keys[name].flatMap(HugoDate.timestamp) == page.modified { used.insert(name) }
    }
    if let other = page.publishDate, other != page.date { used.remove("publishdate") }
    metadata.slug = page.slug.isEmpty ? nil : page.slug
    let declaresAddress = page.keys["url"] != nil || page.keys["path"] != nil
    if site.exists || declaresAddress {
      if page.url.contains("://") {
        metadata.canonicalURL = page.url
      } else {
        metadata.url = page.url
      }
    }
    metadata.alternativeTitle = text("subtitle", "subheadline", "deck", "alternativetitle")
    metadata.byline = text("byline")
    metadata.dateline = text("dateline")
    metadata.editor = text("editor")
    metadata.rights = text("rights", "copyright", "license", "licence")
    metadata.canonicalURL =
      metadata.canonicalURL
      ?? text("canonicalurl", "canonical_url", "canonical", "originalurl", "original_url")
    metadata.summary = text("description", "summary", "excerpt", "abstract")
    metadata.direction = text("dir", "direction", "languagedirection").flatMap {
      TextDirection(rawValue: $0.lowercased())
    }
    readTerms()
    readAuthors()
    readSection()
    metadata.leadImage = PagePicture(value: value, page: page, site: site).image(&used)
    metadata.publisher = organization("publisher")
    if metadata.publisher == nil, let title = site.configuration.title(page.place.language) {
      metadata.publisher = Organization(name: title, url: site.configuration.address)
    }
    metadata.source = organization("source")
    readLanguage()
    metadata.extra = extra()
  }

  private mutating func readTerms() {
    let terms = page.keys.map("taxonomies")
    if terms != nil { used.insert("taxonomies") }
    func list(_ names: [String]) -> [String] {
      for name in names {
        let found = terms?[name] ?? value(name)
        if let texts = found?.texts, !texts.isEmpty { return texts }
      }
      return []
    }
    metadata.tags = list(["tags", "tag", "keywords"])
    metadata.categories = list(["categories", "category"])
    for name in ["tags", "tag", "categories", "category"] where value(name) != nil {
      used.insert(name)
    }
    if page.keys["tags"] == nil, terms?["tags"] == nil, value("keywords") != nil {
      used.insert("keywords")
    }
    // Other taxonomies stay as they are.
    var rest: [MetadataMap.Entry] = []
    for entry in page.keys["taxonomies"]?.map?.entries ?? [] {
      let known = ["tags", "tag", "categories", "category", "authors", "author"]
      if !known.contains(entry.key.lowercased()) { rest.append(entry) }
    }
    if !rest.isEmpty { metadata.extra = MetadataMap(rest) }
  }

  private mutating func readSection() {
    if let own = text("section") {
      metadata.section = own
      return
    }
    guard let folder = page.place.sections.first else { return }
    metadata.section =
      site.section([folder], of: page.place)?.text("title") ?? folder
  }

  private mutating func readLanguage() {
    let declared = text("lang", "language", "locale")
    let ofSite = site.configuration.languageTag(page.place.language)
    metadata.language =
      LanguageTag.declared(declared) ?? LanguageTag.declared(ofSite)
  }

  // MARK: People

  private mutating func readAuthors() {
    let terms = page.keys.map("taxonomies")
    for name in ["authors", "author", "writer", "creator"] {
      guard let value = terms?[name] ?? self.value(name) else { continue }
      let people = Self.people(value)
      guard !people.isEmpty else { continue }
      metadata.authors = people
      if case .map(let map) = value, map.entries.contains(where: { !Self.isOfPerson($0.key) }) {
        return
      }
      used.insert(name)
      return
    }
    let configuration = site.configuration
    let ofSite =
      configuration.parameter("author") ?? configuration.keys["author"]
      ?? configuration.parameter("authors")
    if let ofSite { metadata.authors = Self.people(ofSite) }
  }

  private static func isOfPerson(_ key: String) -> Bool {
    ["name", "url", "link", "email"].contains(key.lowercased())
  }

  private static func people(_ value: MetadataValue) -> [Person] {
    switch value {
    case .string: return value.words.map { [Person(name: $0)] } ?? []
    case .list(let list): return list.prefix(1000).flatMap(people(one:))
    default: return people(one: value)
    }
  }

  private static func people(one value: MetadataValue) -> [Person] {
    switch value {
    case .string: return value.words.map { [Person(name: $0)] } ?? []
    case .map(let map):
      let keys = FrontMatterKeys(map)
      guard let name = keys.text("name") ?? keys.text("title") else { return [] }
      return [Person(name: name, url: keys.text("url") ?? keys.text("link"))]
    default: return []
    }
  }

  private mutating func organization(_ key: String) -> Organization? {
    switch value(key) {
    case .string(let text)?:
      guard let name = MetadataValue.string(text).words else { return nil }
      used.insert(key)
      if name.hasPrefix("https://") || name.hasPrefix("http://") {
        let host = name.split(separator: "/").dropFirst().first.map(String.init) ?? name
        return Organization(name: host, url: name)
      }
      return Organization(name: name)
    case .map(let map)?:
      guard let name = FrontMatterKeys(map).text("name") else { return nil }
      used.insert(key)
      return Organization(name: name, url: FrontMatterKeys(map).text("url"))
    default: return nil
    }
  }

  // MARK: The rest

  private func extra() -> MetadataMap {
    var extra = metadata.extra
    for entry in page.keys.map.entries {
      let key = entry.key.lowercased()
      if used.contains(key) || key == "draft" && entry.value == .bool(false) { continue }
      extra[entry.key] = entry.value
    }
    for name in ["params", "extra"] {
      switch page.keys[name] {
      case .map(let map)?:
        for entry in map.entries
        where !used.contains(entry.key.lowercased()) && extra[entry.key] == nil {
          extra[entry.key] = entry.value
        }
      case let other?: extra[name] = other
      case nil: break
      }
    }
    return extra
  }
}
