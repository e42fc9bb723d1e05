/// Every block is an object with a `type`.
extension Block: Codable, ModelPart {
  /// Reads a block.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    let type = try container.decode(String.self, forKey: .type)
    switch type {
    case "paragraph": self = .paragraph(try Paragraph(from: decoder))
    case "heading": self = .heading(try Heading(from: decoder))
    case "list": self = .list(try List(from: decoder))
    case "definitionList": self = .definitionList(try DefinitionList(from: decoder))
    case "quote": self = .quote(try Quote(from: decoder))
    case "code": self = .code(try CodeBlock(from: decoder))
    case "table": self = .table(try Table(from: decoder))
    case "figure": self = .figure(try Figure(from: decoder))
    case "thematicBreak": self = .thematicBreak
    case "math": self = .math(try container.decode(String.self, forKey: .text))
    case "media": self = .media(try Media(from: decoder))
    case "details": self = .details(try Details(from: decoder))
    case "division": self = .division(try Division(from: decoder))
    default: throw container.unknown(type, .type)
    }
  }

  /// Writes a block.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    switch self {
    case .paragraph(let paragraph):
      _ = try ModelEncoding(encoder, type: "paragraph")
      try paragraph.write(to: encoder)
    case .heading(let heading):
      _ = try ModelEncoding(encoder, type: "heading")
      try heading.write(to: encoder)
    case .list(let list):
      _ = try ModelEncoding(encoder, type: "list")
      try list.write(to: encoder)
    case .definitionList(let list):
      _ = try ModelEncoding(encoder, type: "definitionList")
      try list.write(to: encoder)
    case .quote(let quote):
      _ = try ModelEncoding(encoder, type: "quote")
      try quote.write(to: encoder)
    case .code(let code):
      _ = try ModelEncoding(encoder, type: "code")
      try code.write(to: encoder)
    case .table(let table):
      _ = try ModelEncoding(encoder, type: "table")
      try table.write(to: encoder)
    case .figure(let figure):
      _ = try ModelEncoding(encoder, type: "figure")
      try figure.write(to: encoder)
    case .thematicBreak: _ = try ModelEncoding(encoder, type: "thematicBreak")
    case .math(let text):
      let container = try ModelEncoding(encoder, type: "math")
      try container.encode(text, forKey: .text)
    case .media(let media):
      _ = try ModelEncoding(encoder, type: "media")
      try media.write(to: encoder)
    case .details(let details):
      _ = try ModelEncoding(encoder, type: "details")
      try details.write(to: encoder)
    case .division(let division):
      _ = try ModelEncoding(encoder, type: "division")
      try division.write(to: encoder)
    }
  }
}

extension Paragraph: Codable, ModelPart {
  /// Reads a paragraph.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(try container.list(.content), attributes: try container.attributes())
  }

  /// Writes a paragraph.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(attributes)
    try container.encode(content, forKey: .content)
  }
}

extension Heading: Codable, ModelPart {
  /// Reads a heading.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      level: try container.decode(Int.self, forKey: .level), try container.list(.content),
      attributes: try container.attributes())
    guard (1...6).contains(level) else { throw container.unknown(String(level), .level) }
  }

  /// Writes a heading.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(level, forKey: .level)
    try container.encode(attributes)
    try container.encode(content, forKey: .content)
  }
}

extension Quote: Codable, ModelPart {
  /// Reads a quotation.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      try container.list(.content), source: try container.text(.source),
      attributes: try container.attributes())
  }

  /// Writes a quotation.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encodeIfPresent(source, forKey: .source)
    try container.encode(attributes)
    try container.encode(content, forKey: .content)
  }
}

extension CodeBlock: Codable, ModelPart {
  /// Reads preformatted text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      try container.decode(String.self, forKey: .text), language: try container.text(.language),
      attributes: try container.attributes())
  }

  /// Writes preformatted text.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encodeIfPresent(language, forKey: .language)
    try container.encode(attributes)
    try container.encode(text, forKey: .text)
  }
}

extension Figure: Codable, ModelPart {
  /// Reads a figure.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      try container.list(.content), caption: try container.list(.caption),
      attributes: try container.attributes())
  }

  /// Writes a figure.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(attributes)
    try container.encode(content, forKey: .content)
    try container.encodeUnlessEmpty(caption, forKey: .caption)
  }
}

extension Media: Codable, ModelPart {
  /// Reads an embed.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      try container.word(.kind) ?? .embed,
      source: try container.decode(String.self, forKey: .source),
      title: try container.text(.title), poster: try container.text(.poster),
      fallback: try container.list(.fallback), attributes: try container.attributes())
  }

  /// Writes an embed.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(kind.rawValue, forKey: .kind)
    try container.encode(source, forKey: .source)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(poster, forKey: .poster)
    try container.encode(attributes)
    try container.encodeUnlessEmpty(fallback, forKey: .fallback)
  }
}

extension Details: Codable, ModelPart {
  /// Reads a disclosure.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      summary: try container.list(.summary), content: try container.list(.content),
      isOpen: try container.flag(.isOpen), attributes: try container.attributes())
  }

  /// Writes a disclosure.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encodeIfTrue(isOpen, forKey: .isOpen)
    try container.encode(attributes)
    try container.encodeUnlessEmpty(summary, forKey: .summary)
    try container.encode(content, forKey: .content)
  }
}

extension Division: Codable, ModelPart {
  /// Reads a division.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(try container.list(.content), attributes: try container.attributes())
  }

  /// Writes a division.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(attributes)
    try container.encode(content, forKey: .content)
  }
}
