internal import NewsAddress
internal import NewsBytes
internal import NewsMarkup
internal import NewsModel
internal import NewsText

/// Makes a document of NITF of an article.
struct NITFOutput {
  var out = MarkupBuffer()
  private var losses = MetadataLosses()
  private var reduced: Set<String> = []

  /// The keys of ``Metadata/extra`` that NITF has a place for.
  private static let kept: Set<String> = [
    "id", "subjects", "people", "organisations", "places", "events", "objects", "embargoed",
    "expires", "urgency", "usageterms", "ednote", "pubstatus", "version", "profile",
    "copyrightholder", "slugline",
  ]

  /// Tells what NITF has no place for.
  func report(_ diagnostics: inout Diagnostics) {
    losses.report("NITF", &diagnostics)
    if !reduced.isEmpty {
      diagnostics.notice(
        .markupReduced,
        "NITF has nothing for \(reduced.sorted().joined(separator: ", ")): written as what comes next"
      )
    }
  }

  // MARK: - Documents

  /// One article.
  mutating func document(_ entry: Publication.Entry, diagnostics: inout Diagnostics) {
    let article = entry.article
    let address = PageAddress(of: entry)
    let metadata = article.metadata
    losses.add(metadata, dropped: [.direction, .url], keptKeys: Self.kept)
    open(language: metadata.language)
    head(metadata, address)
    out.raw("<body")
    if let language = metadata.language.flatMap(LanguageTag.normalized) {
      out.attribute("xml:lang", language)
    }
    out.raw(">\n")
    bodyHead(metadata)
    var text = NITFText(page: address.page, footnotes: article.footnotes)
    if let lead = metadata.leadImage,
      !article.shows(lead.source), !article.shows(text.references.absolute(lead.source))
    {
      let caption: [Block] = lead.caption.map { [.paragraph(Paragraph([.text($0)]))] } ?? []
      text.picture(
        Image(lead.source, alternative: lead.alternative ?? ""), caption: caption, kind: "lead")
    }
    text.blocks(article.body)
    text.footnotes(article.footnotes)
    text.references.warn(&diagnostics)
    reduced.formUnion(text.reduced)
    out.raw("<body.content>\n")
    out.bytes += text.out.bytes
    out.raw("</body.content>\n</body>\n</nitf>\n")
  }

  /// Many articles, each in a block.
  mutating func digest(_ publication: Publication, diagnostics: inout Diagnostics) {
    open(language: publication.language)
    out.raw("<head>\n")
    out.element("title", publication.title ?? "Articles")
    if let date = publication.date {
      out.raw("<docdata><date.issue")
      out.attribute("norm", ItemDate.short(date))
      out.raw("/></docdata>\n")
    }
    out.raw("</head>\n<body>\n<body.head><hedline>")
    out.element("hl1", publication.title ?? "Articles")
    out.raw("</hedline></body.head>\n<body.content>\n")
    var count = 0
    for section in publication.sections {
      out.element("hl2", section.title)
      for entry in section.entries {
        let article = entry.article
        let metadata = article.metadata
        losses.add(
          metadata,
          dropped: [
            .direction, .url, .published, .modified, .section, .categories, .tags, .slug,
            .publisher, .source, .leadImage, .editor, .rights,
          ])
        let page = PageAddress(of: entry).page
        count += 1
        var text = NITFText(
          page: page, footnotes: article.footnotes, idPrefix: "a\(count)-",
          isInBlock: true)
        text.blocks(article.body)
        text.footnotes(article.footnotes)
        text.references.warn(&diagnostics)
        reduced.formUnion(text.reduced)
        out.raw("<block class=\"article\">\n")
        if metadata.authorLine != nil { out.element("byline", metadata.authorLine) }
        if metadata.dateline != nil {
          out.raw("<dateline>")
          out.element("location", metadata.dateline)
          out.raw("</dateline>\n")
        }
        if let title = metadata.title { out.element("hl2", title) }
        out.element("p", metadata.alternativeTitle)
        out.element("p", metadata.summary)
        out.bytes += text.out.bytes
        out.raw("</block>\n")
      }
    }
    out.raw("</body.content>\n</body>\n</nitf>\n")
  }

