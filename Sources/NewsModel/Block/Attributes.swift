/// What markup says of an element besides its kind: HTML's global attributes, as far as they mean
/// something to a reader.
public struct Attributes: Sendable, Hashable {
  /// The anchor that links refer to, unique in an article.
  public var id: String?
  /// Class names, in order.
  public var classes: [String] = []
  /// BCP 47 tag of the language, where it differs from the surroundings.
  public var language: String?
  /// Direction, where it is set.
  public var direction: TextDirection?

  /// Makes attributes.
  public init(
    id: String? = nil, classes: [String] = [], language: String? = nil,
    direction: TextDirection? = nil
  ) {
    self.id = id
    self.classes = classes
    self.language = language
    self.direction = direction
  }

  /// No attributes at all.
  public static let none = Attributes()
  /// Whether nothing is said.
  public var isEmpty: Bool {
    id == nil && classes.isEmpty && language == nil && direction == nil
  }
}
