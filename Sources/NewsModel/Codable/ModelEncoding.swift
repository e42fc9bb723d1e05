/// A part of the canonical form.
///
/// Its way of `Encodable` that is made for each encoder: written into JSON, a list of parts asks no part
/// again what the encoder is.
protocol ModelPart: Encodable {
  func write(to encoder: some Encoder) throws
}

/// Writes the members of an object of the canonical form.
///
/// Into JSON they go directly: the containers of `Codable` are generic code that is not specialised,
/// which takes several times as long. Any other encoder gives its container.
struct ModelEncoding {
  private enum Target {
    case json(JSONEncoding, level: Int)
    case other(Other)
  }

  /// A container of another encoder; behind a reference, because its size is not known here.
  private final class Other {
    var container: KeyedEncodingContainer<ModelKey>

    init(_ container: KeyedEncodingContainer<ModelKey>) { self.container = container }
  }

  private let target: Target

  init(_ encoder: some Encoder) {
    if let json = encoder as? JSONEncoding {
      target = .json(json, level: json.objectLevel())
    } else {
      target = .other(Other(encoder.container(keyedBy: ModelKey.self)))
    }
  }

  /// Begins an object that says what it is.
  init(_ encoder: some Encoder, type: String) throws {
    self.init(encoder)
    try encode(type, forKey: .type)
  }

  func encode(_ text: String, forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      json.write(string: text)
    case .other(let other): try other.container.encode(text, forKey: key)
    }
  }

  func encode(_ number: Int, forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      json.write(String(number))
    case .other(let other): try other.container.encode(number, forKey: key)
    }
  }

  func encode(_ flag: Bool, forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      json.write(flag ? "true" : "false")
    case .other(let other): try other.container.encode(flag, forKey: key)
    }
  }

  func encode(_ value: some Encodable, forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      try json.write(value, at: level)
    case .other(let other): try other.container.encode(value, forKey: key)
    }
  }

  func encode(_ part: some ModelPart, forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      try json.write(part: part, at: level)
    case .other(let other): try other.container.encode(part, forKey: key)
    }
  }

  func encode(_ parts: [some ModelPart], forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      try json.write(parts, at: level)
    case .other(let other): try other.container.encode(parts, forKey: key)
    }
  }

  func encode(_ lists: [[some ModelPart]], forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      let inner = json.arrayLevel()
      for parts in lists {
        json.next(at: inner)
        try json.write(parts, at: inner)
      }
      json.close(to: level)
    case .other(let other): try other.container.encode(lists, forKey: key)
    }
  }

  func encode(_ texts: [String], forKey key: ModelKey) throws {
    switch target {
    case .json(let json, let level):
      json.next(key, at: level)
      json.write(texts, at: level)
    case .other(let other): try other.container.encode(texts, forKey: key)
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

  func encodeIfPresent<Part: ModelPart>(_ part: Part?, forKey key: ModelKey) throws {
    if let part { try encode(part, forKey: key) }
  }

  func encodeIfTrue(_ flag: Bool, forKey key: ModelKey) throws {
    if flag { try encode(true, forKey: key) }
  }

  func encodeUnlessEmpty(_ parts: [some ModelPart], forKey key: ModelKey) throws {
    if !parts.isEmpty { try encode(parts, forKey: key) }
  }

  func encodeUnlessEmpty(_ lists: [[some ModelPart]], forKey key: ModelKey) throws {
    if !lists.isEmpty { try encode(lists, forKey: key) }
  }

  func encodeUnlessEmpty(_ texts: [String], forKey key: ModelKey) throws {
    if !texts.isEmpty { try encode(texts, forKey: key) }
  }

  func encodeUnlessEmpty(_ text: String, forKey key: ModelKey) throws {
    if !text.isEmpty { try encode(text, forKey: key) }
  }
}

extension JSONEncoding {
  fileprivate func write(part: some ModelPart, at level: Int) throws {
    try part.write(to: self)
    // A part that wrote nothing is an empty object.
    _ = objectLevel()
    close(to: level)
  }

  /// Writes an array and ends it.
  fileprivate func write(_ parts: [some ModelPart], at level: Int) throws {
    let inner = arrayLevel()
    for part in parts {
      next(at: inner)
      try write(part: part, at: inner)
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
  func write(to encoder: some Encoder) throws {
    if let json = encoder as? JSONEncoding {
      json.write(string: self)
    } else {
      try encode(to: encoder)
    }
  }
}
