extension List: Codable, ModelPart {
  /// Reads a list.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    let kind: Kind
    switch try container.text(.kind) {
    case nil, "unordered": kind = .unordered
    case "ordered":
      kind = .ordered(
        start: try container.decodeIfPresent(Int.self, forKey: .start) ?? 1,
        style: try container.word(.style) ?? .decimal)
    case let other?: throw container.unknown(other, .kind)
    }
    self.init(
      kind, isTight: try container.decodeIfPresent(Bool.self, forKey: .isTight) ?? true,
      items: try container.list(.items), attributes: try container.attributes())
  }

  /// Writes a list.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    switch kind {
    case .unordered: try container.encode("unordered", forKey: .kind)
    case .ordered(let start, let style):
      try container.encode("ordered", forKey: .kind)
      if start != 1 { try container.encode(start, forKey: .start) }
      if style != .decimal { try container.encode(style.rawValue, forKey: .style) }
    }
    if !isTight { try container.encode(false, forKey: .isTight) }
    try container.encode(attributes)
    try container.encode(items, forKey: .items)
  }
}

extension List.Item: Codable, ModelPart {
  /// Reads an item.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      try container.list(.content), task: try container.decodeIfPresent(Bool.self, forKey: .task),
      number: try container.decodeIfPresent(Int.self, forKey: .number),
      attributes: try container.attributes())
  }

  /// Writes an item.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encodeIfPresent(task, forKey: .task)
    try container.encodeIfPresent(number, forKey: .number)
    try container.encode(attributes)
    try container.encode(content, forKey: .content)
  }
}

extension DefinitionList: Codable, ModelPart {
  /// Reads a definition list.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(items: try container.list(.items), attributes: try container.attributes())
  }

  /// Writes a definition list.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(attributes)
    try container.encode(items, forKey: .items)
  }
}

extension DefinitionList.Item: Codable, ModelPart {
  /// Reads a term or a definition.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    let type = try container.decode(String.self, forKey: .type)
    switch type {
    case "term": self = .term(try container.list(.content), try container.attributes())
    case "definition": self = .definition(try container.list(.content), try container.attributes())
    default: throw container.unknown(type, .type)
    }
  }

  /// Writes a term or a definition.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    switch self {
    case .term(let content, let attributes):
      let container = try ModelEncoding(encoder, type: "term")
      try container.encode(attributes)
      try container.encode(content, forKey: .content)
    case .definition(let content, let attributes):
      let container = try ModelEncoding(encoder, type: "definition")
      try container.encode(attributes)
      try container.encode(content, forKey: .content)
    }
  }
}
