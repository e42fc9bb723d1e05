internal import NewsAddress
internal import NewsMarkup
internal import NewsModel
internal import NewsText

/// Makes items of ninjs of articles.
struct NinjsOutput {
  let version: NinjsVersion
  var losses = MetadataLosses()
  private var identifiers = UniqueNames()

  init(version: NinjsVersion) { self.version = version }

  /// The keys of ``Metadata/extra`` that an item has a place for.
  private static let kept: Set<String> = [
    "id", "title", "subjects", "people", "organisations", "places", "events", "objects", "genres",
    "embargoed", "expires", "contentcreated", "pubstatus", "urgency", "version", "profile",
    "usageterms", "ednote", "slugline", "altids", "copyrightholder",
    "rightsinfo", "trustindicators",
  ]

  /// An article as an item that stands by itself.
  mutating func document(
    _ entry: Publication.Entry, _ diagnostics: inout Diagnostics
  ) -> JSONValue {
    var object = JSONObject()
    object.add(version.key("standard"), standard)
    add(entry, to: &object, &diagnostics)
    return object.value
  }

  /// A digest as a package.
  mutating func package(_ publication: Publication, _ diagnostics: inout Diagnostics) -> JSONValue {
    var object = JSONObject()
    object.add(version.key("standard"), standard)
    var print = Fingerprint()
    let names = [publication.title, publication.creator, publication.date?.iso8601]
    for name in names { print.add(name ?? "") }
    for entry in publication.entries { print.add(PageAddress(of: entry).identifier) }
    object.add("uri", print.urn)
    object.add("type", "composite")
    object.add(version.key("versioncreated"), publication.date?.rfc3339)
    object.add("language", publication.language.flatMap(LanguageTag.normalized))
    if let title = publication.title {
      add([(role: "main", type: nil, value: title)], "headlines", "headline", to: &object)
    }
    object.add(version.key("by"), publication.creator.map(MarkupBuffer.writable))
    var members: [(name: String, value: JSONObject)] = []
    for entry in publication.entries {
      var item = JSONObject()
      let name = "article\(members.count + 1)"
      if version != .v1 { item.add("name", .string(name)) }
      add(entry, to: &item, &diagnostics)
      members.append((name, item))
    }
    associate(members, with: &object)
    return object.value
  }

  private var standard: JSONValue {
    var standard = JSONObject()
    standard.add("name", "ninjs")
    standard.add("version", version.rawValue)
    standard.add(
      "schema", "http://www.iptc.org/std/ninjs/ninjs-schema_\(version.rawValue).json#")
    return standard.value
  }

  // MARK: - An article

  private mutating func add(
    _ entry: Publication.Entry, to object: inout JSONObject, _ diagnostics: inout Diagnostics
  ) {
    let article = entry.article
    let metadata = article.metadata
    let extra = metadata.extra
    let address = PageAddress(of: entry)
    losses.add(metadata, dropped: [.direction, .editor], keptKeys: Self.kept)
    let uri = identifiers.next(identifier: address.page ?? address.identifier)
    object.add("uri", uri)
    object.add("type", "text")
    object.add(version.key("representationtype"), version == .v1 ? "complete" : "full")
    for key in ["profile", "version"] { object.add(version.key(key), extra.word(key)) }
    addDates(metadata, to: &object)
    if let status = extra.word("pubstatus"), ["usable", "withheld", "canceled"].contains(status) {
      object.add(version.key("pubstatus"), status)
    }
    if let urgency = extra.word("urgency").flatMap(Int.init), (1...9).contains(urgency) {
      object.add("urgency", urgency)
    }
    object.add(version.key("copyrightholder"), extra.word("copyrightholder"))
    for (key, text) in [
      ("copyrightnotice", metadata.rights), ("usageterms", extra.word("usageterms")),
      ("ednote", extra.word("ednote")),
    ] {
      object.add(version.key(key), text.map(MarkupBuffer.writable))
    }
    object.add("language", metadata.language.flatMap(LanguageTag.normalized))
    addTexts(article, page: address.page, to: &object, &diagnostics)
    addConcepts(metadata, to: &object)
    object.add("title", extra.word("title").map(MarkupBuffer.writable))
    object.add(version.key("by"), metadata.authorLine.map(MarkupBuffer.writable))
    object.add("slugline", metadata.slugline.map(MarkupBuffer.writable))
    object.add("located", metadata.dateline.map(MarkupBuffer.writable))
    addPictures(article, page: address.page, to: &object, &diagnostics)
    addOtherIdentifiers(metadata, besides: uri, to: &object)
    addRights(extra, to: &object)
  }

