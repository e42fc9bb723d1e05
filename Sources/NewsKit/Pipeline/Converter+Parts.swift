internal import NewsPages

extension Converter {
  /// An article with the parts that its page is followed by; where they are not wanted it is noted that
  /// there are such.
  ///
  /// - Parameters:
  ///   - entries: what was read from the page.
  ///   - source: the page, from the web.
  func joined(
    _ entries: [Publication.Entry], from source: Source, _ item: InputItem,
    _ outcome: inout Pipeline.Outcome
  ) throws(ConversionError) -> [Publication.Entry] {
    guard source.retrieved != nil, entries.count == 1, let address = source.url,
      let opener = registry.openers.first(where: { $0.opens(address) }),
      item.joinsPages || ArticleParts.isHinted(in: source.bytes)
    else { return entries }
    var parts = ArticleParts(first: address)
    guard var next = parts.next(in: source.bytes, at: address) else { return entries }
    guard item.joinsPages else {
      outcome.diagnostics.append(
        Diagnostic(
          .warning, .partMissing, "goes on at \(next), which --join-pages takes as well",
          file: address))
      return entries
    }
    var entries = entries
    var count = 1
    while true {
      count += 1
      guard count <= Self.partsAtMost else {
        outcome.diagnostics.append(
          Diagnostic(
            .warning, .partMissing, "has more than \(Self.partsAtMost) pages; the rest is left out",
            file: address))
        return entries
      }
      do throws(ConversionError) {
        var diagnostics = Diagnostics(file: next)
        var (bytes, page) = try opener.open(
          next, isNamed: false, limits: limits, diagnostics: &diagnostics)
        page.bytes = try bytes.rest(limit: limits.inputBytes)
        page.language = source.language
        let read = try readUnfiltered(page, with: try ownReader(of: item, page))
        guard let part = read.result.first else {
          throw ConversionError(.badInput, "has no article", file: next)
        }
        outcome.diagnostics += diagnostics.all + read.diagnostics
        entries[0].article.append(part.article, part: count)
        guard let following = parts.next(in: page.bytes, at: next) else { return entries }
        next = following
      } catch {
        outcome.diagnostics.append(
          Diagnostic(
            .warning, .partMissing, "page \(count) of the article is missing: \(error.message)",
            file: next))
        return entries
      }
    }
  }

  /// No article has more.
  private static let partsAtMost = 50
}

extension Article {
  /// Puts another part of the same article behind this one.
  fileprivate mutating func append(_ other: Article, part: Int) {
    // Every page counts its notes anew.
    let labels = FootnoteLabels(suffix: ".\(part)")
    var other = other.rewritten(by: labels)
    for index in other.footnotes.indices {
      other.footnotes[index].label = labels.renamed(other.footnotes[index].label)
    }
    // The title and the picture at the head come again on every page.
    body += other.body.drop { block in isAtHead(block) }
    footnotes += other.footnotes
    metadata.fill(from: other.metadata)
  }

  private func isAtHead(_ block: Block) -> Bool {
    switch block {
    case .heading(let heading): heading.content.plainText == metadata.title
    default: body.first == block
    }
  }
}

/// Gives the notes of a part names of their own.
private struct FootnoteLabels: InlineRewriter {
  let suffix: String

  func renamed(_ label: String) -> String { label + suffix }

  func rewrite(_ inline: Inline) -> [Inline] {
    if case .footnote(let label) = inline { [.footnote(renamed(label))] } else { [inline] }
  }
}
