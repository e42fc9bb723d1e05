extension Publication {
  /// Articles that were there and are not in a digest, for one cause.
  public struct LeftOut: Sendable, Hashable {
    /// Why articles are left out.
    public enum Cause: String, Sendable, Hashable, CaseIterable {
      /// Articles of the same address or the same text are in the digest.
      case duplicate
      /// The digest has as many as it may have, all of it or of their source.
      case limit
      /// They are not of the days, categories, tags or languages that were asked for.
      case selection
    }

    /// Why they are left out.
    public var cause: Cause
    /// How many articles there may be, where that is the cause.
    public var limit: Int?
    /// How many they are.
    public var count: Int
    /// Which they are, where they are few; else empty.
    public var articles: [Omission]

    /// Makes a group.
    public init(cause: Cause, limit: Int? = nil, count: Int, articles: [Omission] = []) {
      self.cause = cause
      self.limit = limit
      self.count = count
      self.articles = articles
    }
  }
}
