/// A paragraph of running text.
public struct Paragraph: Sendable, Hashable {
  /// The text.
  public var content: [Inline]
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a paragraph.
  public init(_ content: [Inline], attributes: Attributes = .none) {
    self.content = content
    self.attributes = attributes
  }
}
