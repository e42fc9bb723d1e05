/// Writes the members of an object of the canonical form.
///
/// Into JSON they go directly: the containers of `Codable` are generic code that is not specialised,
/// which takes several times as long. Any other encoder gives its container.
struct ModelEncoding {
  private enum Target {
    case json(JSONEncoding, level: Int)
    case other(KeyedEncodingContainer<ModelKey>)
  }

  private let target: Target

  init(_ encoder: any Encoder) {
    if let json = encoder as? JSONEncoding {
      target = .json(json, level: json.objectLevel())
    } else {
      target = .other(encoder.container(keyedBy: ModelKey.self))
    }
  }

  /// Begins an object that says what it is.
  init(_ encoder: any Encoder, type: String) throws {
    self.init(encoder)
    try encode(type, forKey: .type)
  }

  func encode(_ text: String, forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      json.write(string: text)
    case .other(var container): try container.encode(text, forKey: key)
    }
  }

  func encode(_ number: Int, forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      json.write(String(number))
    case .other(var container): try container.encode(number, forKey: key)
    }
  }

  func encode(_ flag: Bool, forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      json.write(flag ? "true" : "false")
    case .other(var container): try container.encode(flag, forKey: key)
    }
  }

  func encode(_ value: some Encodable, forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      try json.write(value, at: level)
    case .other(var container): try container.encode(value, forKey: key)
    }
  }

  func encode(_ list: [some Encodable], forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      try json.write(list, at: level)
    case .other(var container): try container.encode(list, forKey: key)
    }
  }

  func encode(_ texts: [String], forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      json.write(texts, at: level)
    case .other(var container): try container.encode(texts, forKey: key)
    }
  }

  func encode(_ attributes: Attributes) throws {
    if !attributes.isEmpty { try encode(attributes, forKey: .attributes) }
  }

  func encode(_ timestamp: Timestamp?, forKey key: ModelKey) throws {
    if let timestamp { try encode(timestamp.iso8601, forKey: key) }
  }

  func encodeIfPresent(_ text: String?, forKey key: ModelKey) throws {
    if let text { try encode(text, forKey: key) }
  }

  func encodeIfPresent(_ number: Int?, forKey key: ModelKey) throws {
    if let number { try encode(number, forKey: key) }
  }

  func encodeIfPresent(_ flag: Bool?, forKey key: ModelKey) throws {
    if let flag { try encode(flag, forKey: key) }
  }

  func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: ModelKey) throws {
    if let value { try encode(value, forKey: key) }
  }

  func encodeIfTrue(_ flag: Bool, forKey key: ModelKey) throws {
    if flag { try encode(true, forKey: key) }
  }

  func encodeUnlessEmpty(_ list: [some Encodable], forKey key: ModelKey) throws {
    if !list.isEmpty { try encode(list, forKey: key) }
  }

  func encodeUnlessEmpty(_ texts: [String], forKey key: ModelKey) throws {
    if !texts.isEmpty { try encode(texts, forKey: key) }
  }

  func encodeUnlessEmpty(_ text: String, forKey key: ModelKey) throws {
    if !text.isEmpty { try encode(text, forKey: key) }
  }
}

extension JSONEncoding {
  /// Writes an array and ends it.
  fileprivate func write(_ list: [some Encodable], at level: Int) throws {
    let inner = arrayLevel()
    for element in list {
      next(at: inner)
      try write(element, at: inner)
    }
    close(to: level)
  }

  fileprivate func write(_ texts: [String], at level: Int) {
    let inner = arrayLevel()
    for text in texts {
      next(at: inner)
      write(string: text)
    }
    close(to: level)
  }
}

extension String {
  /// Writes a text that is no member, but stands for itself.
  func encodeAlone(to encoder: any Encoder) throws {
    if let json = encoder as? JSONEncoding {
      json.write(string: self)
    } else {
      try encode(to: encoder)
    }
  }
}
