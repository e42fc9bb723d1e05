/// Terms with their definitions: HTML's `dl`.
public struct DefinitionList: Sendable, Hashable {
  /// Terms and their definitions, in the order of the source.
  public enum Item: Sendable, Hashable {
    /// A term.
    case term([Inline], Attributes = .none)
    /// A definition of the terms before it.
    case definition([Block], Attributes = .none)
  }

  /// Terms and definitions in order.
  public var items: [Item]
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a definition list.
  public init(items: [Item], attributes: Attributes = .none) {
    self.items = items
    self.attributes = attributes
  }
}