  private mutating func open(language: String?) {
    out.raw("<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"")
    out.raw(" version=\"-//IPTC//DTD NITF 3.6//EN\"")
    if let language = language.flatMap(LanguageTag.normalized) {
      out.attribute("baselang", language)
    }
    out.raw(">\n")
  }

  // MARK: - Metadata

  private mutating func head(_ metadata: Metadata, _ address: PageAddress) {
    let extra = metadata.extra
    out.raw("<head>\n")
    out.element("title", metadata.title)
    for key in ["version", "profile"] { meta(key, extra.word(key)) }
    meta("publisher-url", metadata.publisher?.url.flatMap(PageAddress.web))
    docdata(metadata, address)
    if metadata.publisher != nil || metadata.section != nil || address.page != nil {
      out.raw("<pubdata type=\"web\"")
      if let name = metadata.publisher?.name { out.attribute("name", name) }
      if let section = metadata.section { out.attribute("position.section", section) }
      if let page = address.page { out.attribute("ex-ref", page) }
      out.raw("/>\n")
    }
    if let editor = metadata.editor {
      out.raw("<revision-history function=\"editor\"")
      out.attribute("name", editor)
      out.raw("/>\n")
    }
    if let modified = metadata.modified {
      out.raw("<revision-history comment=\"modified\"")
      out.attribute("norm", ItemDate.short(modified))
      out.raw("/>\n")
    }
    out.raw("</head>\n")
  }

  private mutating func docdata(_ metadata: Metadata, _ address: PageAddress) {
    let extra = metadata.extra
    out.raw("<docdata")
    if let status = extra.word("pubstatus") { out.attribute("management-status", status) }
    out.raw(">\n")
    let id = extra.word("id").flatMap(PageAddress.identifier) ?? address.identifier
    empty("doc-id", "id-string", id)
    empty("urgency", "ed-urg", extra.word("urgency").flatMap(Self.token))
    empty("date.issue", "norm", metadata.published.map(ItemDate.short))
    empty("date.release", "norm", extra.timestamp("embargoed").map(ItemDate.short))
    empty("date.expire", "norm", extra.timestamp("expires").map(ItemDate.short))
    empty("ed-msg", "info", extra.word("ednote"))
    empty("du-key", "key", metadata.slugline)
    empty("doc.copyright", "holder", extra.word("copyrightholder"))
    empty("doc.rights", "limitations", extra.word("usageterms"))
    if !metadata.tags.isEmpty {
      out.raw("<key-list>\n")
      for tag in metadata.tags { empty("keyword", "key", tag) }
      out.raw("</key-list>\n")
    }
    let subjects = ItemTerms.subjects(of: metadata).filter {
      $0.relation != ItemTerms.section && ($0.hasMore || $0.relation == ItemTerms.category)
    }
    let lists: [(StaticString, String)] = [
      ("person", "people"), ("org", "organisations"), ("location", "places"), ("event", "events"),
      ("object.title", "objects"),
    ]
    if !subjects.isEmpty || lists.contains(where: { !extra.concepts($0.1).isEmpty }) {
      out.raw("<identified-content>\n")
      for subject in subjects {
        concept("classifier", subject, type: subject.relation ?? "subject")
      }
      for (name, key) in lists {
        for found in extra.concepts(key) { concept(name, found, type: nil) }
      }
      out.raw("</identified-content>\n")
    }
    out.raw("</docdata>\n")
  }

  /// A text that may be a token of XML.
  private static func token(_ text: String) -> String? {
    text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
    } && !text.isEmpty ? text : nil
  }

  private mutating func concept(_ name: StaticString, _ concept: Concept, type: String?) {
    out.raw("<")
    out.raw(name)
    if let type { out.attribute("type", type) }
    if let value = concept.uri ?? concept.literal {
      out.attribute(type == nil && isLocation(name) ? "location-code" : "value", value)
    }
    out.raw(">")
    if let label = concept.name { out.text(label) }
    out.raw("</")
    out.raw(name)
    out.raw(">\n")
  }

  private func isLocation(_ name: StaticString) -> Bool { "\(name)" == "location" }

  private mutating func bodyHead(_ metadata: Metadata) {
    out.raw("<body.head>\n")
    if let title = metadata.title ?? metadata.alternativeTitle {
      out.raw("<hedline>")
      out.element("hl1", metadata.title ?? title)
      if metadata.title != nil { out.element("hl2", metadata.alternativeTitle) }
      out.raw("</hedline>\n")
    }
    out.element("rights", metadata.rights)
    if let byline = metadata.byline {
      // Names stand within the line where they can be found in it.
      out.raw("<byline>")
      people(metadata.authors.filter { !$0.isOrganization }, in: byline)
      out.raw("</byline>\n")
    } else if !metadata.authors.isEmpty {
      out.raw("<byline>")
      for (index, author) in metadata.authors.enumerated() {
        if index > 0 { out.text(", ") }
        person(author)
      }
      out.raw("</byline>\n")
    }
    if let source = metadata.source {
      out.raw("<distributor>")
      out.raw("<org")
      if let url = PageAddress.web(source.url) { out.attribute("value", url) }
      out.raw(">")
      out.text(source.name)
      out.raw("</org></distributor>\n")
    }
    if let dateline = metadata.dateline {
      out.raw("<dateline>")
      out.element("location", dateline)
      out.raw("</dateline>\n")
    }
    if let summary = metadata.summary {
      out.raw("<abstract>")
      out.element("p", summary)
      out.raw("</abstract>\n")
    }
    out.raw("</body.head>\n")
  }

  private mutating func people(_ people: [Person], in line: String) {
    var rest = line[...]
    for person in people {
      guard let place = rest.place(of: person.name) else { continue }
      out.text(String(rest[..<place.lowerBound]))
      self.person(person)
      rest = rest[place.upperBound...]
    }
    out.text(String(rest))
  }

  private mutating func person(_ author: Person) {
    out.raw(author.isOrganization ? "<byttl><org" : "<person")
    if let url = PageAddress.web(author.url) {
      out.attribute("value", url)
    } else if author.isOrganization {
      out.attribute("value", "organization")
    }
    out.raw(">")
    out.text(author.name)
    out.raw(author.isOrganization ? "</org></byttl>" : "</person>")
  }

  // MARK: - Elements

  private mutating func empty(_ name: StaticString, _ attribute: StaticString, _ value: String?) {
    guard let value else { return }
    out.raw("<")
    out.raw(name)
    out.attribute(attribute, value)
    out.raw("/>\n")
  }

  private mutating func meta(_ name: String, _ content: String?) {
    guard let content else { return }
    out.raw("<meta")
    out.attribute("name", name)
    out.attribute("content", content)
    out.raw("/>\n")
  }
}
