internal import NewsAddress
internal import NewsMarkup
internal import NewsModel
internal import NewsText

/// Makes items of NewsML-G2 of articles.
struct NewsMLOutput {
  private(set) var losses = MetadataLosses()
  private var out = MarkupBuffer()
  private var identifiers = UniqueNames()

  /// The terms of this house: what IPTC's vocabularies have no word for.
  static let scheme = "https://newskit.invalid/terms/"

  /// The keys of ``Metadata/extra`` that an item has a place for.
  private static let kept: Set<String> = [
    "id", "version", "subjects", "genres", "places", "embargoed", "expires", "urgency",
    "usageterms", "ednote", "pubstatus", "profile", "copyrightholder", "slugline",
  ]

  /// The beginning of a message.
  mutating func opening(of publication: Publication, epoch: Int?) -> [UInt8] {
    out = MarkupBuffer()
    out.raw("<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\">\n<header>\n")
    let dates = publication.entries.flatMap { [$0.metadata.modified, $0.metadata.published] }
    let latest = (dates + [publication.date]).compactMap { $0?.secondsSince1970 }.max()
    let sent = Timestamp(secondsSince1970: epoch ?? latest ?? 0)
    out.element("sent", sent?.rfc3339)
    out.raw("</header>\n<itemSet>\n")
    return out.bytes
  }

