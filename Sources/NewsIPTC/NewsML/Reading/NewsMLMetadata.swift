internal import NewsAddress
internal import NewsConventions
internal import NewsMarkup
internal import NewsModel
internal import NewsXML

/// What an item of NewsML-G2 says of itself.
struct NewsMLMetadata {
  let tree: XMLTree
  let root: Int

  private func part(_ name: String) -> Int? {
    tree.localName(of: root) == name ? root : tree.first(name, from: root)
  }

  func metadata(language: String?, _ diagnostics: inout Diagnostics) -> Metadata {
    var metadata = Metadata()
    let item = part("itemMeta")
    let content = part("contentMeta") ?? tree.first("newsCoverageSet", from: root)
    metadata.language =
      tree.word("tag", of: content.flatMap { tree.first("language", from: $0) })
      ?? tree.word("xml:lang", of: root) ?? language
    if let guid = tree.word("guid", of: root) {
      if PageAddress.web(guid) != nil {
        metadata.canonicalURL = guid
      } else {
        metadata.extra.set("id", guid)
      }
    }
    if let version = tree.word("version", of: root), version != "1" {
      metadata.extra.set("version", version)
    }
    if let rights = part("rightsInfo") { readRights(rights, into: &metadata) }
    if let item { readItem(item, into: &metadata) }
    if let content { readContent(content, into: &metadata) }
    readDates(item, content, into: &metadata, &diagnostics)
    if metadata.title == nil {
      metadata.title = tree.phrase(of: tree.first("concept", "name", from: root))
    }
    return metadata
  }

  /// What an element is called: its name, else its code.
  private func concept(_ node: Int) -> Concept? {
    var concept = Concept(name: name(of: node))
    if let uri = tree.word("uri", of: node) {
      concept.uri = uri
    } else {
      concept.literal = tree.word("qcode", of: node) ?? tree.word("literal", of: node)
    }
    return concept.label == nil ? nil : concept
  }

  /// The name in the item's language, or the first there is.
  private func name(of node: Int) -> String? {
    let names = tree.children("name", of: node)
    return tree.phrase(of: names.first)
  }

  private func organization(_ node: Int?) -> Organization? {
    guard let node, let concept = concept(node), let label = concept.label else { return nil }
    return Organization(name: label, url: PageAddress.web(concept.uri))
  }

  private func readRights(_ rights: Int, into metadata: inout Metadata) {
    metadata.rights = tree.phrase(of: tree.first("copyrightNotice", from: rights))
    metadata.extra.set("usageterms", tree.phrase(of: tree.first("usageTerms", from: rights)))
    if let holder = tree.first("copyrightHolder", from: rights) {
      metadata.extra.set("copyrightholder", concept(holder)?.label)
    }
  }

  private func readItem(_ item: Int, into metadata: inout Metadata) {
    metadata.publisher = organization(tree.first("provider", from: item))
    if metadata.publisher?.name == "nk:unknown" { metadata.publisher = nil }
    if let status = tree.first("pubStatus", from: item).flatMap(concept)?.label {
      metadata.extra.set("pubstatus", status.split(separator: ":").last.map(String.init))
    }
    metadata.extra.set("ednote", tree.phrase(of: tree.first("edNote", from: item)))
    metadata.extra.set("profile", tree.phrase(of: tree.first("profile", from: item)))
    metadata.title = tree.phrase(of: tree.first("title", from: item))
    // The item's page, where its identifier is none.
    for link in tree.children("link", of: item) where tree.word("rel", of: link) == Self.page {
      if let href = tree.word("href", of: link), PageAddress.web(href) != nil {
        metadata.canonicalURL = metadata.canonicalURL ?? href
      }
    }
  }

  /// The relation of an item to its page on the web.
  static let page = "nk:page"

