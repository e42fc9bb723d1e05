extension Digest {
  /// What articles had to offer a selection that took none of them.
  public struct Choice: Sendable {
    /// The earliest date.
    public private(set) var earliest: Timestamp?
    /// The latest date.
    public private(set) var latest: Timestamp?
    private var categoryCounts: [String: Int] = [:]
    private var tagCounts: [String: Int] = [:]
    private var languageCounts: [String: Int] = [:]

    /// Nothing.
    init() {}

    /// The categories, the most used first.
    public var categories: [String] { Self.byUse(categoryCounts) }
    /// The tags, the most used first.
    public var tags: [String] { Self.byUse(tagCounts) }
    /// The languages, the most used first.
    public var languages: [String] { Self.byUse(languageCounts) }

    /// Counts in what an article has.
    mutating func add(_ metadata: Metadata) {
      for category in metadata.categories { categoryCounts[category, default: 0] += 1 }
      for tag in metadata.tags { tagCounts[tag, default: 0] += 1 }
      if let language = metadata.language { languageCounts[language, default: 0] += 1 }
      guard let date = metadata.published else { return }
      if earliest.map({ date.isBefore($0) }) ?? true { earliest = date }
      if latest.map({ $0.isBefore(date) }) ?? true { latest = date }
    }

    private static func byUse(_ counts: [String: Int]) -> [String] {
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
  }
}
