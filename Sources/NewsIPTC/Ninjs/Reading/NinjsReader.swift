internal import NewsBlocks
internal import NewsConventions
internal import NewsMarkup
public import NewsModel

/// Reads IPTC's ninjs, News in JSON, of versions 1.0 to 3.1: an item an article.
///
/// What the model has no field for stays in ``Metadata/extra`` under the names of version 2.1. A package
/// that has no text of its own gives the items in it.
public struct NinjsReader: ArticleReader {
  /// How the format is registered.
  public static let registration = ReaderRegistration(
    format: Format(
      name: "ninjs", summary: "IPTC's News in JSON, 1.0 to 3.1", extensions: ["ninjs"],
      mediaType: "application/vnd.iptc.ninjs+json"),
    recognize: { NinjsRecognizer.certainty(of: $0) },
    make: { _ in NinjsReader() })

  /// Makes a reader.
  public init() {}

  /// Reads an item, or a list of them.
  ///
  /// - Throws: ``ConversionError/Code/badInput`` for what is no JSON or holds no item.
  public func read(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    do throws(ConversionError) {
      let value = try JSONValue(parsing: source.bytes)
      let items = value.array ?? [value]
      var articles: [Article] = []
      for item in items {
        guard case .object(let members) = item, !members.isEmpty else {
          throw ConversionError(.badInput, "it is no ninjs: an item is an object")
        }
        articles += self.articles(of: NinjsItem(item), source, limits, &diagnostics)
      }
      return articles.map { Publication.Entry($0, from: source) }
    } catch {
      var error = error
      error.file = error.file ?? source.path
      throw error
    }
  }

  private func articles(
    of item: NinjsItem, _ source: Source, _ limits: Limits, _ diagnostics: inout Diagnostics
  ) -> [Article] {
    if item.text("type") == "composite", item.texts("bodies", "body").isEmpty {
      let texts = item.associations.filter { !$0.item.texts("bodies", "body").isEmpty }
      if !texts.isEmpty {
        return texts.map { article(of: $0.item, source, limits, &diagnostics) }
      }
    }
    return [article(of: item, source, limits, &diagnostics)]
  }

  private func article(
    of item: NinjsItem, _ source: Source, _ limits: Limits, _ diagnostics: inout Diagnostics
  ) -> Article {
    var article = Article()
    article.metadata = NinjsMetadata.metadata(
      of: item, limits: limits, source: source, diagnostics: &diagnostics)
    let text = ItemText(
      limits: limits, base: source.referenceBase ?? article.metadata.canonicalURL,
      language: article.metadata.language)
    read(item, text, into: &article, &diagnostics)
    article.dropRepeatedHeadline(&diagnostics)
    if let own = item.picture(text), article.body.isEmpty || !article.shows(own.address) {
      article.body.insert(own.block, at: 0)
      if own.kind == .picture {
        article.metadata.leadImage = LeadImage(
          source: own.address, alternative: own.title, caption: own.caption)
      }
    } else if article.body.isEmpty, let summary = article.metadata.summary {
      article.body = ItemText.blocks(plain: summary)
      article.metadata.summary = nil
    }
    associate(item.associations, text, with: &article)
    return article
  }

  /// The body: HTML before plain text, and what says the same in XML last.
  private func read(
    _ item: NinjsItem, _ text: ItemText, into article: inout Article,
    _ diagnostics: inout Diagnostics
  ) {
    let bodies = item.texts("bodies", "body")
    if let html = bodies.first(where: { $0.isHTML })
      ?? bodies.first(where: { !$0.isXML && $0.type.isEmpty && $0.value.first == "<" })
    {
      let built = text.blocks(html: Array(html.value.utf8), diagnostics: &diagnostics)
      article.body = built.blocks
      article.footnotes = built.footnotes
      if !article.body.isEmpty { return }
    }
    if let plain = bodies.first(where: { !$0.isHTML && !$0.isXML }) {
      article.body = ItemText.blocks(plain: plain.value)
    } else if let other = bodies.first(where: { $0.isXML }) {
      let built = text.blocks(html: Array(other.value.utf8), diagnostics: &diagnostics)
      article.body = built.blocks
      article.footnotes = built.footnotes
    }
  }

  /// Pictures, recordings and films that go with the item; of other items, their names and addresses.
  private func associate(
    _ associations: [(name: String, item: NinjsItem)], _ text: ItemText,
    with article: inout Article
  ) {
    var related: [MetadataValue] = []
    var shown = article.shownAddresses
    for (name, item) in associations {
      guard let picture = item.picture(text) else {
        var entry: MetadataMap = [:]
        entry.set("name", name)
        entry.set("uri", item.text("uri"))
        entry.set("type", item.text("type"))
        entry.set("title", item.headline(text) ?? item.text("title"))
        if !entry.isEmpty { related.append(.map(entry)) }
        continue
      }
      if picture.kind == .picture, article.metadata.leadImage == nil {
        article.metadata.leadImage = LeadImage(
          source: picture.address, alternative: picture.title, caption: picture.caption)
      } else if picture.address != article.metadata.leadImage?.source,
        shown.insert(picture.address).inserted
      {
        article.body.append(picture.block)
      }
    }
    if !related.isEmpty { article.metadata.extra["associations"] = .list(related) }
  }
}
