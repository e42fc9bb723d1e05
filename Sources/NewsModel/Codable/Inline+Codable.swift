/// Plain text is a JSON string; everything else is an object with a `type`.
extension Inline: Codable, ModelPart {
  /// Reads a part of a line.
  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = .text(text)
      return
    }
    let container = try decoder.model()
    let type = try container.decode(String.self, forKey: .type)
    switch type {
    case "text": self = .text(try container.decode(String.self, forKey: .text))
    case "emphasis": self = .emphasis(try container.list(.content))
    case "strong": self = .strong(try container.list(.content))
    case "strikethrough": self = .strikethrough(try container.list(.content))
    case "subscript": self = .subscript(try container.list(.content))
    case "superscript": self = .superscript(try container.list(.content))
    case "code": self = .code(try container.decode(String.self, forKey: .text))
    case "link": self = .link(try Link(from: decoder))
    case "image": self = .image(try Image(from: decoder))
    case "lineBreak": self = .lineBreak
    case "ruby": self = .ruby(Ruby(try container.list(.pairs)))
    case "math": self = .math(try container.decode(String.self, forKey: .text))
    case "footnote": self = .footnote(try container.decode(String.self, forKey: .label))
    case "span": self = .span(try Span(from: decoder))
    default: throw container.unknown(type, .type)
    }
  }

  /// Writes a part of a line.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    switch self {
    case .text(let text): try text.write(to: encoder)
    case .emphasis(let content): try Self.encode(content, as: "emphasis", to: encoder)
    case .strong(let content): try Self.encode(content, as: "strong", to: encoder)
    case .strikethrough(let content): try Self.encode(content, as: "strikethrough", to: encoder)
    case .subscript(let content): try Self.encode(content, as: "subscript", to: encoder)
    case .superscript(let content): try Self.encode(content, as: "superscript", to: encoder)
    case .code(let text):
      let container = try ModelEncoding(encoder, type: "code")
      try container.encode(text, forKey: .text)
    case .link(let link):
      _ = try ModelEncoding(encoder, type: "link")
      try link.write(to: encoder)
    case .image(let image):
      _ = try ModelEncoding(encoder, type: "image")
      try image.write(to: encoder)
    case .lineBreak: _ = try ModelEncoding(encoder, type: "lineBreak")
    case .ruby(let ruby):
      let container = try ModelEncoding(encoder, type: "ruby")
      try container.encode(ruby.pairs, forKey: .pairs)
    case .math(let text):
      let container = try ModelEncoding(encoder, type: "math")
      try container.encode(text, forKey: .text)
    case .footnote(let label):
      let container = try ModelEncoding(encoder, type: "footnote")
      try container.encode(label, forKey: .label)
    case .span(let span):
      _ = try ModelEncoding(encoder, type: "span")
      try span.write(to: encoder)
    }
  }

  private static func encode(
    _ content: [Inline], as type: String, to encoder: some Encoder
  ) throws {
    let container = try ModelEncoding(encoder, type: type)
    try container.encode(content, forKey: .content)
  }
}

extension Link: Codable, ModelPart {
  /// Reads a link.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      try container.decode(String.self, forKey: .url), try container.list(.content),
      title: try container.text(.title), attributes: try container.attributes())
  }

  /// Writes a link.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(url, forKey: .url)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encode(attributes)
    try container.encode(content, forKey: .content)
  }
}

extension Image: Codable, ModelPart {
  /// Reads a picture.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      try container.decode(String.self, forKey: .source),
      alternative: try container.text(.alternative) ?? "", title: try container.text(.title),
      width: try container.decodeIfPresent(Int.self, forKey: .width),
      height: try container.decodeIfPresent(Int.self, forKey: .height),
      attributes: try container.attributes())
  }

  /// Writes a picture.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(source, forKey: .source)
    try container.encodeUnlessEmpty(alternative, forKey: .alternative)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(width, forKey: .width)
    try container.encodeIfPresent(height, forKey: .height)
    try container.encode(attributes)
  }
}

extension Ruby: Codable, ModelPart {
  /// Reads text with readings.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.model().list(.pairs))
  }

  /// Writes text with readings.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(pairs, forKey: .pairs)
  }
}

extension Ruby.Pair: Codable, ModelPart {
  /// Reads a pair.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(base: try container.list(.base), reading: try container.list(.reading))
  }

  /// Writes a pair.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(base, forKey: .base)
    try container.encodeUnlessEmpty(reading, forKey: .reading)
  }
}

extension Span: Codable, ModelPart {
  /// Reads a span.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    let kind: Kind?
    switch try container.text(.kind) {
    case nil: kind = nil
    case "abbreviation": kind = .abbreviation(try container.text(.expansion))
    case "time": kind = .time(try container.text(.datetime))
    case let name?:
      guard let known = Kind(name: name) else { throw container.unknown(name, .kind) }
      kind = known
    }
    self.init(kind, try container.list(.content), attributes: try container.attributes())
  }

  /// Writes a span.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encodeIfPresent(kind?.name, forKey: .kind)
    switch kind {
    case .abbreviation(let expansion): try container.encodeIfPresent(expansion, forKey: .expansion)
    case .time(let datetime): try container.encodeIfPresent(datetime, forKey: .datetime)
    default: break
    }
    try container.encode(attributes)
    try container.encode(content, forKey: .content)
  }
}

extension Span.Kind {
  fileprivate static let plain: [Self] = [
    .mark, .insertion, .small, .keyboard, .sample, .variable, .citation, .definition, .quotation,
  ]

  fileprivate init?(name: String) {
    guard let kind = Self.plain.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  fileprivate var name: String {
    switch self {
    case .mark: "mark"
    case .insertion: "insertion"
    case .small: "small"
    case .keyboard: "keyboard"
    case .sample: "sample"
    case .variable: "variable"
    case .citation: "citation"
    case .definition: "definition"
    case .quotation: "quotation"
    case .abbreviation: "abbreviation"
    case .time: "time"
    }
  }
}
