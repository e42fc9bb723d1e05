internal import NewsBlocks
internal import NewsModel

/// A post as a table has it.
struct GhostPost: Sendable {
  var data: JSONValue
  /// Its address, where the export keeps that beside it.
  var url: JSONValue?

  subscript(_ key: String) -> JSONValue? { data[key] ?? (key == "url" ? url : nil) }
}

/// The tables of an export, and what they say of a post.
struct GhostSite {
  let posts: [GhostPost]
  private(set) var title: String?
  private(set) var language: String?
  private(set) var url: String?
  private var tags: [String: String] = [:]
  private var users: [String: Person] = [:]
  private var postTags: [String: [(order: Int, tag: String)]] = [:]
  private var postAuthors: [String: [(order: Int, user: String)]] = [:]
  private var details: [String: JSONValue] = [:]

  /// Finds the tables; `nil` where there are no posts.
  init?(_ document: JSONValue) {
    // Ghost's own: `{"db": [{"meta": …, "data": {…}}]}`, and `{"meta": …, "data": {…}}` before.
    // Its migration tools': `{"posts": [{"url": …, "data": {…}}]}`.
    if let list = document["posts"]?.array {
      posts = list.map { GhostPost(data: $0["data"] ?? $0, url: $0["url"]) }
      return
    }
    let data = document["db"]?.array?.first?["data"] ?? document["data"] ?? document
    guard let list = data["posts"]?.array else { return nil }
    posts = list.map { GhostPost(data: $0) }
    func rows(_ name: String) -> [JSONValue] { data[name]?.array ?? [] }
    for row in rows("settings") {
      switch row["key"]?.string {
      case "title": title = row["value"]?.string
      case "lang", "locale", "default_locale": language = row["value"]?.string
      case "url": url = row["value"]?.string.flatMap { $0.isEmpty ? nil : $0 }
      default: break
      }
    }
    for row in rows("tags") {
      guard let id = Self.key(row["id"]), let name = row["name"]?.string else { continue }
      tags[id] = name
    }
    for row in rows("users") {
      guard let id = Self.key(row["id"]), let name = row["name"]?.string else { continue }
      users[id] = Person(name: name, url: row["website"]?.string.flatMap { $0.isEmpty ? nil : $0 })
    }
    for row in rows("posts_tags") {
      guard let post = Self.key(row["post_id"]), let tag = Self.key(row["tag_id"]) else { continue }
      let rank = postTags[post]?.count ?? 0
      postTags[post, default: []].append((Self.number(row["sort_order"]) ?? rank, tag))
    }
    for row in rows("posts_authors") {
      guard let post = Self.key(row["post_id"]), let user = Self.key(row["author_id"]) else {
        continue
      }
      let rank = postAuthors[post]?.count ?? 0
      postAuthors[post, default: []].append((Self.number(row["sort_order"]) ?? rank, user))
    }
    for row in rows("posts_meta") {
      if let post = Self.key(row["post_id"]) { details[post] = row }
    }
  }

