/// Blocks that share a language, a direction, an anchor or a class: HTML's `div` and `section`.
public struct Division: Sendable, Hashable {
  /// The blocks.
  public var content: [Block]
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a division.
  public init(_ content: [Block], attributes: Attributes) {
    self.content = content
    self.attributes = attributes
  }
}
