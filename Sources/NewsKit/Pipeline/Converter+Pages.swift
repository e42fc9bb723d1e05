extension Converter {
  /// The reader of an input that has options of its own; `nil` for one that has none.
  func ownReader(
    of item: InputItem, _ source: Source
  ) throws(ConversionError) -> (any ArticleReader)? {
    if item.settings.options.names.isEmpty { return nil }
    let registration =
      if let forcedReader { try registry.reader(named: forcedReader) } else {
        try registry.reader(for: source)
      }
    return try registration.make(options.merging(item.settings.options))
  }

  /// The article of a page that an entry of a feed stands for. What the entry knows fills what the
  /// page lacks; an entry with a text of its own stands where the page cannot be had.
  func readPage(
    _ page: CollectionItem.Page, of entry: Publication.Entry, _ item: InputItem,
    _ outcome: inout Pipeline.Outcome
  ) throws(ConversionError) -> [Publication.Entry] {
    do throws(ConversionError) {
      guard let opener = registry.openers.first(where: { $0.opens(page.address) }) else {
        return [entry]
      }
      var diagnostics = Diagnostics(file: page.address)
      var (bytes, source) = try opener.open(
        page.address, isNamed: false, limits: limits, diagnostics: &diagnostics)
      source.bytes = try bytes.rest(limit: limits.inputBytes)
      source.metadata = entry.metadata
      source.metadata.fill(from: item.known.metadata)
      source.language = item.known.language
      let read = try readUnfiltered(source, with: try ownReader(of: item, source))
      var entries = Array(read.result.prefix(1))
      if let found = entries.first, found.article.textBytes * 2 > entry.article.textBytes {
        outcome.diagnostics += diagnostics.all + read.diagnostics
        entries = try joined(entries, from: source, item, &outcome)
        entries[0].article.addMedia(of: entry.article)
        return entries
      }
      throw ConversionError(.badInput, "has no article", file: page.address)
    } catch {
      if entry.article.body.isEmpty { throw error }
      outcome.diagnostics.append(
        Diagnostic(
          .warning, .pageMissing, "\(error.message); the text of its feed stands for it",
          file: page.address))
      return [entry]
    }
  }
}

extension Article {
  /// Adds sound and moving pictures of another article that this one has not.
  fileprivate mutating func addMedia(of other: Article) {
    for block in other.body {
      guard case .media(let media) = block else { continue }
      let isThere = body.contains { block in
        if case .media(let own) = block { own.source == media.source } else { false }
      }
      if !isThere { body.append(block) }
    }
  }
}