  static func key(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  private static func number(_ value: JSONValue?) -> Int? {
    if case .integer(let number)? = value { number } else { nil }
  }

  /// Whether a post is a page of the site.
  static func isPage(_ post: GhostPost) -> Bool {
    if post["type"]?.string == "page" { return true }
    switch post["page"] {
    case .bool(let isPage): return isPage
    case .integer(let number): return number == 1
    default: return false
    }
  }

  /// An address in which the export leaves the site's own open.
  func address(_ text: String) -> String {
    let mark = "__GHOST_URL__"
    guard text.hasPrefix(mark) else { return text }
    let home = url.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? ""
    return home + text.dropFirst(mark.count)
  }

  // MARK: - Metadata

  func metadata(of post: GhostPost) -> Metadata {
    func text(_ key: String, in value: JSONValue? = nil) -> String? {
      guard let text = (value ?? post.data)[key]?.string, !text.isEmpty else { return nil }
      return text
    }
    var metadata = Metadata()
    metadata.title = PlainText.cleaned(text("title"))
    metadata.slug = text("slug")
    metadata.published = Self.date(post["published_at"]) ?? Self.date(post["created_at"])
    if let modified = Self.date(post["updated_at"]), modified != metadata.published {
      metadata.modified = modified
    }
    metadata.canonicalURL = (text("canonical_url") ?? post["url"]?.string).map(address)
    metadata.language = text("locale") ?? text("language") ?? language
    let id = Self.key(post["id"])
    let more = id.flatMap { details[$0] }
    metadata.summary = PlainText.cleaned(
      text("custom_excerpt") ?? text("excerpt") ?? text("meta_description")
        ?? more.flatMap { text("meta_description", in: $0) })
    if let image = text("feature_image") ?? text("image") {
      metadata.leadImage = LeadImage(
        source: address(image),
        alternative: text("feature_image_alt")
          ?? more.flatMap { text("feature_image_alt", in: $0) },
        caption: PlainText.cleaned(
          text("feature_image_caption")
            ?? more.flatMap { text("feature_image_caption", in: $0) }))
    }
    metadata.authors = authors(of: post, id)
    metadata.tags = tags(of: post, id)
    metadata.publisher = title.map { Organization(name: $0, url: url) }
    if let id { metadata.extra["ghost_id"] = .string(id) }
    if Self.isPage(post) { metadata.extra["type"] = .string("page") }
    if let visibility = text("visibility"), visibility != "public" {
      metadata.extra["visibility"] = .string(visibility)
    }
    return metadata
  }

  /// A date, as text or in milliseconds since 1970, as old exports have it.
  private static func date(_ value: JSONValue?) -> Timestamp? {
    switch value {
    case .string(let text): return Timestamp(iso8601: text)
    case .integer(let milliseconds):
      return Timestamp(secondsSince1970: milliseconds / 1000)
    default: return nil
    }
  }

  private func authors(of post: GhostPost, _ id: String?) -> [Person] {
    let own = (post["authors"]?.array ?? []) + (post["author"].map { [$0] } ?? [])
    let named = own.compactMap { author -> Person? in
      let data = author["data"] ?? author
      return (data["name"]?.string ?? author.string).map { Person(name: $0) }
    }
    if !named.isEmpty { return named }
    let listed = (id.flatMap { postAuthors[$0] } ?? []).sorted { $0.order < $1.order }
    let people = listed.compactMap { users[$0.user] }
    if !people.isEmpty { return people }
    return Self.key(post["author_id"]).flatMap { users[$0] }.map { [$0] } ?? []
  }

  /// The tags that readers see: those with a `#` before them are for the site's own use.
  private func tags(of post: GhostPost, _ id: String?) -> [String] {
    var names = (post["tags"]?.array ?? []).compactMap { tag in
      (tag["data"] ?? tag)["name"]?.string ?? tag.string
    }
    if names.isEmpty {
      let listed = (id.flatMap { postTags[$0] } ?? []).sorted { $0.order < $1.order }
      names = listed.compactMap { tags[$0.tag] }
    }
    var seen: Set<String> = []
    return names.filter { !$0.hasPrefix("#") && seen.insert($0).inserted }
  }
}

extension Timestamp {
  /// A time of UTC, by the seconds since the beginning of 1970.
  fileprivate init?(secondsSince1970 seconds: Int) {
    guard (0..<253_402_300_800).contains(seconds) else { return nil }
    // Howard Hinnant's algorithm: days of 400 years at a time.
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let clock = seconds % 86_400
    self.init(
      year: era * 400 + yearOfEra + (month >= 10 ? 1 : 0),
      month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1,
      time: Time(
        hour: clock / 3600, minute: clock / 60 % 60, second: clock % 60, offset: 0))
  }
}
