/// A typed value of a front-matter key that the model has no field for.
public indirect enum MetadataValue: Sendable, Hashable {
  /// YAML's null.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// Any other number.
  case number(Double)
  /// Text.
  case string(String)
  /// A date or a time.
  case timestamp(Timestamp)
  /// A sequence.
  case list([MetadataValue])
  /// A mapping, in its order.
  case map(MetadataMap)
}

extension MetadataValue {
  /// The text, if this is text.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The elements, if this is a sequence.
  public var list: [MetadataValue]? {
    if case .list(let elements) = self { elements } else { nil }
  }

  /// The mapping, if this is one.
  public var map: MetadataMap? {
    if case .map(let map) = self { map } else { nil }
  }
}
