extension Digest {
  /// Which articles are taken; an empty list or `nil` takes all.
  public struct Selection: Sendable {
    /// Not those published before.
    public var since: Timestamp?
    /// Not those published after; a day includes all of it.
    public var until: Timestamp?
    /// Those with one of these categories.
    public var categories: [String] = []
    /// Those with one of these tags.
    public var tags: [String] = []
    /// Those in one of these languages; `zh` takes `zh-TW` too.
    public var languages: [String] = []
    /// At most so many, the first in the digest's order.
    public var limit: Int?
    /// Whether an article was taken in an earlier run, by one of what it is known by; `nil` where that
    /// does not matter. The keys of what is taken are in ``Pipeline/DigestOutcome/keys``.
    public var isTaken: (@Sendable (_ key: String) -> Bool)?

    func wasTaken(_ keys: [String]) -> Bool {
      guard let isTaken else { return false }
      return keys.contains(where: isTaken)
    }

    /// Takes all.
    public init() {}

    /// Whether it takes less than all.
    var isSelective: Bool {
      since != nil || until != nil || !categories.isEmpty || !tags.isEmpty || !languages.isEmpty
        || limit != nil
    }

    /// Decides for many articles.
    var matcher: Matcher { Matcher(self) }

    /// A selection as it is asked for thousands of articles.
    struct Matcher: Sendable {
      private let since: Timestamp?
      private let until: Timestamp?
      private let categories: Set<String>
      private let tags: Set<String>
      private let languages: [String]

      init(_ selection: Selection) {
        since = selection.since
        until = selection.until
        categories = Set(selection.categories.map { $0.lowercased() })
        tags = Set(selection.tags.map { $0.lowercased() })
        languages = selection.languages.map { $0.lowercased() }
      }

      /// Whether an article is taken, whatever the limit.
      func takes(_ metadata: Metadata) -> Bool {
        if since != nil || until != nil {
          guard let published = metadata.published else { return false }
          if let since, published.isBefore(since) { return false }
          if let until, until.isBefore(published) { return false }
        }
        return Self.has(metadata.categories, categories) && Self.has(metadata.tags, tags)
          && (languages.isEmpty
            || languages.contains { Self.language(metadata.language, isWithin: $0) })
      }

      private static func has(_ words: [String], _ wanted: Set<String>) -> Bool {
        wanted.isEmpty || words.contains { wanted.contains($0.lowercased()) }
      }

      /// Basic filtering of RFC 4647.
      private static func language(_ tag: String?, isWithin range: String) -> Bool {
        guard let tag = tag?.lowercased() else { return false }
        return tag == range || tag.hasPrefix(range + "-")
      }
    }
  }
}

extension Timestamp {
  /// Whether this comes before another; compared by day where either is a day.
  func isBefore(_ other: Timestamp) -> Bool {
    if time == nil || other.time == nil {
      return (year, month, day) < (other.year, other.month, other.day)
    }
    return secondsSince1970 < other.secondsSince1970
  }
}
