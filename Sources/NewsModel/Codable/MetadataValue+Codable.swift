/// A value is its JSON counterpart. Three things JSON has no form for are objects with one key that
/// starts with `$`: `{"$timestamp": "2022-03-07"}`, `{"$number": "nan"}`, and, so that nothing is
/// mistaken for these, `{"$map": {…}}` around a mapping that itself has such a key first.
extension MetadataValue: Codable {
  private enum Tag: String, CodingKey {
    case timestamp = "$timestamp"
    case number = "$number"
    case map = "$map"
  }

  /// Reads a value.
  public init(from decoder: any Decoder) throws {
    if let json = decoder as? JSONDecoding {
      self = try Self(json)
      return
    }
    if let keyed = try? decoder.container(keyedBy: MetadataKey.self) {
      if keyed.allKeys.count == 1, keyed.allKeys[0].stringValue.hasPrefix("$"),
        let tagged = try Self.tagged(decoder)
      {
        self = tagged
      } else {
        self = .map(try MetadataMap(from: decoder))
      }
      return
    }
    if let elements = try? decoder.unkeyedContainer() {
      var elements = elements
      var list: [MetadataValue] = []
      while !elements.isAtEnd { list.append(try elements.decode(MetadataValue.self)) }
      self = .list(list)
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  private static func tagged(_ decoder: any Decoder) throws -> MetadataValue? {
    let container = try decoder.container(keyedBy: Tag.self)
    switch container.allKeys.first {
    case .timestamp: return .timestamp(try container.decode(Timestamp.self, forKey: .timestamp))
    case .number:
      return Double(try container.decode(String.self, forKey: .number)).map { .number($0) }
    case .map: return .map(try container.decode(MetadataMap.self, forKey: .map))
    case nil: return nil
    }
  }

  /// The way of the house's own decoder: straight from the parsed value, in one pass.
  private init(_ json: JSONDecoding) throws {
    switch json.value {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .string(let string): self = .string(string)
    case .array: self = .list(try [MetadataValue](from: json))
    case .object(let members):
      if members.count == 1, members[0].key.utf8.first == UInt8(ascii: "$"),
        let tagged = try Self.tagged(json)
      {
        self = tagged
      } else {
        self = .map(try MetadataMap(from: json))
      }
    }
  }

  /// Writes a value.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let bool): try bool.encode(to: encoder)
    case .integer(let integer): try integer.encode(to: encoder)
    case .number(let number) where number.isFinite: try number.encode(to: encoder)
    case .number(let number):
      var container = encoder.container(keyedBy: Tag.self)
      try container.encode(number.description, forKey: .number)
    case .string(let string): try string.encode(to: encoder)
    case .timestamp(let timestamp):
      var container = encoder.container(keyedBy: Tag.self)
      try container.encode(timestamp, forKey: .timestamp)
    case .list(let list): try list.encode(to: encoder)
    case .map(let map):
      if map.count == 1, map.entries[0].key.utf8.first == UInt8(ascii: "$") {
        var container = encoder.container(keyedBy: Tag.self)
        try container.encode(map, forKey: .map)
      } else {
        try map.encode(to: encoder)
      }
    }
  }
}

/// Any key of a front matter.
struct MetadataKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension MetadataMap: Codable {
  /// Reads an object; its order is kept where the decoder keeps it, as ``Article/init(json:)`` does.
  public init(from decoder: any Decoder) throws {
    if let json = decoder as? JSONDecoding, case .object(let members) = json.value {
      var entries: [Entry] = []
      entries.reserveCapacity(members.count)
      for member in members {
        let value = try MetadataValue(from: json.child(member.value, key: member.key))
        entries.append(Entry(key: member.key, value: value))
      }
      self.init(entries)
      return
    }
    let container = try decoder.container(keyedBy: MetadataKey.self)
    self.init(
      try container.allKeys.map {
        Entry(key: $0.stringValue, value: try container.decode(MetadataValue.self, forKey: $0))
      })
  }

  /// Writes an object in order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: MetadataKey.self)
    for entry in entries {
      try container.encode(entry.value, forKey: MetadataKey(stringValue: entry.key))
    }
  }
}
