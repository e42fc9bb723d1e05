/// Decodes values of the model from parsed JSON.
struct JSONDecoding: Decoder {
  let value: JSONValue
  let place: Place?
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  var codingPath: [any CodingKey] { place?.path ?? [] }

  init(_ value: JSONValue) {
    self.value = value
    place = nil
  }

  private init(_ value: JSONValue, place: Place) {
    self.value = value
    self.place = place
  }

  /// Where a value stands; spelt out only for an error.
  final class Place: Sendable {
    let key: String
    let index: Int?
    let parent: Place?

    init(key: String, index: Int? = nil, parent: Place?) {
      self.key = key
      self.index = index
      self.parent = parent
    }

    var path: [any CodingKey] {
      var path: [any CodingKey] = []
      var place: Place? = self
      while let here = place {
        path.append(PathKey(stringValue: here.key, intValue: here.index))
        place = here.parent
      }
      return path.reversed()
    }
  }

  struct PathKey: CodingKey {
    var stringValue: String
    var intValue: Int?

    init(stringValue: String, intValue: Int?) {
      self.stringValue = stringValue
      self.intValue = intValue
    }
    init(stringValue: String) { self.init(stringValue: stringValue, intValue: nil) }
    init(intValue: Int) { self.init(stringValue: String(intValue), intValue: intValue) }
  }

  func child(_ value: JSONValue, key: String) -> JSONDecoding {
    JSONDecoding(value, place: Place(key: key, parent: place))
  }

  func child(_ value: JSONValue, index: Int) -> JSONDecoding {
    JSONDecoding(value, place: Place(key: String(index), index: index, parent: place))
  }

  func mismatch(_ type: any Any.Type, _ expected: String) -> DecodingError {
    .typeMismatch(
      type, .init(codingPath: codingPath, debugDescription: "\(expected) was expected"))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = value else { throw mismatch(Key.self, "an object") }
    return KeyedDecodingContainer(Keyed<Key>(decoding: self, members: members))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements) = value else { throw mismatch([JSONValue].self, "a list") }
    return Unkeyed(decoding: self, elements: elements)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoding: self) }

  // What the containers share.

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    switch type {
    case is String.Type:
      if case .string(let text) = value, let text = text as? Value { return text }
      throw mismatch(type, "a text")
    case is Bool.Type:
      if case .bool(let bool) = value, let bool = bool as? Value { return bool }
      throw mismatch(type, "true or false")
    case is Int.Type:
      if case .integer(let integer) = value, let integer = integer as? Value { return integer }
      throw mismatch(type, "a whole number")
    case is Double.Type:
      let number: Double? =
        switch value {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
      if let number = number as? Value { return number }
      throw mismatch(type, "a number")
    default: return try Value(from: self)
    }
  }
}

private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoding: JSONDecoding
  let members: [JSONValue.Member]
  /// Where each key stands, in objects of so many that looking through them for each takes long.
  private let places: [String: Int]?
  private static var few: Int { 32 }

  init(decoding: JSONDecoding, members: [JSONValue.Member]) {
    self.decoding = decoding
    self.members = members
    places =
      members.count > Self.few
      ? Dictionary(
        members.indices.map { (members[$0].key, $0) }, uniquingKeysWith: { _, last in last })
      : nil
  }

  var codingPath: [any CodingKey] { decoding.codingPath }
  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }

  private func find(_ key: Key) -> JSONValue? {
    let name = key.stringValue
    if let places { return places[name].map { members[$0].value } }
    return members.last { $0.key == name }?.value
  }

  private func child(_ key: Key) throws -> JSONDecoding {
    guard let value = find(key) else {
      throw DecodingError.keyNotFound(
        key,
        .init(codingPath: codingPath, debugDescription: "'\(key.stringValue)' is missing"))
    }
    return decoding.child(value, key: key.stringValue)
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try child(key).value == .null }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try child(key).decode(type)
  }
  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    guard let value = find(key) else { return nil }
    if case .null = value { return nil }
    return try decoding.child(value, key: key.stringValue).decode(type)
  }
  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
    -> KeyedDecodingContainer<Nested>
  { try child(key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try child(key).unkeyedContainer()
  }
  func superDecoder() -> any Decoder { decoding }
  func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }
}

private struct Unkeyed: UnkeyedDecodingContainer {
  let decoding: JSONDecoding
  let elements: [JSONValue]
  var currentIndex = 0

  var codingPath: [any CodingKey] { decoding.codingPath }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex == elements.count }

  private mutating func next() throws -> JSONDecoding {
    guard !isAtEnd else { throw decoding.mismatch(JSONValue.self, "another element") }
    defer { currentIndex += 1 }
    return decoding.child(elements[currentIndex], index: currentIndex)
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, elements[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().decode(type)
  }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws
    -> KeyedDecodingContainer<Nested>
  { try next().container(keyedBy: type) }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }
  mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct Single: SingleValueDecodingContainer {
  let decoding: JSONDecoding

  var codingPath: [any CodingKey] { decoding.codingPath }
  func decodeNil() -> Bool { decoding.value == .null }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoding.decode(type) }
}
