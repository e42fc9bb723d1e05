import NewsAddress
package import NewsModel
import YAML

extension FrontMatterText {
  /// The front matter of a page of Hugo: its own keys, then what it has none for under `params`.
  ///
  /// - Parameters:
  ///   - metadata: what is known of the article.
  ///   - keepsUnsafeLinks: whether addresses stay that run a script.
  package init(hugo metadata: Metadata, keepsUnsafeLinks: Bool) {
    self.init(keepsUnsafeLinks: keepsUnsafeLinks)
    let extra = addresses.safe(metadata.extra)
    add("title", metadata.title)
    if let date = metadata.published { add("date", Self.plain(date.iso8601)) }
    if let date = metadata.modified { add("lastmod", Self.plain(date.iso8601)) }
    add("slug", metadata.slug)
    // Hugo's is a path; for an address on a host it refuses the whole site.
    let url = metadata.url.flatMap { addresses.judged($0, .citation) }
    let isPath = url.map(SafeAddress.isPath) ?? true
    if isPath { add("url", url) }
    addHugo(metadata.authors)
    add("categories", metadata.categories)
    add("tags", metadata.tags)
    add("description", metadata.summary)
    addHugo(metadata.leadImage)
    for entry in extra.entries where Self.hugoKeys.contains(entry.key) {
      add(entry.key, Self.node(entry.value))
    }
    var metadata = metadata
    if !isPath, metadata.canonicalURL == nil { metadata.canonicalURL = url }
    addParameters(metadata, extra)
  }

  /// Keys that Hugo itself knows and the model has no field for.
  ///
  /// Not `markup`, for what is written is Goldmark's Markdown and harmless as that alone, nor `cascade`
  /// and `outputs`, which rule more than the page.
  private static let hugoKeys: Set<String> = [
    "aliases", "build", "draft", "expiryDate", "headless", "isCJKLanguage", "keywords", "layout",
    "linkTitle", "linktitle", "menu", "menus", "publishDate", "resources", "series", "sitemap",
    "translationKey", "type", "weight",
  ]

  private mutating func addHugo(_ authors: [Person]) {
    if authors.isEmpty { return }
    var nodes: [YAMLNode] = []
    var hasMore = false
    for person in authors {
      guard let url = person.url.flatMap({ addresses.judged($0, .link) }) else {
        nodes.append(Self.text(person.name))
        continue
      }
      hasMore = true
      nodes.append(
        Self.map([
          (Self.text("name"), Self.text(person.name)), (Self.text("url"), Self.text(url)),
        ]))
    }
    add("authors", Self.sequence(nodes, isFlow: !hasMore))
  }

  /// A path alone as Hugo's own templates take it, one with a caption as themes do.
  private mutating func addHugo(_ image: LeadImage?) {
    guard let image, let path = addresses.judged(image.source, .picture) else { return }
    guard image.alternative != nil || image.caption != nil else {
      add("images", [path])
      return
    }
    var parts = [(Self.text("image"), Self.text(path))]
    if let text = image.alternative { parts.append((Self.text("alt"), Self.text(text))) }
    if let text = image.caption { parts.append((Self.text("caption"), Self.text(text))) }
    add("cover", Self.map(parts))
  }

  private mutating func addParameters(_ metadata: Metadata, _ extra: MetadataMap) {
    var parameters: [(YAMLNode, YAMLNode)] = []
    func add(_ key: String, _ text: String?) {
      if let text { parameters.append((Self.text(key), Self.text(text))) }
    }
    add("subtitle", metadata.alternativeTitle)
    add("byline", metadata.byline)
    add("dateline", metadata.dateline)
    add("section", metadata.section)
    add("lang", metadata.language)
    add("dir", metadata.direction?.rawValue)
    for (key, organization) in [("publisher", metadata.publisher), ("source", metadata.source)] {
      guard let organization else { continue }
      guard let url = organization.url.flatMap({ addresses.judged($0, .link) }) else {
        add(key, organization.name)
        continue
      }
      let parts = [
        (Self.text("name"), Self.text(organization.name)), (Self.text("url"), Self.text(url)),
      ]
      parameters.append((Self.text(key), Self.map(parts)))
    }
    add("canonicalURL", metadata.canonicalURL.flatMap { addresses.judged($0, .citation) })
    add("editor", metadata.editor)
    add("rights", metadata.rights)
    // The fields come first: a key of the article's own that is called so would hide them.
    let fields = parameters.map(\.0) + pairs.map(\.key)
    for entry in extra.entries where !Self.hugoKeys.contains(entry.key) {
      let key = Self.text(entry.key)
      if !fields.contains(key) { parameters.append((key, Self.node(entry.value))) }
    }
    if !parameters.isEmpty { self.add("params", Self.map(parameters)) }
  }
}
