/// A block quotation.
public struct Quote: Sendable, Hashable {
  /// What is quoted.
  public var content: [Block]
  /// The address quoted from: HTML's `cite`.
  public var source: String?
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a quotation.
  public init(_ content: [Block], source: String? = nil, attributes: Attributes = .none) {
    self.content = content
    self.source = source
    self.attributes = attributes
  }
}
