internal import NewsBlocks
internal import NewsModel
internal import NewsXML

/// What a book's package says of the book.
struct EPUBMetadata: Sendable {
  var title: String?
  var subtitle: String?
  var authors: [Person] = []
  var editor: String?
  var publisher: String?
  var published: Timestamp?
  var languages: [String] = []
  var identifiers: [String] = []
  var subjects: [String] = []
  var description: String?
  var rights: String?
  /// The address of the original.
  var source: String?
  var series: String?
  /// The names of all who had a part in it.
  private(set) var people: Set<String> = []

  private struct Named {
    var id: String?
    var text: String
    var role: String?
  }

  /// No metadata.
  init() {}

  /// Reads the metadata of a package, of EPUB 2 or 3.
  init(_ tree: XMLTree) {
    var titles: [Named] = []
    var creators: [Named] = []
    var contributors: [Named] = []
    var dates: [Named] = []
    var refinements: [String: [String: String]] = [:]
    for node in 0..<tree.count where !tree.isText(node) {
      let name = tree.name(of: node)
      guard name.hasPrefix("dc:") || name == "meta" else { continue }
      let text = PlainText.collapsed(tree.trimmedText(of: node))
      if name == "meta" {
        guard let property = tree.attribute("property", of: node) else { continue }
        if let id = tree.attribute("refines", of: node)?.drop(while: { $0 == "#" }) {
          if refinements[String(id)]?[property] == nil {
            refinements[String(id), default: [:]][property] = text
          }
        } else if property == "belongs-to-collection", !text.isEmpty {
          series = series ?? text
        }
        continue
      }
      if text.isEmpty { continue }
      let named = Named(
        id: tree.attribute("id", of: node), text: text,
        role: tree.attribute("role", of: node) ?? tree.attribute("event", of: node))
      switch name {
      case "dc:title": titles.append(named)
      case "dc:creator": creators.append(named)
      case "dc:contributor": contributors.append(named)
      case "dc:date": dates.append(named)
      case "dc:language": languages.append(text)
      case "dc:identifier": identifiers.append(text)
      case "dc:subject": subjects.append(text)
      case "dc:publisher": publisher = publisher ?? text
      case "dc:rights": rights = rights ?? text
      case "dc:description": description = description ?? PlainText.cleaned(text)
      case "dc:source": source = source ?? (PlainText.isAddress(text) ? text : nil)
      default: break
      }
    }
    setTitles(titles, refinements)
    setPeople(creators, contributors, refinements)
    setDate(dates)
  }

  private mutating func setTitles(
    _ titles: [Named], _ refinements: [String: [String: String]]
  ) {
    func type(_ named: Named) -> String? { named.id.flatMap { refinements[$0]?["title-type"] } }
    title = (titles.first { type($0) == "main" } ?? titles.first)?.text
    subtitle = titles.first { type($0) == "subtitle" }?.text
  }

  private mutating func setPeople(
    _ creators: [Named], _ contributors: [Named], _ refinements: [String: [String: String]]
  ) {
    func role(_ named: Named) -> String? {
      (named.role ?? named.id.flatMap { refinements[$0]?["role"] })?.lowercased()
    }
    let writers = creators.filter { [nil, "aut"].contains(role($0)) }
    authors = (writers.isEmpty ? creators : writers).map { Person(name: $0.text) }
    editor = (contributors + creators).first { role($0) == "edt" }?.text
    people = Set((creators + contributors).map(\.text))
  }

  /// That of publication, where several are named. Programs write 0101-01-01 for none.
  private mutating func setDate(_ dates: [Named]) {
    let known = dates.filter { !$0.text.hasPrefix("0") }
    let date =
      known.first { $0.role == "publication" } ?? known.first { $0.role != "modification" }
    published = date.flatMap { Timestamp(iso8601: $0.text) }
  }
}

extension EPUBMetadata {
  /// What an article of the book has that is the book's only one.
  var ofArticle: Metadata {
    var metadata = ofChapter
    metadata.title = title
    metadata.alternativeTitle = subtitle
    metadata.summary = description
    metadata.canonicalURL = source
    metadata.extra["book"] = nil
    let identifiers = identifiers.map { MetadataValue.string($0) }
    if !identifiers.isEmpty { metadata.extra["identifiers"] = .list(identifiers) }
    return metadata
  }

  /// What a chapter of the book has: who wrote the book and when, and which it is.
  var ofChapter: Metadata {
    var metadata = Metadata()
    metadata.authors = authors
    metadata.editor = editor
    metadata.publisher = publisher.map { Organization(name: $0) }
    metadata.published = published
    metadata.rights = rights
    metadata.tags = subjects.distinct()
    metadata.language = languages.first { $0 != "und" }
    var book = MetadataMap()
    func set(_ key: String, _ text: String?) { if let text { book[key] = .string(text) } }
    set("title", title)
    set("subtitle", subtitle)
    set("series", series)
    if !identifiers.isEmpty { book["identifiers"] = .list(identifiers.map { .string($0) }) }
    set("description", description)
    set("source", source)
    if !book.isEmpty { metadata.extra["book"] = .map(book) }
    return metadata
  }
}
