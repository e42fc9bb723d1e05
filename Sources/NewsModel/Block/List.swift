/// A bulleted or numbered list.
public struct List: Sendable, Hashable {
  /// How items are marked.
  public enum Kind: Sendable, Hashable {
    /// Bullets.
    case unordered
    /// Numbers, from a start and in a style.
    case ordered(start: Int = 1, style: NumberStyle = .decimal)
  }

  /// How numbers are written: the values of HTML's `ol type`.
  public enum NumberStyle: String, Sendable, Hashable {
    /// 1, 2, 3
    case decimal = "1"
    /// a, b, c
    case lowerAlpha = "a"
    /// A, B, C
    case upperAlpha = "A"
    /// i, ii, iii
    case lowerRoman = "i"
    /// I, II, III
    case upperRoman = "I"
  }

  /// One item.
  public struct Item: Sendable, Hashable {
    /// What it says.
    public var content: [Block]
    /// For an item of a task list: whether it is done.
    public var task: Bool?
    /// A number of its own: HTML's `li value`.
    public var number: Int?
    /// Anchor, classes, language, direction.
    public var attributes: Attributes

    /// Makes an item.
    public init(
      _ content: [Block], task: Bool? = nil, number: Int? = nil, attributes: Attributes = .none
    ) {
      self.content = content
      self.task = task
      self.number = number
      self.attributes = attributes
    }
  }

  /// Bullets or numbers.
  public var kind: Kind
  /// Whether items are set without space between them: their paragraphs are lines, not `p`.
  public var isTight: Bool
  /// The items in order.
  public var items: [Item]
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a list.
  public init(
    _ kind: Kind = .unordered, isTight: Bool = true, items: [Item], attributes: Attributes = .none
  ) {
    self.kind = kind
    self.isTight = isTight
    self.items = items
    self.attributes = attributes
  }
}
