internal import NewsAddress
internal import NewsBlocks
internal import NewsConventions
internal import NewsMarkup
internal import NewsModel
internal import NewsXML

/// A document of NITF, by itself or within an item of NewsML-G2.
struct NITFItem {
  let tree: XMLTree
  let root: Int

  private var head: Int? { tree.first("head", from: root) }
  private var docdata: Int? { tree.first("head", "docdata", from: root) }
  private var bodyHead: Int? { tree.first("body", "body.head", from: root) }

  /// The article.
  func article(
    base: String?, language: String?, limits: Limits, diagnostics: inout Diagnostics
  ) -> Article {
    var article = Article(metadata: metadata(language: language, &diagnostics))
    let text = ItemText(
      limits: limits, base: base ?? article.metadata.canonicalURL,
      language: article.metadata.language)
    let body = tree.first("body", from: root)
    var roots = body.map { tree.children("body.content", of: $0) } ?? []
    // Some leave the element out: what is neither head nor end is the content.
    if roots.isEmpty, let body {
      roots = tree.children(of: body).filter { child in
        !["body.head", "body.end"].contains(tree.name(of: child))
      }
    }
    if let end = tree.first("body", "body.end", from: root) { roots.append(end) }
    // A picture that only stands for the article is no part of the text.
    let lead = roots.lazy.flatMap { tree.children("media", of: $0) }.first {
      tree.word("class", of: $0) == "lead"
    }
    let built = text.blocks(html: NITFMarkup.html(of: roots, in: tree), diagnostics: &diagnostics)
    article.body = built.blocks
    article.footnotes = built.footnotes
    if article.body.isEmpty { diagnostics.warn(.postEmpty, "the item has no text") }
    if lead != nil, case .figure(let figure)? = article.body.first,
      figure.attributes.classes == ["lead"], let image = Self.image(of: figure)
    {
      article.metadata.leadImage = image
      article.body.removeFirst()
    } else {
      for case .figure(let figure) in article.body {
        guard let image = Self.image(of: figure) else { continue }
        article.metadata.leadImage = image
        break
      }
    }
    return article
  }

  private static func image(of figure: Figure) -> LeadImage? {
    var found: Image?
    figure.content.walk(
      { _ in }, inlines: { if case .image(let image) = $0 { found = found ?? image } })
    return found.map {
      LeadImage(
        source: $0.source, alternative: $0.alternative.isEmpty ? nil : $0.alternative,
        caption: figure.caption.plainText.collapsed)
    }
  }

  // MARK: - Metadata

  private func metadata(language: String?, _ diagnostics: inout Diagnostics) -> Metadata {
    var metadata = Metadata()
    let body = tree.first("body", from: root)
    metadata.language =
      tree.word("xml:lang", of: body) ?? tree.word("xml:lang", of: root)
      ?? tree.word("baselang", of: root) ?? tree.language(at: root) ?? language
    if let bodyHead { readBodyHead(bodyHead, into: &metadata) }
    if metadata.title == nil {
      metadata.title = head.flatMap { tree.phrase(of: tree.first("title", from: $0)) }
    }
    readDocdata(into: &metadata, &diagnostics)
    if let head { readHead(head, into: &metadata) }
    return metadata
  }

  private func readBodyHead(_ node: Int, into metadata: inout Metadata) {
    metadata.title = tree.phrase(of: tree.first("hedline", "hl1", from: node))
    metadata.alternativeTitle = tree.phrase(of: tree.first("hedline", "hl2", from: node))
    let bylines = tree.children("byline", of: node)
    for byline in bylines {
      let people = tree.outermost(["person"], from: byline)
      for person in people {
        guard let name = tree.phrase(of: person) else { continue }
        let url = PageAddress.web(
          tree.word("value", of: person)
            ?? tree.word("value", of: tree.first("virtloc", from: byline)))
        metadata.authors.append(Person(name: name, url: url))
      }
      let titles = tree.children("byttl", of: byline)
      for organization in titles.flatMap({ tree.children("org", of: $0) })
      where tree.word("value", of: organization) != nil {
        guard let name = tree.phrase(of: organization) else { continue }
        metadata.authors.append(
          Person(
            name: name, url: PageAddress.web(tree.word("value", of: organization)),
            isOrganization: true))
      }
    }
    let lines = bylines.compactMap { tree.phrase(of: $0) }
    if !lines.isEmpty { metadata.byline = lines.joined(separator: "; ") }
    for dateline in tree.children("dateline", of: node) where metadata.dateline == nil {
      metadata.dateline =
        tree.phrase(of: tree.first("location", from: dateline)) ?? tree.phrase(of: dateline)
      if metadata.published == nil, let date = tree.first("story.date", from: dateline) {
        metadata.published = ItemDate.date(tree.word("norm", of: date))
      }
    }
    let abstracts = tree.children("abstract", of: node).compactMap { tree.phrase(of: $0) }
    if !abstracts.isEmpty { metadata.summary = abstracts.joined(separator: " ") }
    if let distributor = tree.first("distributor", from: node),
      let name = tree.phrase(of: distributor)
    {
      let org = tree.first("org", from: distributor)
      metadata.source = Organization(
        name: name, url: PageAddress.web(tree.word("value", of: org)))
    }
    metadata.rights = tree.phrase(of: tree.first("rights", from: node))
    let notes = tree.children("note", of: node).compactMap { tree.phrase(of: $0) }
    if !notes.isEmpty { metadata.extra.set("ednote", notes.joined(separator: " ")) }
  }

