internal import NewsBlocks
internal import NewsModel

/// Makes items of a collection: a post's content, with what the export says of it besides.
struct ItemMaker {
  let site: ExportedSite
  let source: Source
  let identifier: String
  private var names: [String: Int] = [:]

  init(site: ExportedSite, source: Source, identifier: String) {
    self.site = site
    self.source = source
    self.identifier = identifier
  }

  mutating func item(
    of item: ExportedItem, diagnostics: inout Diagnostics
  ) -> CollectionItem {
    var source = self.source
    source.bytes = item.content
    source.metadata = metadata(of: item, diagnostics: &diagnostics)
    source.metadata.fill(from: self.source.metadata)
    source.url = source.metadata.canonicalURL ?? site.url
    source.mediaType = "text/html"
    source.charset = "utf-8"
    source.collection = identifier
    return CollectionItem(
      name: name(of: item, slug: source.metadata.slug, diagnostics: &diagnostics),
      .source(source))
  }

  private mutating func name(
    of item: ExportedItem, slug: String?, diagnostics: inout Diagnostics
  ) -> String {
    let name = (slug ?? item.id.map { "post-\($0)" } ?? "post-at-line-\(item.line)")
      .split(separator: "/", omittingEmptySubsequences: true).joined(separator: "-")
    let count = names[name, default: 0] + 1
    names[name] = count
    if count == 2 {
      diagnostics.warn(
        .metadataOdd, "several posts are called '\(name)'; the later ones get a number",
        line: item.line)
    }
    return count == 1 ? name : "\(name)-\(count)"
  }

  private func metadata(of item: ExportedItem, diagnostics: inout Diagnostics) -> Metadata {
    let name = item.title ?? item.slug ?? item.id.map(String.init) ?? "without a title"
    var metadata = Metadata()
    metadata.title = PlainText.cleaned(item.title)
    let authors = site.authors(of: item)
    metadata.authors = authors.people
    if !authors.areNamed {
      diagnostics.warn(
        .metadataOdd,
        "the export has no name for the author '\(authors.people.first?.name ?? "")'")
    }
    if item.isProtected {
      diagnostics.warn(
        .postUnpublished, "'\(name)' is behind a password on its site, and is not here",
        line: item.line)
    }
    metadata.published = item.published
    if item.hasBadDate {
      diagnostics.warn(.dateInvalid, "'\(name)' has no valid date", line: item.line)
    }
    if let modified = item.modified, modified != item.published { metadata.modified = modified }
    metadata.slug = item.slug.map(ExportedText.slug)
    metadata.canonicalURL = item.link.map { URLReference.resolved($0, against: site.url) }
    metadata.language = site.language
    metadata.publisher = site.title.map { Organization(name: $0, url: site.url) }
    metadata.summary =
      PlainText.cleaned(String(decoding: item.excerpt, as: UTF8.self))
      ?? PlainText.cleaned(item.field("_yoast_wpseo_metadesc"))
      ?? PlainText.cleaned(item.field("rank_math_description"))
    metadata.leadImage = leadImage(of: item, name: name, diagnostics: &diagnostics)
    setTerms(of: item, &metadata)
    setExtra(of: item, &metadata)
    return metadata
  }

  private func leadImage(
    of item: ExportedItem, name: String, diagnostics: inout Diagnostics
  ) -> LeadImage? {
    guard let text = item.field("_thumbnail_id"), let id = Int(text), id > 0 else { return nil }
    guard let attachment = site.attachments[id] else {
      diagnostics.warn(
        .pictureMissing, "the export does not have the picture \(id) that stands for '\(name)'",
        line: item.line)
      return nil
    }
    return LeadImage(
      source: URLReference.resolved(attachment.url, against: site.url),
      alternative: attachment.alternative, caption: attachment.caption)
  }

  private func setTerms(of item: ExportedItem, _ metadata: inout Metadata) {
    var others: [String: [MetadataValue]] = [:]
    for term in item.terms {
      let name = PlainText.cleaned(term.name) ?? term.name
      switch term.domain {
      case "category": metadata.categories.append(name)
      case "post_tag": metadata.tags.append(name)
      case "author": break
      case let domain:
        others[domain, default: []].append(.string(name))
      }
    }
    metadata.categories = metadata.categories.distinct()
    metadata.tags = metadata.tags.distinct()
    for domain in item.terms.map(\.domain).distinct() {
      if let names = others[domain] { metadata.extra[domain] = .list(names) }
    }
  }

  private func setExtra(of item: ExportedItem, _ metadata: inout Metadata) {
    if let id = item.id { metadata.extra["wordpress_id"] = .integer(id) }
    if item.type != "post" { metadata.extra["type"] = .string(item.type) }
    if item.status != "publish" { metadata.extra["status"] = .string(item.status) }
    if item.isSticky { metadata.extra["sticky"] = .bool(true) }
    // Names with a line before them are those of plug-ins.
    let own = item.fields.filter {
      $0.key.utf8.first != UInt8(ascii: "_") && !$0.value.isEmpty
        && !Self.pluginFields.contains($0.key)
    }
    if !own.isEmpty {
      var fields = MetadataMap()
      for field in own { fields[field.key] = .string(field.value) }
      metadata.extra["fields"] = .map(fields)
    }
    let enclosures = item.fields.filter { $0.key == "enclosure" }.compactMap { field in
      field.value.split(whereSeparator: \.isNewline).first.map { PlainText.trimmed(String($0)) }
    }
    if !enclosures.isEmpty { metadata.extra["enclosures"] = .list(enclosures.map { .string($0) }) }
  }

  /// What has a place of its own.
  private static let pluginFields: Set<String> = [
    "enclosure", "footnotes", "rank_math_description",
  ]
}
