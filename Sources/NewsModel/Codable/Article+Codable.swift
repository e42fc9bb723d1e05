extension Article: Codable, ModelPart {
  /// What the canonical form of an article calls itself; the number rises when a reader of the old
  /// form could misunderstand the new one.
  public static let schema = "newskit-article/1"

  /// Reads the canonical form: one object with the metadata's keys, `body` and `footnotes`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    if let schema = try container.text(.schema), schema != Self.schema {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container,
        debugDescription: "this is '\(schema)', only '\(Self.schema)' is understood")
    }
    self.init(
      metadata: try Metadata(from: decoder), body: try container.list(.body),
      footnotes: try container.list(.footnotes))
  }

  /// Writes the canonical form. Nothing is lost: decoding gives an equal article.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(Self.schema, forKey: .schema)
    try metadata.write(to: encoder)
    try container.encode(body, forKey: .body)
    try container.encodeUnlessEmpty(footnotes, forKey: .footnotes)
  }
}

extension Footnote: Codable, ModelPart {
  /// Reads a note.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      label: try container.decode(String.self, forKey: .label),
      content: try container.list(.content))
  }

  /// Writes a note.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(label, forKey: .label)
    try container.encode(content, forKey: .content)
  }
}

extension Attributes: Codable, ModelPart {
  /// Reads attributes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      id: try container.text(.id), classes: try container.list(.classes),
      language: try container.text(.language), direction: try container.word(.direction))
  }

  /// Writes attributes.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeUnlessEmpty(classes, forKey: .classes)
    try container.encodeIfPresent(language, forKey: .language)
    try container.encodeIfPresent(direction?.rawValue, forKey: .direction)
  }
}
