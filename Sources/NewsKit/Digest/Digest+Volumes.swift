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
    var leftOut = LeftOutArticles()
    for entry in sorted(entries) {
      let name = LeftOutArticles.Name(entry)
      if !matcher.takes(entry.metadata) {
        leftOut.add(name, .selection)
        continue
      }
      if let limit = selection.limit, chosen.count >= limit {
        leftOut.add(name, .limit, limit: limit)
        continue
      }
      let beginning = Fingerprint(ofBeginning: entry)
      if duplicates.isNew(entry, beginning: beginning, diagnostics: &diagnostics) {
        chosen.append(entry)
      } else {
        leftOut.add(name, .duplicate)
      }
    }
    let books = DigestBooks(self, resources: resources, leftOut: leftOut.all)
    return Conversion(books.volumes(of: chosen), diagnostics: diagnostics.all)
  }

  private func sorted(_ entries: [Publication.Entry]) -> [Publication.Entry] {
    order == .input ? entries : Self.sorted(entries) { sortKey($0.metadata) }
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
