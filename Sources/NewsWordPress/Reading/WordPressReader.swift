internal import NewsBlocks
internal import NewsBytes
internal import NewsModel

/// Reads the content of a post as WordPress keeps it.
struct WordPressReader: ArticleReader {
  let site: ExportedSite

  /// Makes the article of a post; what the export says of it besides comes with the source.
  func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    var id: Int?
    if case .integer(let number)? = source.metadata.extra["wordpress_id"] { id = number }
    let facts = id.flatMap { site.facts[$0] }
    var expander = ContentExpander(site: site, post: id)
    var html = expander.html(of: source.bytes)
    // A post of the block editor has its paragraphs.
    if site.isWordPress, !source.bytes.contains(bytesOf: "<!-- wp:") {
      html = AutoParagraphs.html(of: html)
    }
    report(expander, of: source, line: facts?.line, &diagnostics)
    var options = BlockBuilder.Options.text
    options.language = source.language
    let built = BlockBuilder.blocks(
      ofMarkup: html, base: source.referenceBase, options: options, limits: limits,
      diagnostics: &diagnostics)
    var article = Article()
    article.body = built.blocks
    article.footnotes = built.footnotes
    appendEnclosures(source, to: &article)
    if article.body.isEmpty {
      diagnostics.warn(.postEmpty, "'\(name(of: source))' has no text", line: facts?.line)
    }
    var entry = Publication.Entry(article, from: source)
    var origin = Origin(of: source)
    origin.aliases = id.map(site.aliases) ?? []
    entry.origin = origin
    return [entry]
  }

  /// All that is known is known from outside.
  func preview(_ source: Source, limits: Limits) throws(ConversionError) -> [ArticlePreview]? {
    [ArticlePreview(Metadata())]
  }

  private func name(of source: Source) -> String {
    source.metadata.title ?? source.metadata.slug ?? "a post"
  }

  private func report(
    _ expander: ContentExpander, of source: Source, line: Int?, _ diagnostics: inout Diagnostics
  ) {
    let name = name(of: source)
    if !expander.unknown.isEmpty {
      let codes = expander.unknown.map { "[\($0)]" }.joined(separator: ", ")
      diagnostics.warn(
        .shortcodeUnknown, "'\(name)': \(codes) is not known and stays as it is written", line: line
      )
    }
    if !expander.dynamicBlocks.isEmpty {
      let blocks = expander.dynamicBlocks.joined(separator: ", ")
      diagnostics.notice(
        .textDropped, "'\(name)': what the site itself puts there is left out: \(blocks)",
        line: line)
    }
    if expander.leavesOutGalleries {
      diagnostics.warn(
        .pictureMissing, "'\(name)': galleries that come to more than 8 MB are left out", line: line
      )
    }
    for what in expander.missing {
      diagnostics.warn(
        .pictureMissing, "'\(name)': \(what) is not in the export", line: line)
    }
  }

  /// Recordings that go with a post and are not in its text.
  private func appendEnclosures(_ source: Source, to article: inout Article) {
    guard let enclosures = source.metadata.extra["enclosures"]?.list else { return }
    var shown: Set<String> = []
    for case .media(let media) in article.body { shown.insert(media.source) }
    for case .string(let url) in enclosures {
      let address = URLReference.resolved(url, against: source.referenceBase)
      guard shown.insert(address).inserted else { continue }
      let attachment = ExportedSite.Attachment(id: 0, url: url, order: 0)
      switch attachment.kind {
      case .audio: article.body.append(.media(Media(.audio, source: address)))
      case .video: article.body.append(.media(Media(.video, source: address)))
      default: break
      }
    }
  }
}
