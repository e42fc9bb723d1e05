import NewsAddress
import NewsMarkup
import NewsModel
import NewsText

/// The package document: metadata, files and reading order (EPUB 3.3).
struct PackageDocument {
  /// A file of the book.
  struct Item: Sendable {
    /// Its name in the manifest.
    var id: String
    /// Its path.
    var path: String
    /// Internet media type.
    var mediaType: String
    /// What reading systems must know of it: `nav`, `cover-image`.
    var properties: String?
    /// Whether it is read in its turn.
    var isInSpine = false
  }

  private let plan: BookPlan
  private let publication: Publication
  private var out = MarkupBuffer()

  init(_ publication: Publication, _ plan: BookPlan) {
    self.publication = publication
    self.plan = plan
  }

  /// The document.
  mutating func bytes(
    _ items: [Item], identifier: String, modified: String, accessibility: Accessibility,
    landmarks: [NavigationPage.Landmark], isVertical: Bool
  ) -> [UInt8] {
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.raw("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"")
    out.raw(" unique-identifier=\"pub-id\"")
    if let language = plan.language { out.attribute("xml:lang", language) }
    if plan.direction == .rightToLeft { out.raw(" dir=\"rtl\"") }
    out.raw(">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
    element("dc:identifier", identifier, id: "pub-id")
    titles()
    languages()
    people()
    descriptions()
    property("dcterms:modified", modified)
    series()
    accessibility.write(&out)
    if let cover = items.first(where: { $0.properties == "cover-image" }) {
      out.raw("<meta name=\"cover\"")
      out.attribute("content", cover.id)
      out.raw("/>\n")
    }
    out.raw("</metadata>\n<manifest>\n")
    for item in items {
      out.raw("<item")
      out.attribute("id", item.id)
      out.attribute("href", item.path)
      out.attribute("media-type", item.mediaType)
      if let properties = item.properties { out.attribute("properties", properties) }
      out.raw("/>\n")
    }
    out.raw("</manifest>\n<spine toc=\"ncx\"")
    if plan.direction == .rightToLeft || isVertical {
      out.raw(" page-progression-direction=\"rtl\"")
    }
    out.raw(">\n")
    for item in items where item.isInSpine {
      out.raw("<itemref")
      out.attribute("idref", item.id)
      out.raw("/>\n")
    }
    out.raw("</spine>\n")
    Guide.write(landmarks, &out)
    out.raw("</package>\n")
    return out.bytes
  }

  // MARK: Elements

  private mutating func element(_ name: StaticString, _ text: String?, id: String? = nil) {
    guard let text = text.flatMap(VisibleText.line) else { return }
    out.raw("<")
    out.raw(name)
    if let id { out.attribute("id", id) }
    out.raw(">")
    out.text(text)
    out.raw("</")
    out.raw(name)
    out.raw(">\n")
  }

  private mutating func property(_ name: StaticString, _ text: String?, refines: String? = nil) {
    guard let text = text.flatMap(VisibleText.line) else { return }
    out.raw("<meta")
    if let refines { out.attribute("refines", "#" + refines) }
    out.raw(" property=\"")
    out.raw(name)
    out.raw("\">")
    out.text(text)
    out.raw("</meta>\n")
  }

  // MARK: Metadata

  private var only: Metadata? { plan.isDigest ? nil : plan.items.first?.entry.metadata }

  private mutating func titles() {
    element("dc:title", VisibleText.line(plan.title) ?? plan.words.untitled, id: "title")
    guard let deck = only?.alternativeTitle, VisibleText.line(deck) != nil else { return }
    property("title-type", "main", refines: "title")
    element("dc:title", deck, id: "subtitle")
    property("title-type", "subtitle", refines: "subtitle")
  }

  private mutating func languages() {
    let tags = ([plan.language] + plan.items.map(\.language)).compactMap(\.self).distinct()
    // Undetermined, rather than a language that nobody named.
    for tag in tags.isEmpty ? ["und"] : tags { element("dc:language", tag) }
  }

  private mutating func people() {
    var names: Set<String> = []
    var count = 0
    func isNew(_ name: String) -> Bool {
      VisibleText.line(name).map { names.insert($0).inserted } ?? false
    }
    // Readers file a book without one under "unknown": the papers made its issue.
    var creators = plan.creator.map { [$0] } ?? (plan.isDigest ? mainPublishers : [])
    if creators.isEmpty, plan.isDigest { creators = [plan.title] }
    for (index, creator) in creators.enumerated() where isNew(creator) {
      element("dc:creator", creator, id: index == 0 ? "creator" : "creator-\(index + 1)")
    }
    for item in plan.items {
      let authors = item.entry.metadata.authors
      for author in authors where isNew(author.name) {
        count += 1
        let id = "author-\(count)"
        // Who wrote an article of a digest did not make the digest.
        element(plan.isDigest ? "dc:contributor" : "dc:creator", author.name, id: id)
        property("role", "aut", refines: id)
      }
      if authors.isEmpty, !plan.isDigest,
        let byline = item.entry.metadata.byline, isNew(byline)
      {
        element("dc:creator", byline, id: "byline")
      }
    }
    if let editor = only?.editor, isNew(editor) {
      element("dc:contributor", editor, id: "editor")
      property("role", "edt", refines: "editor")
    }
  }

  /// Where all articles appeared that say so, if it is one place.
  private(set) lazy var commonPublisher = publishers.count == 1 ? publishers[0].name : nil

  /// The few places where most articles appeared, the first of them first.
  private var mainPublishers: [String] {
    mutating get {
      let most = 3
      let main = Set(
        publishers.enumerated().sorted {
          ($1.element.articles, $0.offset) < ($0.element.articles, $1.offset)
        }.prefix(most).map(\.offset))
      return publishers.indices.filter(main.contains).map { publishers[$0].name }
    }
  }

  /// Where articles appeared that say so, in the book's order, and how many of each.
  private lazy var publishers: [(name: String, articles: Int)] = {
    var places: [String: Int] = [:]
    var publishers: [(name: String, articles: Int)] = []
    for item in plan.items {
      guard
        let name = item.entry.metadata.publisher?.name
          ?? item.entry.metadata.source?.name
      else { continue }
      if let place = places[name] {
        publishers[place].articles += 1
      } else {
        places[name] = publishers.count
        publishers.append((name, 1))
      }
    }
    return publishers
  }()

  private mutating func descriptions() {
    let date = publication.date ?? only?.published
    if let date { element("dc:date", BookDate.text(of: date)) }
    if let only {
      element("dc:publisher", only.publisher?.name ?? only.source?.name)
      let source = plan.items.first?.entry.originalURL ?? only.source?.url
      element("dc:source", source.flatMap { SafeAddress($0, in: .metadata)?.text })
      element("dc:description", only.summary)
      element("dc:rights", only.rights)
    } else {
      element("dc:publisher", commonPublisher)
      element("dc:description", plan.leadHeadlines)
    }
    var subjects: Set<String> = []
    func add(_ subject: String) {
      guard let subject = VisibleText.line(subject), subjects.insert(subject).inserted else {
        return
      }
      element("dc:subject", subject)
    }
    for item in plan.items {
      // Hundreds of subjects help nobody to find a digest.
      if subjects.count >= 100 { break }
      if let section = item.entry.metadata.section { add(section) }
      // One category that is a word of addresses has its name in the section, its own or the book's.
      let categories = item.entry.metadata.categories
      let name = plan.isDigest ? plan.sections[item.section].title : nil
      let isNamed =
        categories.count == 1 && Slug.isSlug(categories[0])
        && (item.entry.metadata.section != nil
          || item.entry.metadata.tags.contains { $0 == name })
      for subject in isNamed ? [] : categories where subjects.count < 100 { add(subject) }
      for subject in item.entry.metadata.tags where subjects.count < 100 { add(subject) }
    }
  }

  private mutating func series() {
    guard let series = publication.series, let title = VisibleText.line(series.title) else {
      return
    }
    out.raw("<meta property=\"belongs-to-collection\" id=\"series\">")
    out.text(title)
    out.raw("</meta>\n")
    property("collection-type", "series", refines: "series")
    // The place must be a number; a date is one without its hyphens.
    guard let position = series.position else { return }
    let digits = position.utf8.filter { $0 != UInt8(ascii: "-") }
    if !digits.isEmpty, digits.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") })
    {
      property("group-position", String(decoding: digits, as: UTF8.self), refines: "series")
    }
  }
}
