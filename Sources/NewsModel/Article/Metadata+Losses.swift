extension Metadata {
  /// A field of the metadata, by the name it has in JSON.
  package enum Field: String, Sendable, Hashable, CaseIterable {
    case title, alternativeTitle, authors, byline, published, modified, dateline, section
    case categories, tags, slug, url, language, direction, publisher, source, canonicalURL
    case leadImage, summary, editor, rights
  }

  /// Whether a field says something.
  package func has(_ field: Field) -> Bool {
    switch field {
    case .title: title != nil
    case .alternativeTitle: alternativeTitle != nil
    case .authors: !authors.isEmpty
    case .byline: byline != nil
    case .published: published != nil
    case .modified: modified != nil
    case .dateline: dateline != nil
    case .section: section != nil
    case .categories: !categories.isEmpty
    case .tags: !tags.isEmpty
    case .slug: slug != nil
    case .url: url != nil
    case .language: language != nil
    case .direction: direction != nil
    case .publisher: publisher != nil
    case .source: source != nil
    case .canonicalURL: canonicalURL != nil
    case .leadImage: leadImage != nil
    case .summary: summary != nil
    case .editor: editor != nil
    case .rights: rights != nil
    }
  }
}

/// What articles know and a format has no place for, reported once for all of them.
package struct MetadataLosses: Sendable {
  private var fields: Set<Metadata.Field> = []
  private var keys: [String] = []
  private var known: Set<String> = []

  package init() {}

  /// Takes note of an article.
  ///
  /// - Parameters:
  ///   - dropped: the fields that the format has no place for.
  ///   - keptKeys: the keys of ``Metadata/extra`` that it has one for.
  package mutating func add(
    _ metadata: Metadata, dropped: some Sequence<Metadata.Field>, keptKeys: Set<String> = []
  ) {
    for field in dropped where metadata.has(field) { fields.insert(field) }
    for entry in metadata.extra.entries
    where !keptKeys.contains(entry.key) && known.insert(entry.key).inserted {
      keys.append(entry.key)
    }
  }

  /// Tells of them: fields in a notice, a source's own keys in a note.
  package func report(_ format: String, _ diagnostics: inout Diagnostics) {
    let names = Metadata.Field.allCases.filter(fields.contains).map(\.rawValue)
    if !names.isEmpty {
      diagnostics.notice(
        .metadataDropped, "\(format) has no place for \(names.joined(separator: ", "))")
    }
    if !keys.isEmpty {
      let some = keys.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
      let rest = keys.count > 12 ? " and \(keys.count - 12) more" : ""
      diagnostics.note(
        .metadataDropped, "\(format) has no place for the source's own keys \(some)\(rest)")
    }
  }
}