  private func addDates(_ metadata: Metadata, to object: inout JSONObject) {
    if let modified = metadata.modified {
      object.add(version.key("firstcreated"), metadata.published?.rfc3339)
      object.add(version.key("versioncreated"), modified.rfc3339)
    } else {
      object.add(version.key("versioncreated"), metadata.published?.rfc3339)
    }
    for key in ["contentcreated", "embargoed", "expires"] {
      object.add(version.key(key), metadata.extra.timestamp(key)?.rfc3339)
    }
  }

  private func addTexts(
    _ article: Article, page: String?, to object: inout JSONObject,
    _ diagnostics: inout Diagnostics
  ) {
    let metadata = article.metadata
    var headlines: [(role: String, type: String?, value: String)] = []
    if let title = metadata.title { headlines.append(("main", nil, title)) }
    if let title = metadata.alternativeTitle { headlines.append(("subtitle", nil, title)) }
    add(headlines, "headlines", "headline", to: &object)
    if let summary = metadata.summary {
      add([("text", nil, summary)], "descriptions", "description", to: &object)
    }
    let html = AbsoluteMarkup(article, page: page, diagnostics: &diagnostics).bytes
    guard !html.isEmpty else { return }
    let notes = article.footnotes.flatMap(\.content)
    let plain = (article.body + notes).plainText
    add(
      [
        ("xhtml", "text/html", String(decoding: html, as: UTF8.self)),
        ("text", "text/plain", plain),
      ], "bodies", "body", to: &object)
  }

  /// Adds texts: a list with roles, or members named after them in 1.4.
  private func add(
    _ texts: [(role: String, type: String?, value: String)], _ list: String, _ single: String,
    to object: inout JSONObject
  ) {
    if texts.isEmpty { return }
    if version == .v1 {
      for text in texts {
        // A headline has no role; descriptions and bodies have.
        let key = text.role == "main" ? single : single + "_" + text.role
        object.add(key, MarkupBuffer.writable(text.value))
      }
      return
    }
    object.add(
      list,
      texts.map { text in
        var element = JSONObject()
        element.add("role", text.role)
        element.add(version.key("contenttype"), text.type)
        let value = MarkupBuffer.writable(text.value)
        if text.type != nil { element.add(version.key("charcount"), value.unicodeScalars.count) }
        element.add("value", value)
        return element.value
      })
  }

  // MARK: - Concepts

  private func addConcepts(_ metadata: Metadata, to object: inout JSONObject) {
    let extra = metadata.extra
    func author(_ person: Person) -> Concept {
      Concept(name: person.name, uri: PageAddress.web(person.url), relation: "author")
    }
    let people = metadata.authors.filter { !$0.isOrganization }.map(author)
    let organizations = metadata.authors.filter(\.isOrganization).map(author)
    add("people", people + extra.concepts("people"), to: &object)
    add("organisations", organizations + extra.concepts("organisations"), to: &object)
    add("places", extra.concepts("places"), to: &object)
    add("subjects", ItemTerms.subjects(of: metadata), to: &object)
    for key in ["events", "objects"] { add(key, extra.concepts(key), to: &object) }
    add("genres", extra.concepts("genres"), relation: nil, to: &object)
    var sources: [Concept] = []
    if let publisher = metadata.publisher, publisher.name != extra.word("copyrightholder") {
      sources.append(
        Concept(name: publisher.name, uri: PageAddress.web(publisher.url), relation: "publisher"))
    }
    if let source = metadata.source {
      sources.append(
        Concept(name: source.name, uri: PageAddress.web(source.url), relation: "source"))
    }
    add("infosources", sources, relation: version == .v1 ? "rel" : "role", to: &object)
  }

  private func add(
    _ key: String, _ concepts: [Concept], relation: String? = "rel", to object: inout JSONObject
  ) {
    object.add(
      version.key(key),
      concepts.map { concept in
        var element = JSONObject()
        element.add("name", concept.name.map(MarkupBuffer.writable))
        if let relation { element.add(relation, concept.relation.map(MarkupBuffer.writable)) }
        let uri = concept.uri.flatMap(PageAddress.identifier)
        if version == .v1 {
          addCode(uri, concept.literal, to: &element)
        } else {
          element.add("uri", uri)
          element.add("literal", concept.literal.map(MarkupBuffer.writable))
        }
        return element.value
      })
  }

