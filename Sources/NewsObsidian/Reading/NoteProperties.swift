import NewsFiles
import NewsModel
import NewsText

/// What a note's properties and name say of the article, under the names that Obsidian, its plugins
/// and its web clipper use.
struct NoteProperties {
  private let front: MetadataMap
  private let vault: Vault
  private let note: String?
  private var used: Set<String> = []
  /// What was read.
  private(set) var metadata = Metadata()
  /// Whether the title is only the file's name: a heading that opens the text says it better.
  private(set) var isNamedByFile = false

  init(_ front: MetadataMap, vault: Vault, note: String?) {
    self.front = front
    self.vault = vault
    self.note = note
  }

  /// Reads everything.
  ///
  /// - Parameter name: the file's name without its extension.
  mutating func read(name: String?) {
    metadata.title = text("title")
    if metadata.title == nil {
      metadata.title = name
      isNamedByFile = name != nil
    }
    metadata.alternativeTitle = text("subtitle")
    metadata.published = date("published", "date", "publish_date", "created", "date created")
    metadata.modified = date("modified", "updated", "last_modified", "date modified")
    metadata.tags = list("tags", "tag").map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    metadata.categories = list("categories", "category").map(Self.plain)
    metadata.authors = list("author", "authors", "creator").map { Person(name: Self.plain($0)) }
    metadata.summary = text("description", "summary", "excerpt")
    metadata.language = text("lang", "language").flatMap(LanguageTag.declared)
    metadata.slug = text("permalink", "slug")
    metadata.rights = text("rights", "license", "copyright")
    readSource()
    if let picture = list("cover", "image", "banner", "thumbnail").first {
      metadata.leadImage = LeadImage(source: address(ofPicture: picture))
    }
    metadata.extra = MetadataMap(front.entries.filter { !used.contains($0.key.lowercased()) })
  }

  private func value(_ key: String) -> MetadataValue? {
    front.entries.first { $0.key.utf8.count == key.utf8.count && $0.key.lowercased() == key }?.value
  }

  private mutating func text(_ names: String...) -> String? {
    for name in names {
      guard case .string(let text)? = value(name), !text.isEmpty else { continue }
      used.insert(name)
      return Self.plain(text)
    }
    return nil
  }

  private mutating func date(_ names: String...) -> Timestamp? {
    for name in names {
      switch value(name) {
      case .timestamp(let date)?:
        used.insert(name)
        return date
      case .string(let text)?:
        guard let date = Timestamp(iso8601: Self.plain(text)) else { continue }
        used.insert(name)
        return date
      default: continue
      }
    }
    return nil
  }

  private mutating func list(_ names: String...) -> [String] {
    for name in names {
      var texts: [String] = []
      switch value(name) {
      case .string(let text)?:
        // Tags were once written with commas between them.
        texts =
          name.hasPrefix("tag")
          ? text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init) : [text]
      case .list(let list)?:
        texts = list.compactMap { element in
          if case .integer(let number) = element { String(number) } else { element.string }
        }
      default: continue
      }
      texts.removeAll(where: \.isEmpty)
      used.insert(name)
      if !texts.isEmpty { return texts }
    }
    return []
  }

  private mutating func readSource() {
    guard case .string(let source)? = value("source") ?? value("url") else { return }
    used.insert(value("source") == nil ? "url" : "source")
    if source.hasPrefix("https://") || source.hasPrefix("http://") {
      metadata.canonicalURL = source
    } else if !source.isEmpty {
      metadata.source = Organization(name: Self.plain(source))
    }
  }

  /// The words of a property that is a link: `[[Ann Lee]]`, `[[people/ann|Ann Lee]]`.
  private static func plain(_ text: String) -> String {
    guard text.hasPrefix("[["), text.hasSuffix("]]"),
      let link = WikiLink(String(text.dropFirst(2).dropLast(2)))
    else { return text }
    return link.label ?? FileSystem.name(of: link.target)
  }

  private func address(ofPicture text: String) -> String {
    var target = text
    if target.hasPrefix("!") { target.removeFirst() }
    if target.hasPrefix("[["), target.hasSuffix("]]"),
      let link = WikiLink(String(target.dropFirst(2).dropLast(2)))
    {
      target = link.target
    }
    if target.contains("://") { return target }
    return vault.file(target, from: note).map { Vault.address(of: $0, from: note) } ?? target
  }
}