  private func readDocdata(into metadata: inout Metadata, _ diagnostics: inout Diagnostics) {
    guard let docdata else { return }
    func date(_ name: String) -> Timestamp? {
      guard let text = tree.word("norm", of: tree.first(name, from: docdata)) else { return nil }
      if let date = ItemDate.date(text) { return date }
      diagnostics.warn(.dateInvalid, "'\(text)' is no date: '\(name)' is left out")
      return nil
    }
    let issued = date("date.issue")
    let released = date("date.release")
    metadata.published = issued ?? released ?? metadata.published
    if let released, issued != nil, released != issued {
      metadata.extra["embargoed"] = .timestamp(released)
    }
    metadata.extra["expires"] = date("date.expire").map { .timestamp($0) }
    if let id = tree.word("id-string", of: tree.first("doc-id", from: docdata)) {
      if PageAddress.web(id) != nil {
        metadata.canonicalURL = id
      } else {
        metadata.extra.set("id", id)
      }
    }
    if let urgency = tree.word("ed-urg", of: tree.first("urgency", from: docdata)) {
      metadata.extra["urgency"] = Int(urgency).map { .integer($0) } ?? .string(urgency)
    }
    let message = tree.first("ed-msg", from: docdata)
    if metadata.extra["ednote"] == nil {
      metadata.extra.set("ednote", tree.word("info", of: message))
    }
    if let key = tree.word("key", of: tree.first("du-key", from: docdata)) {
      metadata.setSlugline(key)
    }
    let copyright = tree.first("doc.copyright", from: docdata)
    if let holder = tree.word("holder", of: copyright) {
      metadata.extra.set("copyrightholder", holder)
      let year = tree.word("year", of: copyright)
      if metadata.rights == nil {
        metadata.rights = "Copyright " + (year.map { $0 + " " } ?? "") + holder
      }
    }
    let rights = tree.first("doc.rights", from: docdata)
    metadata.extra.set("usageterms", tree.word("limitations", of: rights))
    metadata.tags = tree.outermost(["keyword"], from: docdata).compactMap {
      tree.word("key", of: $0)
    }
    if let content = tree.first("identified-content", from: docdata) {
      readContent(content, into: &metadata)
    }
    let status = tree.word("management-status", of: docdata)
    metadata.extra.set("pubstatus", status)
  }

  private func readContent(_ content: Int, into metadata: inout Metadata) {
    let lists = [
      "person": "people", "org": "organisations", "location": "places", "event": "events",
      "object.title": "objects",
    ]
    var found: [String: [Concept]] = [:]
    var subjects: [Concept] = []
    for node in tree.children(of: content) {
      let name = tree.localName(of: node)
      let value = tree.word("value", of: node) ?? tree.word("location-code", of: node)
      var concept = Concept(name: tree.phrase(of: node))
      if let value { concept.setCode(value) }
      guard concept.label != nil else { continue }
      if name == "classifier" {
        concept.relation = tree.word("type", of: node)
        if concept.relation == "subject" { concept.relation = nil }
        subjects.append(concept)
      } else if let list = lists[name] {
        found[list, default: []].append(concept)
      }
    }
    ItemTerms.take(subjects, into: &metadata)
    for list in lists.values.sorted() { metadata.extra.set(list, found[list] ?? []) }
  }

  private func readHead(_ head: Int, into metadata: inout Metadata) {
    var subjects: [Concept] = []
    if let tobject = tree.first("tobject", from: head) {
      for node in tree.children("tobject.subject", of: tobject) {
        let names = ["detail", "matter", "type"].lazy.compactMap {
          tree.word("tobject.subject." + $0, of: node)
        }
        subjects.append(
          Concept(name: names.first, literal: tree.word("tobject.subject.refnum", of: node)))
      }
    }
    metadata.tags = (metadata.tags + subjects.compactMap(\.label)).distinct()
    let known = metadata.extra.concepts("subjects")
    metadata.extra.set("subjects", known + subjects.filter { $0.literal != nil })
    for node in tree.children("pubdata", of: head) {
      metadata.section = metadata.section ?? tree.word("position.section", of: node)
      if metadata.publisher == nil, let name = tree.word("name", of: node) {
        metadata.publisher = Organization(name: name)
      }
      let date = ItemDate.date(tree.word("date.publication", of: node))
      metadata.published = metadata.published ?? date
      if let page = tree.word("ex-ref", of: node), PageAddress.web(page) != nil {
        metadata.canonicalURL = metadata.canonicalURL ?? page
      }
    }
    for node in tree.children("revision-history", of: head) {
      let name = tree.word("name", of: node)
      switch tree.word("function", of: node) {
      case "editor": metadata.editor = metadata.editor ?? name
      case "writer-author":
        if let name { metadata.authors.append(Person(name: name)) }
      default: break
      }
      if let date = ItemDate.date(tree.word("norm", of: node)) { metadata.modified = date }
    }
    metadata.authors = metadata.authors.distinct(by: \.name)
    if metadata.authors.isEmpty, let byline = metadata.byline {
      metadata.authors = AuthorName.names(in: byline).map { Person(name: $0) }
    }
    if metadata.byline == metadata.authors.map(\.name).joined(separator: ", ") {
      metadata.byline = nil
    }
    readMeta(head, into: &metadata)
  }

  private func readMeta(_ head: Int, into metadata: inout Metadata) {
    for node in tree.children("meta", of: head) {
      guard let name = tree.word("name", of: node), let content = tree.word("content", of: node)
      else { continue }
      switch name {
      case "publisher-url":
        if PageAddress.web(content) != nil { metadata.publisher?.url = content }
      case "version", "profile", "genre": metadata.extra.set(name, content)
      case "description": metadata.summary = metadata.summary ?? content
      case "keywords" where metadata.tags.isEmpty:
        metadata.tags = content.split(separator: ",").compactMap { String($0).collapsed }
      default: break
      }
    }
  }
}
