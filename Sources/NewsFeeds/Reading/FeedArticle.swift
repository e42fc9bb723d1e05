internal import NewsBlocks
internal import NewsHTML
internal import NewsModel

/// Makes an article of an entry.
struct FeedArticle {
  let head: FeedHead
  let address: String?
  let limits: Limits
  /// What the feed calls itself.
  let feedTitle: String?

  init(head: FeedHead, address: String?, limits: Limits) {
    (self.head, self.address, self.limits) = (head, address, limits)
    feedTitle = head.title.flatMap { Self.plain($0, limits: limits) }
  }

  func article(of entry: FeedEntry, diagnostics: inout Diagnostics) -> Article {
    var metadata = Metadata()
    metadata.title = entry.title.flatMap(plain)
    metadata.canonicalURL = entry.link
    metadata.published = entry.published ?? entry.updated
    metadata.modified = entry.published == nil ? nil : entry.updated
    metadata.authors = entry.authors.isEmpty ? head.authors : entry.authors
    metadata.tags = entry.tags
    metadata.language = entry.language ?? head.language
    metadata.rights = entry.rights ?? head.rights
    metadata.leadImage = entry.image
    metadata.source = entry.source
    metadata.publisher = feedTitle.map { Organization(name: $0, url: head.link) }
    if let id = entry.id, !id.isEmpty, id != entry.link { metadata.id = id }

    let text = entry.content ?? entry.summary
    var built =
      text.map { blocks(of: $0, language: metadata.language, diagnostics: &diagnostics) }
      ?? BlockBuilder.Output()
    if entry.content != nil, let summary = entry.summary.flatMap(plain) {
      if FeedSummary.isText(summary, beside: built.blocks), let text = entry.summary {
        var whole = blocks(of: text, language: metadata.language, diagnostics: &diagnostics)
        whole.blocks += built.blocks
        whole.footnotes += built.footnotes
        built = whole
      } else {
        metadata.summary = summary
      }
    }
    built.blocks += players(of: entry, beside: built.blocks)
    return Article(metadata: metadata, body: built.blocks, footnotes: built.footnotes)
  }

  /// What goes with an entry and is not played in its text already.
  private func players(of entry: FeedEntry, beside body: [Block]) -> [Block] {
    if entry.media.isEmpty { return [] }
    var known: Set<String> = []
    for case .media(let media) in body { known.insert(media.source) }
    return entry.media.filter { known.insert($0.source).inserted }.map { .media($0) }
  }

  private func blocks(
    of text: FeedText, language: String?, diagnostics: inout Diagnostics
  ) -> BlockBuilder.Output {
    var options = BlockBuilder.Options.page
    options.keepsAllAnchors = true
    options.language = language
    let base = FeedAddress.base(text.bases, feed: head.link ?? address)
    let builder = BlockBuilder(options: options, limits: limits) { reference in
      URLReference.resolved(reference, against: base)
    }
    do throws(ConversionError) {
      let tree = try HTMLTree(
        parsing: text.html, isFragment: true, limits: limits, diagnostics: &diagnostics)
      return builder.blocks(of: tree, diagnostics: &diagnostics)
    } catch {
      diagnostics.warn(.textDropped, "the text of an entry was left out: \(error.message)")
      return BlockBuilder.Output()
    }
  }

  /// A text without markup, on one line.
  private func plain(_ text: FeedText) -> String? { Self.plain(text, limits: limits) }

  private static func plain(_ text: FeedText, limits: Limits) -> String? {
    if !text.isMarkup
      || !text.bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
    {
      let result = FeedLine.collapsed(String(decoding: text.bytes, as: UTF8.self))
      return result.isEmpty ? nil : result
    }
    var bytes = text.bytes
    // References are escaped twice by some; markup that was escaped is meant to be read.
    for pass in 0..<2 where pass == 0 || bytes.contains(UInt8(ascii: "&")) {
      if pass > 0, bytes.contains(UInt8(ascii: "<")) { break }
      var diagnostics = Diagnostics()
      guard
        let tree = try? HTMLTree(
          parsing: bytes, isFragment: true, limits: limits, diagnostics: &diagnostics)
      else { break }
      bytes = Array(tree.string(of: HTMLTree.root).utf8)
    }
    let result = FeedLine.collapsed(String(decoding: bytes, as: UTF8.self))
    return result.isEmpty ? nil : result
  }
}
