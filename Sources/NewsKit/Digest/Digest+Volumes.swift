extension Digest {
  /// One book of a digest.
  public struct Volume: Sendable {
    /// What to name its file after: a date, a section, a number; `nil` if it is the only one.
    public var name: String?
    /// What it holds.
    public var publication: Publication
  }

  /// Selects, orders and groups articles into books, usually one.
  ///
  /// An article that is in it already (same canonical address, or same text) is left out, with a
  /// note.
  ///
  /// - Parameters:
  ///   - entries: the articles.
  ///   - resources: finds the pictures, which count where books are split by size.
  public func volumes(
    of entries: [Publication.Entry], resources: (any ResourceLoader)? = nil
  ) -> Conversion<[Volume]> {
    var diagnostics = Diagnostics()
    let matcher = selection.matcher
    var duplicates = DuplicateFinder()
    var chosen: [Publication.Entry] = []
    for entry in sorted(entries.filter { matcher.takes($0.metadata) }) {
      if let limit = selection.limit, chosen.count >= limit { break }
      let beginning = Fingerprint(ofBeginning: entry)
      if duplicates.isNew(entry, beginning: beginning, diagnostics: &diagnostics) {
        chosen.append(entry)
      }
    }
    return Conversion(
      volumes(ofChosen: chosen, resources: resources), diagnostics: diagnostics.all)
  }

  private func sorted(_ entries: [Publication.Entry]) -> [Publication.Entry] {
    order == .input ? entries : Self.sorted(entries) { sortKey($0.metadata) }
  }

  /// Groups articles that were chosen and are in order into books.
  func volumes(
    ofChosen entries: [Publication.Entry], resources: (any ResourceLoader)?
  ) -> [Volume] {
    parts(of: entries, resources).enumerated().map { number, part in
      Volume(name: part.name, publication: publication(of: part, number: number + 1))
    }
  }

  private struct Part {
    var name: String?
    var entries: [Publication.Entry]
  }

  private func publication(of part: Part, number: Int) -> Publication {
    let language = Self.commonLanguage(of: part.entries)
    var sections: [Publication.Section] = []
    for group in Self.groups(part.entries, by: { grouping.key(of: $0) }) {
      sections.append(
        Publication.Section(
          title: group.name.map { grouping.title(of: $0, language: language) },
          entries: group.entries))
    }
    let volumeTitle = title ?? Self.commonSource(of: part.entries)
    let partTitle = part.name.map {
      split == .section ? grouping.title(of: $0, language: language) : $0
    }
    let titles = [volumeTitle, partTitle].compactMap(\.self)
    var publication = Publication(
      title: titles.isEmpty
        ? Self.span(of: part.entries, language: language) : titles.joined(separator: " · "),
      sections: sections)
    publication.creator = creator
    publication.date = part.entries.compactMap(\.metadata.published)
      .max { $0.secondsSince1970 < $1.secondsSince1970 }
    if let series {
      publication.series = Publication.Series(
        title: series, position: position(of: part, number) ?? publication.date.map(\.dayText))
    }
    return publication
  }

  /// The place of a book in its series: its date, or its number.
  private func position(of part: Part, _ number: Int) -> String? {
    switch split {
    case nil: nil
    case .day, .week, .month: part.name
    case .section, .size: String(number)
    }
  }

  private func parts(
    of entries: [Publication.Entry], _ resources: (any ResourceLoader)?
  ) -> [Part] {
    guard let split else { return [Part(name: nil, entries: entries)] }
    switch split {
    case .day: return Self.groups(entries) { $0.metadata.published?.dayText }
    case .week: return Self.groups(entries) { $0.metadata.published?.weekText }
    case .month: return Self.groups(entries) { $0.metadata.published?.monthText }
    case .section: return Self.groups(entries) { grouping.key(of: $0) }
    case .size(let most): return Self.parts(of: entries, most: most, resources)
    }
  }

  private static func parts(
    of entries: [Publication.Entry], most: Int, _ resources: (any ResourceLoader)?
  ) -> [Part] {
    var parts: [Part] = []
    var size = 0
    for entry in entries {
      let bytes = entry.bytes(with: resources)
      if parts.isEmpty || size + bytes > most {
        parts.append(Part(name: String(parts.count + 1), entries: []))
        size = 0
      }
      parts[parts.count - 1].entries.append(entry)
      size += bytes
    }
    return parts
  }

  /// Groups in the order of their first members; those without a key come last.
  private static func groups(
    _ entries: [Publication.Entry], by key: (Publication.Entry) -> String?
  ) -> [Part] {
    var parts: [Part] = []
    var places: [String: Int] = [:]
    var rest: [Publication.Entry] = []
    for entry in entries {
      guard let name = key(entry), !name.isEmpty else {
        rest.append(entry)
        continue
      }
      if let place = places[name] {
        parts[place].entries.append(entry)
      } else {
        places[name] = parts.count
        parts.append(Part(name: name, entries: [entry]))
      }
    }
    if !rest.isEmpty { parts.append(Part(name: nil, entries: rest)) }
    return parts
  }

  /// What an article's place is decided by.
  enum SortKey: Sendable, Comparable {
    case number(Int)
    case text(String)
  }

  /// What the place of an article is decided by.
  func sortKey(_ metadata: Metadata) -> SortKey {
    switch order {
    case .input: .number(0)
    case .newest: .number((metadata.published?.secondsSince1970).map { -$0 } ?? .max)
    case .oldest: .number(metadata.published?.secondsSince1970 ?? .max)
    case .title: .text(metadata.title ?? "")
    }
  }

  /// Things by keys that are made once of each; things of the same key stay as given.
  static func sorted<Thing>(_ things: [Thing], by key: (Thing) -> SortKey) -> [Thing] {
    let keys = things.map(key)
    // The standard library's sort is stable.
    return things.indices.sorted { keys[$0] < keys[$1] }.map { things[$0] }
  }
}

extension Digest.Grouping {
  /// The title of the section that an article belongs to.
  func key(of entry: Publication.Entry) -> String? {
    let metadata = entry.metadata
    return switch self {
    case .none: nil
    case .category: entry.origin?.section ?? metadata.categories.first ?? metadata.section
    case .tag: metadata.tags.first
    case .date: metadata.published?.dayText
    case .month: metadata.published?.monthText
    case .source: metadata.source?.name ?? metadata.publisher?.name
    case .author: metadata.authors.first?.name ?? metadata.byline
    case .language: metadata.language
    case .folder: entry.origin?.path.map { FilePath(FilePath($0).folder).name }
    }
  }
}
