/// The attributes of an element: those global ones of HTML that mean something to a reader.
public struct Attributes: Sendable {
  /// What is declared; `nil` where nothing is, as for nearly all elements, which then carry one word.
  @usableFromInline internal var declared: Declared?

  /// Makes attributes.
  public init(
    id: String? = nil, classes: [String] = [], language: String? = nil,
    direction: TextDirection? = nil
  ) {
    if id == nil, classes.isEmpty, language == nil, direction == nil { return }
    declared = Declared(id: id, classes: classes, language: language, direction: direction)
  }

  /// The anchor that links refer to, unique in an article.
  public var id: String? {
    get { declared?.id }
    set {
      self = Attributes(
        id: newValue, classes: classes, language: language, direction: direction)
    }
  }
  /// Class names, in order.
  public var classes: [String] {
    get { declared?.classes ?? [] }
    set { self = Attributes(id: id, classes: newValue, language: language, direction: direction) }
  }
  /// BCP 47 tag of the language, where it differs from the surroundings.
  public var language: String? {
    get { declared?.language }
    set { self = Attributes(id: id, classes: classes, language: newValue, direction: direction) }
  }
  /// Direction, where it is set.
  public var direction: TextDirection? {
    get { declared?.direction }
    set { self = Attributes(id: id, classes: classes, language: language, direction: newValue) }
  }

  /// No attributes at all.
  public static let none = Attributes()
  /// Whether there are none.
  @inlinable public var isEmpty: Bool { declared == nil }
}

extension Attributes: Hashable {
  /// Whether all are equal.
  public static func == (one: Attributes, other: Attributes) -> Bool {
    one.declared === other.declared
      || one.id == other.id && one.classes == other.classes && one.language == other.language
        && one.direction == other.direction
  }

  /// Hashes all of them.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(classes)
    hasher.combine(language)
    hasher.combine(direction)
  }
}

extension Attributes {
  /// Attributes of which there is at least one.
  @usableFromInline
  final class Declared: Sendable {
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
