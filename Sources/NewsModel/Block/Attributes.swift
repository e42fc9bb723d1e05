/// What markup says of an element besides its kind: HTML's global attributes, as far as they mean
/// something to a reader.
public struct Attributes: Sendable {
  /// What is said; `nil` where nothing is, as of nearly all elements, which then carry one word.
  @usableFromInline internal var said: Said?

  /// Makes attributes.
  public init(
    id: String? = nil, classes: [String] = [], language: String? = nil,
    direction: TextDirection? = nil
  ) {
    if id == nil, classes.isEmpty, language == nil, direction == nil { return }
    said = Said(id: id, classes: classes, language: language, direction: direction)
  }

  /// The anchor that links refer to, unique in an article.
  public var id: String? {
    get { said?.id }
    set {
      self = Attributes(
        id: newValue, classes: classes, language: language, direction: direction)
    }
  }
  /// Class names, in order.
  public var classes: [String] {
    get { said?.classes ?? [] }
    set { self = Attributes(id: id, classes: newValue, language: language, direction: direction) }
  }
  /// BCP 47 tag of the language, where it differs from the surroundings.
  public var language: String? {
    get { said?.language }
    set { self = Attributes(id: id, classes: classes, language: newValue, direction: direction) }
  }
  /// Direction, where it is set.
  public var direction: TextDirection? {
    get { said?.direction }
    set { self = Attributes(id: id, classes: classes, language: language, direction: newValue) }
  }

  /// No attributes at all.
  public static let none = Attributes()
  /// Whether nothing is said.
  @inlinable public var isEmpty: Bool { said == nil }
}

extension Attributes: Hashable {
  /// Whether the same is said.
  public static func == (one: Attributes, other: Attributes) -> Bool {
    one.said === other.said
      || one.id == other.id && one.classes == other.classes && one.language == other.language
        && one.direction == other.direction
  }

  /// Hashes what is said.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(classes)
    hasher.combine(language)
    hasher.combine(direction)
  }
}

extension Attributes {
  /// Attributes that say something.
  @usableFromInline
  final class Said: Sendable {
    let id: String?
    let classes: [String]
    let language: String?
    let direction: TextDirection?

    init(id: String?, classes: [String], language: String?, direction: TextDirection?) {
      self.id = id
      self.classes = classes
      self.language = language
      self.direction = direction
    }
  }
}
