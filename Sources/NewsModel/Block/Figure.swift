/// A picture, table, code or quotation with a caption: HTML's `figure`.
public struct Figure: Sendable, Hashable {
  /// What is shown.
  public var content: [Block]
  /// The caption; empty if there is none.
  public var caption: [Block]
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a figure.
  public init(_ content: [Block], caption: [Block] = [], attributes: Attributes = .none) {
    self.content = content
    self.caption = caption
    self.attributes = attributes
  }
}