  /// An article as an item.
  mutating func item(
    _ entry: Publication.Entry, diagnostics: inout Diagnostics
  ) -> [UInt8] {
    out = MarkupBuffer()
    let article = entry.article
    let metadata = article.metadata
    let address = PageAddress(of: entry)
    losses.add(metadata, dropped: [.direction, .url], keptKeys: Self.kept)
    let language = metadata.language.flatMap(LanguageTag.normalized)
    let id = identifiers.next(identifier: address.identifier)
    out.raw("<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"")
    out.attribute("guid", id)
    let version = metadata.extra.word("version").flatMap(Int.init)
    out.attribute("version", String(max(1, version ?? 1)))
    out.raw(" standard=\"NewsML-G2\" standardversion=\"2.35\" conformance=\"power\"")
    if let language { out.attribute("xml:lang", language) }
    out.raw(">\n<catalogRef")
    out.attribute(
      "href", "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml")
    out.raw("/>\n<catalog><scheme alias=\"nk\"")
    out.attribute("uri", Self.scheme)
    out.raw("/></catalog>\n")
    rights(metadata)
    itemMeta(metadata, page: address.page == id ? nil : address.page, diagnostics: &diagnostics)
    contentMeta(metadata, page: address.page, language: language)
    out.raw("<contentSet>\n<inlineXML contenttype=\"application/xhtml+xml\">\n")
    out.raw("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head>")
    out.element("title", metadata.title ?? "")
    out.raw("</head>\n<body>\n")
    out.bytes +=
      AbsoluteMarkup(
        article, page: address.page, isXML: true, diagnostics: &diagnostics
      ).bytes
    out.raw("</body></html>\n</inlineXML>\n</contentSet>\n</newsItem>\n")
    return out.bytes
  }

  // MARK: - Metadata

  private mutating func rights(_ metadata: Metadata) {
    let holder = metadata.extra.word("copyrightholder")
    let terms = metadata.extra.word("usageterms")
    if holder == nil, terms == nil, metadata.rights == nil { return }
    out.raw("<rightsInfo>\n")
    if let holder { named("copyrightHolder", Concept(name: holder)) }
    out.element("copyrightNotice", metadata.rights)
    out.element("usageTerms", terms)
    out.raw("</rightsInfo>\n")
  }

  private mutating func itemMeta(
    _ metadata: Metadata, page: String?, diagnostics: inout Diagnostics
  ) {
    let extra = metadata.extra
    out.raw("<itemMeta>\n<itemClass qcode=\"ninat:text\"/>\n")
    if let publisher = metadata.publisher {
      named("provider", Concept(name: publisher.name, uri: PageAddress.web(publisher.url)))
    } else {
      // An item must have a provider.
      out.raw("<provider qcode=\"nk:unknown\"/>\n")
    }
    if metadata.modified == nil, metadata.published == nil {
      diagnostics.warn(
        .dateInvented, "an item must have a date: one without gets the first day of 1970")
    }
    let version =
      metadata.modified ?? metadata.published ?? Timestamp(secondsSince1970: 0)
    out.element("versionCreated", version?.rfc3339)
    out.element("embargoed", extra.timestamp("embargoed")?.rfc3339)
    if let status = extra.word("pubstatus"), ["usable", "withheld", "canceled"].contains(status) {
      out.raw("<pubStatus")
      out.attribute("qcode", "stat:" + status)
      out.raw("/>\n")
    }
    out.element("profile", extra.word("profile"))
    out.element("edNote", extra.word("ednote"))
    if let page {
      out.raw("<link rel=\"nk:page\"")
      out.attribute("href", page)
      out.raw("/>\n")
    }
    out.raw("</itemMeta>\n")
  }

  private mutating func contentMeta(_ metadata: Metadata, page: String?, language: String?) {
    let extra = metadata.extra
    out.raw("<contentMeta>\n")
    if let lead = metadata.leadImage {
      var references = AbsoluteReferences(page: page)
      if let address = PageAddress.web(references.absolute(lead.source)) {
        out.raw("<icon")
        out.attribute("href", address)
        if let type = ItemPicture.mediaType(of: address) { out.attribute("contenttype", type) }
        out.raw("/>\n")
      }
    }
    if let urgency = extra.word("urgency").flatMap(Int.init), (1...9).contains(urgency) {
      out.element("urgency", String(urgency))
    }
    out.element("contentCreated", metadata.published.map(Self.date))
    out.element("contentModified", metadata.modified.map(Self.date))
    for place in extra.concepts("places") { named("located", place) }
    if let source = metadata.source {
      named("infoSource", Concept(name: source.name, uri: PageAddress.web(source.url)))
    }
    for author in metadata.authors {
      named(
        "creator", Concept(name: author.name, uri: PageAddress.web(author.url)),
        type: author.isOrganization ? "cpnat:organisation" : "cpnat:person")
    }
    if let editor = metadata.editor {
      named("contributor", Concept(name: editor), role: "nk:editor")
    }
    if let language {
      out.raw("<language")
      out.attribute("tag", language)
      out.raw("/>\n")
    }
    for genre in extra.concepts("genres") { named("genre", genre) }
    for subject in ItemTerms.subjects(of: metadata) {
      let isTerm =
        subject.relation == ItemTerms.section || subject.relation == ItemTerms.category
      if isTerm || subject.uri != nil || subject.literal != nil {
        named("subject", subject, why: isTerm ? subject.relation.map { "nk:" + $0 } : nil)
      } else {
        out.element("keyword", subject.name)
      }
    }
    out.element("slugline", metadata.slugline)
    out.element("headline", metadata.title)
    if let second = metadata.alternativeTitle {
      out.raw("<headline role=\"nk:subtitle\">")
      out.text(second)
      out.raw("</headline>\n")
    }
    out.element("dateline", metadata.dateline)
    out.element("by", metadata.byline)
    out.element("description", metadata.summary)
    out.raw("</contentMeta>\n")
  }

  /// A date with as much as is known, but for what the schema does not allow.
  private static func date(_ timestamp: Timestamp) -> String {
    timestamp.time == nil ? timestamp.iso8601 : timestamp.rfc3339
  }

  // MARK: - Elements

  /// An element that refers to a concept, with its name.
  private mutating func named(
    _ name: StaticString, _ concept: Concept, type: String? = nil, role: String? = nil,
    why: String? = nil
  ) {
    out.raw("<")
    out.raw(name)
    if let uri = concept.uri.flatMap(PageAddress.identifier) {
      out.attribute("uri", uri)
    } else if let code = concept.literal {
      if Self.isCode(code) {
        out.attribute("qcode", code)
      } else {
        out.attribute("literal", code)
      }
    }
    if let type { out.attribute("type", type) }
    if let role { out.attribute("role", role) }
    if let why { out.attribute("why", why) }
    out.raw(">")
    out.element("name", concept.name)
    out.raw("</")
    out.raw(name)
    out.raw(">\n")
  }

  /// Whether a code has the form `scheme:code`.
  private static func isCode(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex,
      text.index(after: colon) < text.endIndex
    else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

}
