/// A heading within an article.
public struct Heading: Sendable, Hashable {
  /// Its rank, 1 (highest) to 6, as in the source.
  public var level: Int
  /// The text.
  public var content: [Inline]
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a heading.
  public init(level: Int, _ content: [Inline], attributes: Attributes = .none) {
    self.level = level
    self.content = content
    self.attributes = attributes
  }
}
