extension Publication: Codable, ModelPart {
  /// What the canonical form of a digest calls itself.
  public static let schema = "newskit-publication/1"

  /// Reads the canonical form of a digest.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    if let schema = try container.text(.schema), schema != Self.schema {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container,
        debugDescription: "this is '\(schema)', only '\(Self.schema)' is understood")
    }
    self.init(title: try container.text(.title), sections: try container.list(.sections))
    creator = try container.text(.creator)
    date = try container.timestamp(.date)
    language = try container.text(.language)
    series = try container.decodeIfPresent(Series.self, forKey: .series)
    omissions = try container.list(.omissions)
    leftOut = try container.list(.leftOut)
  }

  /// Writes the canonical form. Where the articles came from is not part of it.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(Self.schema, forKey: .schema)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(creator, forKey: .creator)
    try container.encode(date, forKey: .date)
    try container.encodeIfPresent(language, forKey: .language)
    try container.encodeIfPresent(series, forKey: .series)
    try container.encode(sections, forKey: .sections)
    try container.encodeUnlessEmpty(omissions, forKey: .omissions)
    try container.encodeUnlessEmpty(leftOut, forKey: .leftOut)
  }
}

extension Publication.Omission: Codable, ModelPart {
  /// Reads an omission.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      title: try container.decode(String.self, forKey: .title),
      url: try container.text(.url), reason: try container.text(.reason),
      language: try container.text(.language))
  }

  /// Writes an omission.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(title, forKey: .title)
    try container.encodeIfPresent(url, forKey: .url)
    try container.encodeIfPresent(reason, forKey: .reason)
    try container.encodeIfPresent(language, forKey: .language)
  }
}

extension Publication.LeftOut: Codable, ModelPart {
  /// Reads a group.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    guard let cause = try container.word(.cause, as: Cause.self) else {
      throw container.unknown("", .cause)
    }
    let articles = try container.list(.articles, of: Publication.Omission.self)
    self.init(
      cause: cause, limit: try container.decodeIfPresent(Int.self, forKey: .limit),
      count: try container.decodeIfPresent(Int.self, forKey: .count) ?? articles.count,
      articles: articles)
  }

  /// Writes a group.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(cause.rawValue, forKey: .cause)
    try container.encodeIfPresent(limit, forKey: .limit)
    try container.encode(count, forKey: .count)
    try container.encodeUnlessEmpty(articles, forKey: .articles)
  }
}

extension Publication.Series: Codable, ModelPart {
  /// Reads a series.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      title: try container.decode(String.self, forKey: .title),
      position: try container.text(.position))
  }

  /// Writes a series.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(title, forKey: .title)
    try container.encodeIfPresent(position, forKey: .position)
  }
}

extension Publication.Section: Codable, ModelPart {
  /// Reads a section.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(title: try container.text(.title), entries: try container.list(.articles))
  }

  /// Writes a section.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encode(entries, forKey: .articles)
  }
}

extension Publication.Entry: Codable, ModelPart {
  /// Reads an article.
  public init(from decoder: any Decoder) throws { self.init(try Article(from: decoder)) }
  /// Writes the article.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws { try article.write(to: encoder) }
}
