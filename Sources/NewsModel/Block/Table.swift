/// A table of data.
public struct Table: Sendable, Hashable {
  /// How a column or cell is set.
  public enum Alignment: String, Sendable, Hashable {
    /// To the left.
    case left
    /// In the middle.
    case center
    /// To the right.
    case right
  }

  /// One cell.
  public struct Cell: Sendable, Hashable {
    /// What it holds.
    public var content: [Block]
    /// Whether it heads its row or column.
    public var isHeader: Bool
    /// How many columns it spans, at least 1.
    public var columnSpan: Int
    /// How many rows it spans, at least 1.
    public var rowSpan: Int
    /// Its alignment, where set.
    public var alignment: Alignment?
    /// Anchor, classes, language, direction.
    public var attributes: Attributes

    /// Makes a cell.
    public init(
      _ content: [Block], isHeader: Bool = false, columnSpan: Int = 1, rowSpan: Int = 1,
      alignment: Alignment? = nil, attributes: Attributes = .none
    ) {
      self.content = content
      self.isHeader = isHeader
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.alignment = alignment
      self.attributes = attributes
    }
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// Its cells; those covered by spans from above are not listed.
    public var cells: [Cell]
    /// Anchor, classes, language, direction.
    public var attributes: Attributes

    /// Makes a row.
    public init(_ cells: [Cell], attributes: Attributes = .none) {
      self.cells = cells
      self.attributes = attributes
    }
  }

  /// What is printed above or below it.
  public var caption: [Block]
  /// The rows of the head.
  public var head: [Row]
  /// The bodies, one after the other; usually one.
  public var bodies: [[Row]]
  /// The rows of the foot.
  public var foot: [Row]
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a table.
  public init(
    caption: [Block] = [], head: [Row] = [], bodies: [[Row]] = [], foot: [Row] = [],
    attributes: Attributes = .none
  ) {
    self.caption = caption
    self.head = head
    self.bodies = bodies
    self.foot = foot
    self.attributes = attributes
  }
}