  /// 1.4 parts an address into its vocabulary and the code in it.
  private func addCode(_ uri: String?, _ literal: String?, to element: inout JSONObject) {
    guard let uri else { return element.add("code", literal) }
    guard PageAddress.web(uri) != nil, let slash = uri.lastIndex(where: { $0 == "/" || $0 == "#" }),
      uri.index(after: slash) < uri.endIndex,
      let scheme = PageAddress.web(String(uri[...slash]))
    else { return element.add("code", uri) }
    element.add("scheme", scheme)
    element.add("code", String(uri[uri.index(after: slash)...]))
  }

  // MARK: - Associations

  private func addPictures(
    _ article: Article, page: String?, to object: inout JSONObject,
    _ diagnostics: inout Diagnostics
  ) {
    let (pictures, unknown) = article.pictures(page: page)
    if unknown > 0 {
      diagnostics.warn(
        .pictureMissing,
        "\(unknown) \(unknown == 1 ? "picture has" : "pictures have") no address on the web and cannot be associated"
      )
    }
    var members: [(name: String, value: JSONObject)] = []
    for picture in pictures {
      let name = members.isEmpty ? "main" : "picture\(members.count + 1)"
      var item = JSONObject()
      if version != .v1 { item.add("name", .string(name)) }
      item.add("uri", picture.address)
      item.add("type", "picture")
      if let title = picture.title {
        add([("main", nil, title)], "headlines", "headline", to: &item)
      }
      if let caption = picture.caption {
        add([("text", nil, caption)], "descriptions", "description", to: &item)
      }
      var rendition = JSONObject()
      if version != .v1 { rendition.add("name", "main") }
      rendition.add("href", picture.address)
      rendition.add(
        version.key("contenttype"), ItemPicture.mediaType(of: picture.address))
      rendition.add("width", picture.width)
      rendition.add("height", picture.height)
      if version == .v1 {
        var renditions = JSONObject()
        renditions.add("main", rendition.value)
        item.add("renditions", renditions.value)
      } else {
        item.add("renditions", [rendition.value])
      }
      members.append((name, item))
    }
    associate(members, with: &object)
  }

  private func associate(
    _ members: [(name: String, value: JSONObject)], with object: inout JSONObject
  ) {
    if members.isEmpty { return }
    if version == .v1 {
      var associations = JSONObject()
      for member in members { associations.add(member.name, member.value.value) }
      object.add("associations", associations.value)
    } else {
      object.add("associations", members.map(\.value.value))
    }
  }

  /// Rights in a language of their own, and what shows that an item can be trusted.
  private func addRights(_ extra: MetadataMap, to object: inout JSONObject) {
    if let rights = extra["rightsinfo"]?.map {
      var info = JSONObject()
      let names: [(key: String, third: String)] = [
        ("langid", "langId"), ("linkedrights", "linkedRights"), ("encodedrights", "encodedRights"),
      ]
      var hasRights = false
      for name in names {
        guard let text = rights.word(name.key) ?? rights.word(name.third) else { continue }
        // One of both.
        if name.key != "langid" {
          if hasRights { continue }
          hasRights = true
        }
        let isAddress = name.key != "encodedrights"
        guard let value = isAddress ? PageAddress.identifier(text) : text else { continue }
        info.add(version == .v3 ? name.third : name.key, value)
      }
      if hasRights { object.add(version.key("rightsinfo"), info.value) }
    }
    // 1.4 parts their roles into vocabulary and code.
    guard version != .v1 else { return }
    object.add(
      version.key("trustindicators"),
      (extra["trustindicators"]?.list ?? []).compactMap(\.map).map { indicator in
        var element = JSONObject()
        element.add("role", indicator.word("role").flatMap(PageAddress.identifier))
        element.add("title", indicator.word("title"))
        element.add("href", indicator.word("href").flatMap(PageAddress.identifier))
        return element.value
      })
  }

  private func addOtherIdentifiers(
    _ metadata: Metadata, besides uri: String, to object: inout JSONObject
  ) {
    var others: [(role: String, value: String)] = []
    if let id = metadata.extra.word("id"), id != uri { others.append(("id", id)) }
    for entry in metadata.extra["altids"]?.map?.entries ?? [] {
      if let value = entry.value.string { others.append((entry.key, value)) }
    }
    if others.isEmpty { return }
    if version == .v1 {
      var ids = JSONObject()
      for other in others { ids.add(other.role, other.value) }
      object.add("altids", ids.value)
    } else {
      object.add(
        version.key("altids"),
        others.map { other in
          var id = JSONObject()
          id.add("role", other.role)
          id.add("value", other.value)
          return id.value
        })
    }
  }
}
