extension JSONValue {
  /// The JSON text, UTF-8, members in their order.
  package func json(pretty: Bool = false) throws(ConversionError) -> [UInt8] {
    try JSONEncoding.json(self, pretty: pretty)
  }

  /// The members of an object, in order; none of anything else.
  package var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }
}

extension JSONValue: Encodable {
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let bool): try bool.encode(to: encoder)
    case .integer(let integer): try integer.encode(to: encoder)
    case .number(let number): try number.encode(to: encoder)
    case .string(let string): try string.encode(to: encoder)
    case .array(let elements): try elements.encode(to: encoder)
    case .object(let members):
      var container = encoder.container(keyedBy: MetadataKey.self)
      for member in members {
        try container.encode(member.value, forKey: MetadataKey(stringValue: member.key))
      }
    }
  }
}

/// An object that is put together member by member; what is not known has no member.
package struct JSONObject: Sendable {
  private var members: [JSONValue.Member] = []

  package init() {}

  /// The object.
  package var value: JSONValue { .object(members) }
  /// Whether nothing was added.
  package var isEmpty: Bool { members.isEmpty }

  package mutating func add(_ key: String, _ value: JSONValue) {
    members.append(JSONValue.Member(key: key, value: value))
  }

  package mutating func add(_ key: String, _ text: String?) {
    if let text { add(key, .string(text)) }
  }

  package mutating func add(_ key: String, _ number: Int?) {
    if let number { add(key, .integer(number)) }
  }

  /// Adds a list that is not empty.
  package mutating func add(_ key: String, _ elements: [JSONValue]) {
    if !elements.isEmpty { add(key, .array(elements)) }
  }
}
