extension Article {
  /// The canonical form: one JSON object, UTF-8, on one line unless it is to be pretty.
  ///
  /// Described by `Documentation/article.schema.json`. The same article gives the same bytes.
  public func json(pretty: Bool = false) throws(ConversionError) -> [UInt8] {
    try JSONEncoding.json(self, pretty: pretty)
  }

  /// Reads the canonical form.
  ///
  /// - Throws: ``ConversionError/Code/badInput``, naming the line or the place in the object.
  public init(json bytes: some Collection<UInt8>) throws(ConversionError) {
    self = try JSONDecoding.decode(Self.self, from: JSONValue(parsing: bytes))
  }
}

extension Publication {
  /// The canonical form of a digest: one JSON object, UTF-8, with its articles in sections.
  public func json(pretty: Bool = false) throws(ConversionError) -> [UInt8] {
    try JSONEncoding.json(self, pretty: pretty)
  }

  /// Reads the canonical form of a digest, or of one article.
  ///
  /// - Throws: ``ConversionError/Code/badInput``, naming the line or the place in the object.
  public init(json bytes: some Collection<UInt8>) throws(ConversionError) {
    let value = try JSONValue(parsing: bytes)
    if value["sections"] == nil {
      self.init(try JSONDecoding.decode(Article.self, from: value))
    } else {
      self = try JSONDecoding.decode(Self.self, from: value)
    }
  }
}

extension JSONEncoding {
  /// The JSON of any part of the model.
  static func json(_ value: some Encodable, pretty: Bool) throws(ConversionError) -> [UInt8] {
    do {
      return try JSONEncoding(isPretty: pretty).encodeRoot(value)
    } catch {
      throw ConversionError(.software, "cannot be written as JSON: \(error)")
    }
  }
}

extension JSONDecoding {
  /// A part of the model from its JSON.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from value: JSONValue
  ) throws(ConversionError) -> Value {
    do {
      return try JSONDecoding(value).decode(type)
    } catch DecodingError.keyNotFound(_, let context),
      DecodingError.typeMismatch(_, let context),
      DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context)
    {
      let place = context.codingPath.map { key in
        key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)"
      }
      throw ConversionError(
        .badInput,
        "not an article's JSON: \(context.debugDescription)"
          + (place.isEmpty ? "" : " at $\(place.joined())"))
    } catch {
      throw ConversionError(.badInput, "not an article's JSON: \(error)")
    }
  }
}

extension [Block] {
  /// The canonical form of a body alone: one JSON array.
  package func json(pretty: Bool = false) throws(ConversionError) -> [UInt8] {
    try JSONEncoding.json(self, pretty: pretty)
  }
}

extension [Article] {
  /// Reads the articles of a parsed JSON text: one article, a list of them, or a digest.
  package init(json value: JSONValue) throws(ConversionError) {
    switch value {
    case .array: self = try JSONDecoding.decode([Article].self, from: value)
    case .object where value["sections"] != nil:
      self = try JSONDecoding.decode(Publication.self, from: value).entries.map(\.article)
    default: self = [try JSONDecoding.decode(Article.self, from: value)]
    }
  }
}

extension JSONValue {
  /// The keys of an article's or digest's object that its form does not have.
  package var unknownKeys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key).filter { ModelKey(stringValue: $0) == nil }
  }
}
