internal import NewsText

/// Makes books of articles that were chosen and are in order.
struct DigestBooks {
  private var digest: Digest
  private let resources: (any ResourceLoader)?
  private let omissions: [Publication.Omission]
  private let leftOut: [Publication.LeftOut]
  /// How many bytes a book has when it is written.
  private let measure: ((Publication) -> Int?)?

  /// - Parameters:
  ///   - digest: how articles become books.
  ///   - resources: finds the pictures, which count where books are split by size.
  ///   - measure: how many bytes a book has; without it, or where it does not know, sizes are
  ///     estimated.
  init(
    _ digest: Digest, resources: (any ResourceLoader)?, omissions: [Publication.Omission] = [],
    leftOut: [Publication.LeftOut], measure: ((Publication) -> Int?)? = nil
  ) {
    self.digest = digest
    self.resources = resources
    self.omissions = omissions
    self.leftOut = leftOut
    self.measure = measure
  }

  /// The books, usually one.
  func volumes(of entries: [Publication.Entry]) -> [Digest.Volume] {
    var making = self
    making.digest.grouping = digest.grouping.resolved(for: entries)
    let parts = making.parts(of: entries)
    return parts.enumerated().map { number, part in
      Digest.Volume(
        name: part.name,
        publication: making.publication(
          of: part, number: number + 1, isLast: number + 1 == parts.count))
    }
  }

  private struct Part {
    var name: String?
    var entries: [Publication.Entry]
  }

  private func publication(of part: Part, number: Int, isLast: Bool) -> Publication {
    let grouping = digest.grouping
    let language = Digest.commonLanguage(of: part.entries)
    let names = SectionNames(grouping, part.entries, language: language)
    let groups = Self.groups(part.entries, by: { grouping.key(of: $0) })
    let sections = groups.map { group in
      // What belongs to no section must not seem to belong to the last.
      let more = groups.count > 1 ? FrontMatterStrings.of(language).more : nil
      return Publication.Section(
        title: group.name.map { names.title(of: $0) } ?? more, entries: group.entries)
    }
    let volumeTitle = digest.title ?? Digest.commonSource(of: part.entries)
    let partTitle = part.name.map { digest.split == .section ? names.title(of: $0) : $0 }
    let titles = [volumeTitle, partTitle].compactMap(\.self)
    var publication = Publication(
      title: titles.isEmpty
        ? Digest.span(of: part.entries, language: language) : titles.joined(separator: " · "),
      sections: sections)
    publication.creator = digest.creator
    publication.date = part.entries.compactMap(\.metadata.published)
      .max { $0.secondsSince1970 < $1.secondsSince1970 }
    if let series = digest.series {
      publication.series = Publication.Series(
        title: series, position: position(of: part, number) ?? publication.date.map(\.dayText))
    }
    // Parts of one book have one last page.
    let isInParts = if case .size? = digest.split { true } else { false }
    if isLast || !isInParts {
      publication.omissions = omissions
      publication.leftOut = leftOut
    }
    return publication
  }

  /// The place of a book in its series: its date, or its number.
  private func position(of part: Part, _ number: Int) -> String? {
    switch digest.split {
    case nil: nil
    case .day, .week, .month: part.name
    case .section, .size: String(number)
    }
  }

  private func parts(of entries: [Publication.Entry]) -> [Part] {
    guard let split = digest.split else { return [Part(name: nil, entries: entries)] }
    switch split {
    case .day: return Self.groups(entries) { $0.metadata.published?.dayText }
    case .week: return Self.groups(entries) { $0.metadata.published?.weekText }
    case .month: return Self.groups(entries) { $0.metadata.published?.monthText }
    case .section: return Self.groups(entries) { digest.grouping.key(of: $0) }
    case .size(let most): return parts(of: entries, most: most)
    }
  }

  private func parts(of entries: [Publication.Entry], most: Int) -> [Part] {
    let resources = resources
    var sizes = BookSizes(estimates: entries.map { $0.bytes(with: resources) }, most: most)
    var parts: [Part] = []
    while let start = sizes.start {
      let name = String(parts.count + 1)
      let end = sizes.nextEnd { end in
        guard let measure else { return nil }
        let part = Part(name: name, entries: Array(entries[start..<end]))
        // Which part is the last is not known yet.
        return measure(publication(of: part, number: parts.count + 1, isLast: true))
      }
      parts.append(Part(name: name, entries: Array(entries[start..<end])))
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
}
