import NewsModel

/// What front matter says of an article, under the keys that the Markdown writer uses.
///
/// A key with a value of another kind than the field's stays in `extra`. Files of other origin,
/// known by the lack of `markdown`, may use a few more names.
struct MarkdownMetadata {
  private let front: MetadataMap
  private var used: Set<String> = ["markdown", "auto_ids"]
  private let isOwn: Bool
  /// What was read.
  private(set) var metadata = Metadata()

  init(_ front: MetadataMap) {
    self.front = front
    isOwn = front["markdown"] != nil
  }

  /// Whether headings have the anchors that GitHub gives them.
  var hasAutoIDs: Bool { front["auto_ids"] == .bool(true) }

  /// Reads everything.
  mutating func read() {
    metadata.title = text("title")
    metadata.alternativeTitle = text("subtitle")
    metadata.published = timestamp("date")
    metadata.modified = timestamp("last_modified_at")
    metadata.byline = text("byline")
    metadata.dateline = text("dateline")
    metadata.section = text("section")
    metadata.categories = list("categories")
    metadata.tags = list("tags")
    metadata.slug = text("slug")
    metadata.url = text("permalink")
    metadata.language = text("lang")
    metadata.direction = text("dir", as: TextDirection.init(rawValue:))
    metadata.publisher = organization("publisher")
    metadata.source = organization("source")
    metadata.canonicalURL = text("canonical_url")
    metadata.summary = text("excerpt")
    metadata.editor = text("editor")
    metadata.rights = text("rights")
    readAuthors()
    readImage()
    if !isOwn {
      metadata.summary = metadata.summary ?? text("description") ?? text("summary")
      metadata.language = metadata.language ?? text("language")
      if metadata.tags.isEmpty { metadata.tags = list("keywords") }
    }
    var extra = front.entries.filter { !used.contains($0.key) }
    if isOwn, let index = extra.firstIndex(where: { $0.key == "extra" }),
      case .map(let clashing) = extra[index].value
    {
      extra.remove(at: index)
      extra += clashing.entries
    }
    metadata.extra = MetadataMap(extra)
  }

  private mutating func text(_ key: String) -> String? { text(key) { $0 } }

  private mutating func text<Value>(_ key: String, as make: (String) -> Value?) -> Value? {
    let text: String
    switch front[key] {
    case .string(let string): text = string
    case .integer(let number) where !isOwn: text = String(number)
    default: return nil
    }
    guard let value = make(text) else { return nil }
    used.insert(key)
    return value
  }

  private mutating func timestamp(_ key: String) -> Timestamp? {
    switch front[key] {
    case .timestamp(let timestamp):
      used.insert(key)
      return timestamp
    case .string(let text):
      guard let timestamp = Timestamp(iso8601: text) else { return nil }
      used.insert(key)
      return timestamp
    default: return nil
    }
  }

  private mutating func list(_ key: String) -> [String] {
    switch front[key] {
    case .string(let text) where !text.isEmpty:
      used.insert(key)
      return [text]
    case .list(let list):
      let texts = list.compactMap(\.string)
      guard texts.count == list.count else { return [] }
      used.insert(key)
      return texts
    default: return []
    }
  }

  private mutating func organization(_ key: String) -> Organization? {
    switch front[key] {
    case .string(let name):
      used.insert(key)
      return Organization(name: name)
    case .map(let map):
      guard let name = map["name"]?.string,
        map.entries.allSatisfy({ $0.key == "name" || $0.key == "url" && $0.value.string != nil })
      else { return nil }
      used.insert(key)
      return Organization(name: name, url: map["url"]?.string)
    default: return nil
    }
  }

  private mutating func readAuthors() {
    for key in ["author", "authors"] {
      guard let value = front[key] else { continue }
      let people = (value.list ?? [value]).map(Self.person)
      guard !people.isEmpty, people.allSatisfy({ $0 != nil }) else { continue }
      metadata.authors = people.compactMap { $0 }
      used.insert(key)
      return
    }
  }

  private static func person(_ value: MetadataValue) -> Person? {
    switch value {
    case .string(let name): return Person(name: name)
    case .map(let map):
      guard let name = map["name"]?.string,
        map.entries.allSatisfy({ ["name", "url", "organization"].contains($0.key) })
      else { return nil }
      return Person(
        name: name, url: map["url"]?.string, isOrganization: map["organization"] == .bool(true))
    default: return nil
    }
  }

  private mutating func readImage() {
    switch front["image"] {
    case .string(let source):
      used.insert("image")
      metadata.leadImage = LeadImage(source: source)
    case .map(let map):
      guard let source = map["path"]?.string,
        map.entries.allSatisfy({ ["path", "alt", "caption"].contains($0.key) })
      else { return }
      used.insert("image")
      metadata.leadImage = LeadImage(
        source: source, alternative: map["alt"]?.string, caption: map["caption"]?.string)
    default: return
    }
  }
}
