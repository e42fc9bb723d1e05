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

    /// Takes all.
    public init() {}

    /// Whether an article is taken, whatever the limit.
    func takes(_ metadata: Metadata) -> Bool {
      if since != nil || until != nil {
        guard let published = metadata.published else { return false }
        if let since, published.isBefore(since) { return false }
        if let until, until.isBefore(published) { return false }
      }
      return (categories.isEmpty || !categories.allSatisfy { !metadata.categories.contains($0) })
        && (tags.isEmpty || !tags.allSatisfy { !metadata.tags.contains($0) })
        && (languages.isEmpty
          || languages.contains { Self.language(metadata.language, isWithin: $0) })
    }

    /// Basic filtering of RFC 4647.
    private static func language(_ tag: String?, isWithin range: String) -> Bool {
      guard let tag = tag?.lowercased() else { return false }
      let range = range.lowercased()
      return tag == range || tag.hasPrefix(range + "-")
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
