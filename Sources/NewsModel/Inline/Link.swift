/// A link.
public struct Link: Sendable, Hashable {
  /// The address, as in the source or resolved against the page's own.
  public var url: String
  /// What is shown.
  public var content: [Inline]
  /// A remark shown on pointing at it.
  public var title: String?
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a link.
  public init(
    _ url: String, _ content: [Inline], title: String? = nil, attributes: Attributes = .none
  ) {
    self.url = url
    self.content = content
    self.title = title
    self.attributes = attributes
  }
}
