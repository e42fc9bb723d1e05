internal import NewsModel

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
struct JSONFeed {
  let head: FeedHead
  let entries: [FeedEntry]

  /// Reads a document.
  ///
  /// - Throws: ``ConversionError/Code/badInput`` for what is no JSON or no feed.
  init(_ bytes: [UInt8], address: String?) throws(ConversionError) {
    let value = try JSONValue(parsing: bytes)
    guard let items = value["items"]?.array else {
      throw ConversionError(.badInput, "it is no JSON Feed: it has no 'items'")
    }
    let home = value["home_page_url"]?.string
    var head = FeedHead()
    head.title = value["title"]?.string.map { FeedText(plain: $0) }
    head.link = home
    head.language = value["language"]?.string
    head.authors = Self.authors(value)
    self.head = head
    entries = items.map { Self.entry($0, address: value["feed_url"]?.string ?? address ?? home) }
  }

  /// Whether something stands in HTML besides tags.
  private static func hasText(_ html: String) -> Bool {
    var isInTag = false
    for byte in html.utf8 {
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">") where isInTag: isInTag = false
      default: if !isInTag, byte > 0x20 { return true }
      }
    }
    return false
  }

  private static func entry(_ item: JSONValue, address: String?) -> FeedEntry {
    func text(_ key: String) -> String? {
      guard let text = item[key]?.string?.trimmed, !text.isEmpty else { return nil }
      return text
    }
    func resolved(_ key: String) -> String? {
      text(key).map { FeedAddress.resolved($0, against: [], feed: address) }
    }
    var entry = FeedEntry()
    switch item["id"] {
    case .string(let id): entry.id = id
    case .integer(let number): entry.id = String(number)
    default: break
    }
    entry.title = text("title").map { FeedText(plain: $0) }
    entry.link = resolved("url") ?? entry.id.flatMap { FeedAddress.isAbsolute($0) ? $0 : nil }
    // A linked article: its page is what the entry is about.
    if entry.link == nil { entry.link = resolved("external_url") }
    entry.published = text("date_published").flatMap(FeedDate.date)
    entry.updated = text("date_modified").flatMap(FeedDate.date)
    entry.authors = authors(item)
    entry.tags = (item["tags"]?.array ?? []).compactMap { $0.string?.trimmed }.filter {
      !$0.isEmpty
    }
    if let html = text("content_html"), text("content_text") == nil || hasText(html) {
      entry.content = FeedText(html: html)
    } else if let plain = text("content_text") {
      entry.content = FeedText(plain: plain)
    }
    entry.summary = text("summary").map { FeedText(plain: $0) }
    entry.language = text("language")
    if let image = resolved("image") ?? resolved("banner_image") {
      entry.image = LeadImage(source: image)
    }
    var image = entry.image
    for attachment in item["attachments"]?.array ?? [] {
      guard let url = attachment["url"]?.string else { continue }
      FeedMedia.add(
        address: FeedAddress.resolved(url, against: [], feed: address),
        type: attachment["mime_type"]?.string, title: attachment["title"]?.string, to: &entry,
        image: &image)
    }
    entry.image = image
    return entry
  }

  /// `authors` of 1.1 and `author` of 1.0.
  private static func authors(_ value: JSONValue) -> [Person] {
    let objects = value["authors"]?.array ?? value["author"].map { [$0] } ?? []
    return objects.compactMap { author in
      guard let name = author["name"]?.string?.trimmed, !name.isEmpty else { return nil }
      return Person(name: name, url: author["url"]?.string)
    }
  }
}
