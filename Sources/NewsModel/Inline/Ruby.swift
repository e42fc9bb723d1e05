/// Text with its reading beside it: HTML's `ruby`.
public struct Ruby: Sendable, Hashable {
  /// One piece of base text with the reading above it.
  public struct Pair: Sendable, Hashable {
    /// The text.
    public var base: [Inline]
    /// How it is read; may be empty.
    public var reading: [Inline]

    /// Makes a pair.
    public init(base: [Inline], reading: [Inline]) {
      self.base = base
      self.reading = reading
    }
  }

  /// The pairs in order.
  public var pairs: [Pair]

  /// Makes text with readings.
  public init(_ pairs: [Pair]) { self.pairs = pairs }
}
