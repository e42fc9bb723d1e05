import NewsFiles
import NewsFrontMatter
import NewsModel

/// A page of a site before its text is read: front matter, place, and what follows from them.
struct HugoPage: Sendable {
  /// The front matter as it stands.
  let keys: FrontMatterKeys
  /// What sections above give to all their pages, the nearest first.
  let inherited: [FrontMatterKeys]
  let place: ContentPlace
  /// The file.
  let path: String?
  /// Where the text begins, in bytes, and in which line.
  let bodyStart: Int
  let bodyLine: Int
  /// Whether there is front matter.
  let hasFrontMatter: Bool
  /// What is odd about it.
  private(set) var remarks: [(code: Diagnostic.Code, message: String)] = []

  let date: Timestamp?
  let publishDate: Timestamp?
  let expiryDate: Timestamp?
  let modified: Timestamp?
  /// The name in the address.
  let slug: String
  /// The path of its page in the site.
  let url: String

  /// Reads the front matter of a file.
  ///
  /// - Throws: ``ConversionError`` (`badInput`) where it is not what it looks like.
  init(
    bytes: [UInt8], path: String?, place: ContentPlace, site: HugoSite
  ) throws(ConversionError) {
    self.place = place
    self.path = path
    switch FrontMatterBlock.search(bytes) {
    case .found(let block):
      keys = FrontMatterKeys(try block.values(in: bytes, path: path))
      bodyStart = block.bodyStart
      hasFrontMatter = true
    case .unclosed(let syntax):
      let mark = syntax == .toml ? "plus signs" : syntax == .json ? "braces" : "dashes"
      remarks.append(
        (
          .frontMatterUnclosed, "the front matter is not closed by \(mark); the whole file is text"
        ))
      keys = FrontMatterKeys([:])
      bodyStart = 0
      hasFrontMatter = false
    case .none:
      keys = FrontMatterKeys([:])
      bodyStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      hasFrontMatter = false
    }
    bodyLine = 1 + bytes[..<bodyStart].count { $0 == 0x0A }
    inherited = site.exists ? site.cascade(above: place) : []

    let isZola = site.configuration.generator == .zola && site.exists
    var name = place.name
    var ofName: Timestamp?
    if isZola || !site.exists || Self.takesDateOfName(site.configuration),
      let found = HugoDate.ofName(place.name)
    {
      ofName = found.date
      if !found.rest.isEmpty { name = found.rest }
    }
    var dates = PageDates(keys, remarks: [])
    let named = Self.takesDateOfName(site.configuration)
    publishDate = dates.first(["publishdate", "pubdate", "published"])
    let declared = dates.first(["date"])
    date = (named ? ofName ?? declared : declared ?? ofName) ?? publishDate
    expiryDate = dates.first(["expirydate", "unpublishdate"])
    modified = dates.first(["lastmod", "modified", "updated", "last_modified_at", "lastmodified"])
    remarks += dates.remarks.map { (.dateInvalid, $0) }
    slug = keys.text("slug") ?? name
    url =
      PageAddress(
        keys: keys, inherited: inherited, place: place, name: name, date: date ?? publishDate,
        configuration: site.configuration, isZola: isZola
      ).path
  }

  private static func takesDateOfName(_ configuration: HugoConfiguration) -> Bool {
    guard let front = configuration.keys.map("frontmatter"), let order = front["date"] else {
      return false
    }
    return order.texts.first?.lowercased() == ":filename"
  }

  /// A value of the front matter, or of a section above.
  func value(_ key: String) -> MetadataValue? {
    keys[key] ?? inherited.lazy.compactMap { $0[key] }.first
  }

  /// Whether it is a draft.
  var isDraft: Bool {
    keys.flag("draft") ?? inherited.lazy.compactMap { $0.flag("draft") }.first ?? false
  }

  /// Whether the site neither lists it nor makes a page of it.
  var isHidden: Bool {
    if keys.flag("headless") == true || keys.flag("render") == false { return true }
    guard let build = (value("build") ?? value("_build"))?.map.map(FrontMatterKeys.init) else {
      return false
    }
    let render = build.text("render")?.lowercased()
    return render == "never" || build.flag("render") == false
  }

  /// Whether the text is HTML.
  var isHTML: Bool {
    switch (value("markup"))?.words?.lowercased() {
    case "html", "htm": true
    case nil: place.isHTML
    default: false
    }
  }
}

/// Dates of front matter, with those that are none.
private struct PageDates {
  let keys: FrontMatterKeys
  var remarks: [String]

  init(_ keys: FrontMatterKeys, remarks: [String]) {
    self.keys = keys
    self.remarks = remarks
  }

  mutating func first(_ names: [String]) -> Timestamp? {
    for name in names {
      guard let value = keys[name] else { continue }
      if case .bool = value { continue }
      if value.words == nil, case .string = value { continue }
      if let date = HugoDate.timestamp(value) { return date }
      remarks.append("'\(name)' is no date: '\(value.words ?? "a list or table")'")
    }
    return nil
  }
}
