import NewsModel
import NewsText

/// The parts of a digest in order: front matter and contents, then article after article.
struct MarkdownDigest {
  private let publication: Publication
  private let writer: MarkdownWriter
  private var section = -1
  private var entry = 0
  private var number = 0

  init(_ publication: Publication, writer: MarkdownWriter) {
    self.publication = publication
    self.writer = writer
  }

  /// The next part's bytes, or `nil` at the end.
  mutating func next(diagnostics: inout Diagnostics) throws(ConversionError) -> [UInt8]? {
    if section < 0 {
      section = 0
      if !writer.options.isFragment { return try contents(diagnostics: &diagnostics) }
    }
    while section < publication.sections.count {
      let current = publication.sections[section]
      guard entry < current.entries.count else {
        section += 1
        entry = 0
        continue
      }
      let article = current.entries[entry].article
      let isFirst = entry == 0
      entry += 1
      number += 1
      if writer.options.isFragment {
        let body = writer.body(
          of: MarkdownDigest.renamed(article, number: number), hasAutoIDs: false,
          labels: MarkdownDigest.prefix(number), diagnostics: &diagnostics)
        return number == 1 ? body : [0x0A] + body
      }
      return part(
        article, section: isFirst ? current.title : nil, isDeep: current.title != nil,
        diagnostics: &diagnostics)
    }
    return nil
  }

  /// One article: its headline, what is known of it, its text with headings below its own.
  private func part(
    _ article: Article, section: String?, isDeep: Bool, diagnostics: inout Diagnostics
  ) -> [UInt8] {
    let metadata = article.metadata
    var blocks: [Block] = []
    if let section { blocks.append(.heading(Heading(level: 1, [.text(section)]))) }
    let level = isDeep ? 2 : 1
    let title: [Inline] = [.text(metadata.title ?? "Untitled")]
    blocks.append(
      .heading(
        Heading(
          level: level,
          [.span(Span(nil, [], attributes: Attributes(id: "article-\(number)")))] + title)))
    if let deck = metadata.alternativeTitle {
      blocks.append(.paragraph(Paragraph([.emphasis([.text(deck)])])))
    }
    var line: [Inline] = []
    func add(_ piece: Inline) { line += line.isEmpty ? [piece] : [.text(" · "), piece] }
    if let author = metadata.authorLine { add(.text(author)) }
    if let date = metadata.published {
      let language = metadata.language ?? publication.language
      add(.text(VisibleDate(date, language: language).long))
    }
    let source = metadata.source ?? metadata.publisher
    if let url = metadata.canonicalURL ?? source?.url {
      add(.link(Link(url, [.text(source?.name ?? url)])))
    } else if let source {
      add(.text(source.name))
    }
    if !line.isEmpty { blocks.append(.paragraph(Paragraph(line))) }
    var shifted = article
    shifted.body =
      blocks
      + MarkdownDigest.withoutIdleAnchors(article, MarkdownDigest.lowered(article.body, by: level))
    // Labels and anchors of one article must not meet those of another.
    shifted.footnotes = article.footnotes
    shifted = MarkdownDigest.renamed(shifted, number: number)
    var out: [UInt8] = [0x0A]
    out += writer.body(
      of: shifted, hasAutoIDs: false, anchors: ["article-\(number)"],
      labels: MarkdownDigest.prefix(number), diagnostics: &diagnostics)
    return out
  }

  private func contents(diagnostics: inout Diagnostics) throws(ConversionError) -> [UInt8] {
    var metadata = Metadata()
    metadata.title = publication.title
    metadata.authors = publication.creator.map { [Person(name: $0)] } ?? []
    metadata.published = publication.date
    metadata.language = publication.language
    var number = 0
    var blocks: [Block] = []
    for section in publication.sections {
      if let title = section.title {
        blocks.append(.paragraph(Paragraph([.strong([.text(title)])])))
      }
      let items = section.entries.map { entry in
        number += 1
        let title = entry.metadata.title ?? "Untitled"
        return List.Item([
          .paragraph(Paragraph([.link(Link("#article-\(number)", [.text(title)]))]))
        ])
      }
      blocks.append(
        .list(List(.ordered(start: number - items.count + 1), items: items)))
    }
    return try writer.text(
      of: Article(metadata: metadata, body: blocks), diagnostics: &diagnostics)
  }

  /// Headings sunk below an article's own.
  private static func lowered(_ blocks: [Block], by levels: Int) -> [Block] {
    let top = blocks.compactMap { block in
      if case .heading(let heading) = block { min(6, max(1, heading.level)) } else { nil }
    }.min()
    guard let top, top <= levels else { return blocks }
    return blocks.map { block in
      guard case .heading(var heading) = block else { return block }
      heading.level = min(6, min(6, max(1, heading.level)) + levels + 1 - top)
      return .heading(heading)
    }
  }

  /// Headings without the anchors that no link of the article leads to: in a digest they would be
  /// HTML, as its headings have not those that a dialect gives them.
  private static func withoutIdleAnchors(_ article: Article, _ blocks: [Block]) -> [Block] {
    let targets = AnchorTargets.of(article)
    return blocks.map { block in
      guard case .heading(var heading) = block, let id = heading.attributes.id,
        !targets.contains(id)
      else { return block }
      heading.attributes.id = nil
      return .heading(heading)
    }
  }

  /// What the labels of notes and references of an article begin with.
  private static func prefix(_ number: Int) -> String { "a\(number)-" }

  /// Notes with labels of the article's own.
  private static func renamed(_ article: Article, number: Int) -> Article {
    if article.footnotes.isEmpty { return article }
    var result = article
    let prefix = prefix(number)
    result.body = article.body.renamingFootnotes { prefix + $0 }
    result.footnotes = article.footnotes.map {
      Footnote(label: prefix + $0.label, content: $0.content.renamingFootnotes { prefix + $0 })
    }
    return result
  }
}
