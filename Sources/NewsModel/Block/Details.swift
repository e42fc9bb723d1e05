/// Blocks under a summary that opens and closes: HTML's `details`.
public struct Details: Sendable, Hashable {
  /// The line that is always shown; may be empty.
  public var summary: [Inline]
  /// What opens.
  public var content: [Block]
  /// Whether it starts open.
  public var isOpen: Bool
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a disclosure.
  public init(
    summary: [Inline], content: [Block], isOpen: Bool = false, attributes: Attributes = .none
  ) {
    self.summary = summary
    self.content = content
    self.isOpen = isOpen
    self.attributes = attributes
  }
}
