/// A picture, table, code or quotation with a caption: HTML's `figure`.
public struct Figure: Sendable, Hashable {
  /// What is shown.
  public var content: [Block]
  /// What is said of it; empty if nothing is.
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
