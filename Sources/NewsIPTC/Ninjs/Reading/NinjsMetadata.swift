internal import NewsAddress
internal import NewsConventions
internal import NewsMarkup
internal import NewsModel

/// What an item of ninjs says of itself besides its text.
enum NinjsMetadata {
  static func metadata(
    of item: NinjsItem, limits: Limits, source: Source, diagnostics: inout Diagnostics
  ) -> Metadata {
    var metadata = Metadata()
    metadata.language = item.text("language") ?? source.language
    let text = ItemText(limits: limits, base: nil, language: metadata.language)
    metadata.title = item.headline(text)
    metadata.alternativeTitle = item.subtitle(text)
    if let title = item.text("title"), title != metadata.title {
      if metadata.title == nil {
        metadata.title = title
      } else {
        metadata.extra.set("title", title)
      }
    }
    // A picture's description is its caption.
    if item.picture(text) == nil { metadata.summary = item.description(text) }
    metadata.byline = item.text("by")
    metadata.dateline = item.text("located")
    metadata.rights = item.text("copyrightnotice")
    readDates(item, into: &metadata, &diagnostics)
    readIdentifier(item, into: &metadata)
    readPeople(item, into: &metadata)
    ItemTerms.take(item.concepts("subjects"), into: &metadata)
    if let slugline = item.text("slugline") { metadata.setSlugline(slugline) }
    for key in ["organisations", "places", "events", "objects", "genres"] {
      metadata.extra.set(key, item.concepts(key).filter { !isAuthor($0) })
    }
    for (key, value) in item.all where !read.contains(key) && !isText(key) {
      if let kept = MetadataValue(value, depth: 8) { metadata.extra[key] = kept }
    }
    return metadata
  }

  /// What is read into fields, or by a way of its own.
  private static let read: Set<String> = [
    "uri", "language", "title", "by", "located", "copyrightnotice", "firstcreated",
    "versioncreated", "embargoed", "expires", "contentcreated", "people", "infosources", "subjects",
    "slugline", "organisations", "places", "events", "objects", "genres", "renditions",
    "associations", "standard", "altids", "mimetype", "name", "charcount", "wordcount", "type",
    "representationtype", "rel",
  ]

  private static func isText(_ key: String) -> Bool {
    ["headline", "description", "body", "bodies"].contains { key.hasPrefix($0) }
  }

  private static func readDates(
    _ item: NinjsItem, into metadata: inout Metadata, _ diagnostics: inout Diagnostics
  ) {
    func date(_ key: String) -> Timestamp? {
      guard let text = item.text(key) else { return nil }
      if let timestamp = Timestamp(iso8601: text) { return timestamp }
      diagnostics.warn(.dateInvalid, "'\(text)' is no date: '\(key)' is left out")
      return nil
    }
    let first = date("firstcreated")
    let version = date("versioncreated")
    metadata.published = first ?? version
    if first != nil, version != first { metadata.modified = version }
    for key in ["embargoed", "expires", "contentcreated"] {
      metadata.extra[key] = date(key).map { .timestamp($0) }
    }
  }

  private static func readIdentifier(_ item: NinjsItem, into metadata: inout Metadata) {
    var others: [(role: String, value: String)] = []
    switch item["altids"] {
    case .array(let list)?:
      others = list.compactMap { id in
        id["value"]?.string.map { (id["role"]?.string ?? "", $0) }
      }
    case .object(let members)?:
      others = members.compactMap { id in id.value.string.map { (id.key, $0) } }
    default: break
    }
    if let uri = item.text("uri") {
      if PageAddress.web(uri) != nil {
        metadata.canonicalURL = uri
      } else {
        metadata.extra.set("id", uri)
      }
    }
    var kept: MetadataMap = [:]
    for other in others {
      switch other.role {
      case "id" where metadata.extra["id"] == nil: metadata.extra.set("id", other.value)
      case "page" where metadata.canonicalURL == nil && PageAddress.web(other.value) != nil:
        metadata.canonicalURL = other.value
      default: kept.set(other.role.isEmpty ? "id" : other.role, other.value)
      }
    }
    if !kept.isEmpty { metadata.extra["altids"] = .map(kept) }
  }

  private static func isAuthor(_ concept: Concept) -> Bool {
    let relations = ["author", "creator", "byline", "writer", "reporter"]
    return concept.relation.map { relations.contains($0.lowercased()) } ?? false
  }

  private static func readPeople(_ item: NinjsItem, into metadata: inout Metadata) {
    let (people, organizations) = (item.concepts("people"), Set(item.concepts("organisations")))
    for person in people + item.concepts("organisations") {
      guard let name = person.name else { continue }
      guard isAuthor(person) else { continue }
      let isOrganization = organizations.contains(person)
      metadata.authors.append(
        Person(name: name, url: PageAddress.web(person.uri), isOrganization: isOrganization))
    }
    let authors = Set(metadata.authors.map(\.name))
    metadata.extra.set("people", people.filter { $0.name.map { !authors.contains($0) } ?? true })
    if metadata.authors.isEmpty, let byline = metadata.byline {
      metadata.authors = AuthorName.names(in: byline).map { Person(name: $0) }
      if metadata.authors.count == 1, metadata.authors[0].name == byline { metadata.byline = nil }
    } else if metadata.byline == metadata.authors.map(\.name).joined(separator: ", ") {
      metadata.byline = nil
    }
    for info in item.concepts("infosources") {
      guard let name = info.label else { continue }
      let organization = Organization(name: name, url: PageAddress.web(info.uri))
      if info.relation?.lowercased().contains("publish") == true {
        metadata.publisher = metadata.publisher ?? organization
      } else {
        metadata.source = metadata.source ?? organization
      }
    }
    if metadata.publisher == nil, let holder = item.text("copyrightholder") {
      metadata.publisher = Organization(name: holder)
    }
  }
}

extension MetadataValue {
  /// A value of JSON; `nil` for what is nothing, and for what is deeper than asked for.
  init?(_ value: JSONValue, depth: Int) {
    guard depth > 0 else { return nil }
    switch value {
    case .null: return nil
    case .bool(let bool): self = .bool(bool)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number)
    case .string(let text):
      if text.isEmpty { return nil }
      self = .string(text)
    case .array(let elements):
      let list = elements.compactMap { MetadataValue($0, depth: depth - 1) }
      if list.isEmpty { return nil }
      self = .list(list)
    case .object(let members):
      var map: MetadataMap = [:]
      for member in members { map[member.key] = MetadataValue(member.value, depth: depth - 1) }
      if map.isEmpty { return nil }
      self = .map(map)
    }
  }
}
