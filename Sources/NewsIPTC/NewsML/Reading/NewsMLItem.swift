internal import NewsBlocks
internal import NewsModel
internal import NewsXML

/// One item of NewsML-G2.
struct NewsMLItem {
  let tree: XMLTree
  let root: Int

  /// The article.
  func article(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) -> Article {
    let description = NewsMLMetadata(tree: tree, root: root)
    var metadata = description.metadata(language: source.language, &diagnostics)
    let text = ItemText(
      limits: limits, base: source.referenceBase ?? metadata.canonicalURL,
      language: metadata.language)
    var article = Article()
    read(text, into: &article, metadata: &metadata, &diagnostics)
    article.metadata = metadata
    if let picture = picture(metadata) {
      if article.body.isEmpty || !article.shows(picture.address) {
        article.body.insert(picture.block, at: 0)
        if picture.caption != nil { article.metadata.summary = nil }
      }
      if picture.kind == .picture {
        article.metadata.leadImage = LeadImage(
          source: picture.address, alternative: picture.title, caption: picture.caption)
      }
    }
    if article.body.isEmpty { article.body = words(text) }
    if article.body.isEmpty, let summary = article.metadata.summary {
      article.body = ItemText.blocks(plain: summary)
      article.metadata.summary = nil
    }
    return article
  }

  private var content: Int? {
    tree.localName(of: root) == "contentSet" ? root : tree.first("contentSet", from: root)
  }

  // MARK: - Texts

  private func read(
    _ text: ItemText, into article: inout Article, metadata: inout Metadata,
    _ diagnostics: inout Diagnostics
  ) {
    guard let content else { return }
    let inline = tree.children("inlineXML", of: content)
    if let nitf = inline.lazy.compactMap({ tree.first("nitf", from: $0) }).first {
      let inner = NITFItem(tree: tree, root: nitf).article(
        base: text.base, language: metadata.language, limits: text.limits,
        diagnostics: &diagnostics)
      article.body = inner.body
      article.footnotes = inner.footnotes
      metadata.fill(from: inner.metadata)
      return
    }
    for node in inline {
      guard let child = tree.children(of: node).first(where: { _ in true }) else { continue }
      let page = tree.first("body", from: child) ?? child
      let isBody = tree.localName(of: child) == "html"
      let built = text.blocks(
        html: tree.markup(within: isBody ? page : node), diagnostics: &diagnostics)
      guard !built.blocks.isEmpty else { continue }
      article.body = built.blocks
      article.footnotes = built.footnotes
      return
    }
    for node in tree.children("inlineData", of: content) {
      let value = String(decoding: tree.bytes(of: node), as: UTF8.self)
      let type = tree.word("contenttype", of: node)?.lowercased() ?? ""
      if tree.word("encoding", of: node) != nil || type.hasPrefix("image/") { continue }
      if type.contains("html") || type.isEmpty && value.collapsed?.first == "<" {
        let built = text.blocks(html: Array(value.utf8), diagnostics: &diagnostics)
        article.body = built.blocks
        article.footnotes = built.footnotes
      } else {
        article.body = ItemText.blocks(plain: value)
      }
      if !article.body.isEmpty { return }
    }
  }

  // MARK: - Pictures

  /// The rendition that serves best of what the item refers to.
  private func picture(_ metadata: Metadata) -> ItemPicture? {
    guard let content else { return nil }
    let itemClass =
      tree.first("itemMeta", "itemClass", from: root).flatMap {
        tree.word("qcode", of: $0) ?? tree.word("uri", of: $0)
      } ?? ""
    var best: (picture: ItemPicture, rank: Int)?
    for node in tree.outermost(["remoteContent"], from: content) {
      guard let href = tree.word("href", of: node) ?? tree.word("residref", of: node) else {
        continue
      }
      let type =
        tree.word("contenttype", of: node)?.lowercased() ?? ItemPicture.mediaType(of: href) ?? ""
      let kind: ItemPicture.Kind
      if type.hasPrefix("video/") || type.isEmpty && itemClass.hasSuffix("video") {
        kind = .video
      } else if type.hasPrefix("audio/") || type.isEmpty && itemClass.hasSuffix("audio") {
        kind = .audio
      } else if type.hasPrefix("image/")
        || itemClass.hasSuffix("picture") || itemClass.hasSuffix("graphic")
      {
        kind = .picture
      } else {
        continue
      }
      func size(_ name: String) -> Int? {
        tree.word(name, of: node).flatMap(Int.init).flatMap {
          (1...1_000_000).contains($0) ? $0 : nil
        }
      }
      let width = size("width")
      let rank = width.map { $0 <= 2000 ? $0 : max(1, 4000 - $0) } ?? 0
      guard rank > best?.rank ?? -1 else { continue }
      best = (
        ItemPicture(
          kind: kind, address: href, width: width, height: size("height")), rank
      )
    }
    guard var picture = best?.picture else { return nil }
    picture.title = metadata.title
    picture.caption = metadata.summary
    picture.credit = tree.phrase(of: tree.first("contentMeta", "creditline", from: root))
    return picture
  }

  // MARK: - Items without a text

  /// What a package, a concept or a plan says in words.
  private func words(_ text: ItemText) -> [Block] {
    var blocks: [Block] = []
    let groups = tree.outermost(["group"], from: root)
    for group in groups { blocks += references(in: group) }
    for concept in tree.outermost(["concept"], from: root) {
      let name = tree.phrase(of: tree.first("name", from: concept))
      let definitions = tree.children("definition", of: concept).compactMap { tree.phrase(of: $0) }
      // A concept item's own name is its title.
      if let name, tree.localName(of: root) != "conceptItem" {
        blocks.append(.paragraph(Paragraph([.strong([.text(name)])])))
      }
      blocks += definitions.map { .paragraph(Paragraph([.text($0)])) }
    }
    for coverage in tree.outermost(["newsCoverage"], from: root) {
      let kinds: Set<String> = ["headline", "description", "edNote", "slugline"]
      let lines = tree.outermost(kinds, from: coverage).compactMap { tree.phrase(of: $0) }
      blocks += lines.map { .paragraph(Paragraph([.text($0)])) }
    }
    guard tree.localName(of: root) == "catalogItem" else { return blocks }
    for scheme in tree.outermost(["scheme"], from: root) {
      guard let alias = tree.word("alias", of: scheme), let uri = tree.word("uri", of: scheme)
      else { continue }
      blocks.append(.paragraph(Paragraph([.text("\(alias): \(uri)")])))
    }
    return blocks
  }

  /// What a group of a package refers to, as a list.
  private func references(in group: Int) -> [Block] {
    var items: [List.Item] = []
    for node in tree.outermost(["itemRef", "conceptRef", "groupRef"], from: group) {
      let headline = tree.outermost(["headline", "title", "name"], from: node).first
      let target =
        tree.word("href", of: node) ?? tree.word("residref", of: node)
        ?? tree.word("idref", of: node)
      guard let label = tree.phrase(of: headline) ?? target else { continue }
      let href = tree.word("href", of: node)
      let line: [Inline] = href.map { [.link(Link($0, [.text(label)]))] } ?? [.text(label)]
      items.append(List.Item([.paragraph(Paragraph(line))]))
    }
    return items.isEmpty ? [] : [.list(List(items: items))]
  }
}
