/// A value of the template language.
///
/// What templates read, compute and print. Objects keep the order of their keys; an object whose
/// parts are costly is a ``LiquidObject``, asked key by key.
public enum LiquidValue: Sendable {
  /// Nothing: what an unknown variable is.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A number with a fraction.
  case double(Double)
  /// Text.
  case string(String)
  /// A list.
  case array([LiquidValue])
  /// Keys with values, in order.
  case object(LiquidMap)
  /// A day, or a point in time.
  case date(LiquidDate)
  /// Whole numbers from one to another, both included.
  case range(LiquidRange)
  /// An object that makes its parts when asked.
  case lazy(any LiquidObject)
  /// The keyword `empty`: equal to every value without content.
  case empty
  /// The keyword `blank`: equal to every value without visible content.
  case blank
}

extension LiquidValue {
  /// Whether a condition takes the value for true: all but `nil` and `false`.
  public var isTruthy: Bool {
    switch self {
    case .null, .bool(false): false
    default: true
    }
  }

  /// Whether this is `nil`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The value itself, where an object that makes its parts when asked stands for another.
  public var settled: LiquidValue {
    if case .lazy(let object) = self { object.whole } else { self }
  }

  /// The text, if the value is a string.
  public var stringValue: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value under a key of an object; `nil` of anything else.
  public subscript(key: String) -> LiquidValue {
    switch self {
    case .object(let map): map[key] ?? .null
    case .lazy(let object): object[key] ?? .null
    default: .null
    }
  }

  /// The elements that a loop goes through: items, numbers, `[key, value]` pairs.
  ///
  /// A string is its own only element, anything else has none. Ranges longer than a million stop
  /// there; the renderer refuses such ranges before.
  public var elements: [LiquidValue] {
    switch settled {
    case .array(let items): items
    case .range(let range):
      (0..<min(range.count, 1_000_000)).map { .int(range.first + $0) }
    case .object(let map): map.map { .array([.string($0.key), $0.value]) }
    case .string(let text): text.isEmpty ? [] : [.string(text)]
    default: []
    }
  }
}

extension LiquidValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A number with a fraction.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// A list.
  public init(arrayLiteral elements: LiquidValue...) { self = .array(elements) }
  /// An object; of a repeated key the last value stays.
  public init(dictionaryLiteral elements: (String, LiquidValue)...) {
    self = .object(LiquidMap(elements))
  }
  /// Nothing.
  public init(nilLiteral: ()) { self = .null }
}