  private func readContent(_ content: Int, into metadata: inout Metadata) {
    let headlines = tree.children("headline", of: content)
    let second = headlines.first { node in
      tree.word("role", of: node).map { $0.contains("sub") || $0.contains("deck") } ?? false
    }
    if let main = headlines.first(where: { $0 != second }) {
      metadata.title = tree.phrase(of: main) ?? metadata.title
    }
    metadata.alternativeTitle = tree.phrase(of: second)
    metadata.byline = tree.phrase(of: tree.first("by", from: content))
    metadata.dateline = tree.phrase(of: tree.first("dateline", from: content))
    if let slugline = tree.phrase(of: tree.first("slugline", from: content)) {
      metadata.setSlugline(slugline)
    }
    let descriptions = tree.children("description", of: content).compactMap { tree.phrase(of: $0) }
    if !descriptions.isEmpty { metadata.summary = descriptions.joined(separator: " ") }
    for node in tree.children("creator", of: content) {
      guard let found = concept(node), let label = found.label else { continue }
      let type = tree.word("type", of: node) ?? ""
      metadata.authors.append(
        Person(
          name: label, url: PageAddress.web(found.uri),
          isOrganization: type.hasSuffix("organisation")))
    }
    if metadata.authors.isEmpty, let byline = metadata.byline {
      metadata.authors = AuthorName.names(in: byline).map { Person(name: $0) }
    }
    if metadata.byline == metadata.authors.map(\.name).joined(separator: ", ") {
      metadata.byline = nil
    }
    for node in tree.children("contributor", of: content) {
      guard tree.word("role", of: node)?.hasSuffix("editor") == true else { continue }
      metadata.editor = concept(node)?.label
    }
    metadata.source = organization(tree.first("infoSource", from: content))
    if let icon = tree.word("href", of: tree.first("icon", from: content)) {
      metadata.leadImage = LeadImage(source: icon)
    }
    if let urgency = tree.phrase(of: tree.first("urgency", from: content)) {
      metadata.extra["urgency"] = Int(urgency).map { .integer($0) } ?? .string(urgency)
    }
    readSubjects(content, into: &metadata)
  }

  private func readSubjects(_ content: Int, into metadata: inout Metadata) {
    var subjects: [Concept] = []
    for node in tree.children("subject", of: content) {
      guard var subject = concept(node) else { continue }
      subject.relation = tree.word("why", of: node).flatMap { why in
        [ItemTerms.section, ItemTerms.category].first { why == "nk:" + $0 }
      }
      subjects.append(subject)
    }
    var known = Set(subjects.filter { $0.relation == nil }.compactMap(\.label))
    for node in tree.children("keyword", of: content) {
      guard let word = tree.phrase(of: node), known.insert(word).inserted else { continue }
      subjects.append(Concept(name: word))
    }
    ItemTerms.take(subjects, into: &metadata)
    metadata.extra.set("genres", tree.children("genre", of: content).compactMap(concept))
    metadata.extra.set("places", tree.children("located", of: content).compactMap(concept))
  }

  private func readDates(
    _ item: Int?, _ content: Int?, into metadata: inout Metadata, _ diagnostics: inout Diagnostics
  ) {
    func date(_ name: String, _ part: Int?) -> Timestamp? {
      guard let part, let text = tree.phrase(of: tree.first(name, from: part)) else { return nil }
      if let date = ItemDate.date(text) { return date }
      diagnostics.warn(.dateInvalid, "'\(text)' is no date: '\(name)' is left out")
      return nil
    }
    let created = date("firstCreated", item) ?? date("contentCreated", content)
    let version = date("versionCreated", item)
    metadata.published = created ?? version
    if created != nil {
      let modified = date("contentModified", content) ?? version
      if modified?.secondsSince1970 != created?.secondsSince1970 { metadata.modified = modified }
    }
    metadata.extra["embargoed"] = date("embargoed", item).map { .timestamp($0) }
    metadata.extra["expires"] = date("contentExpires", content).map { .timestamp($0) }
  }
}
