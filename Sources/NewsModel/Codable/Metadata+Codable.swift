extension Metadata: Codable, ModelPart {
  /// Reads the metadata from an article's object.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init()
    id = try container.text(.id)
    title = try container.text(.title)
    alternativeTitle = try container.text(.alternativeTitle)
    authors = try container.list(.authors)
    byline = try container.text(.byline)
    published = try container.timestamp(.published)
    modified = try container.timestamp(.modified)
    retrieved = try container.timestamp(.retrieved)
    dateline = try container.text(.dateline)
    section = try container.text(.section)
    categories = try container.list(.categories)
    tags = try container.list(.tags)
    slug = try container.text(.slug)
    url = try container.text(.url)
    language = try container.text(.language)
    direction = try container.word(.direction)
    publisher = try container.decodeIfPresent(Organization.self, forKey: .publisher)
    source = try container.decodeIfPresent(Organization.self, forKey: .source)
    canonicalURL = try container.text(.canonicalURL)
    leadImage = try container.decodeIfPresent(LeadImage.self, forKey: .leadImage)
    summary = try container.text(.summary)
    editor = try container.text(.editor)
    rights = try container.text(.rights)
    extra = try container.decodeIfPresent(MetadataMap.self, forKey: .extra) ?? [:]
  }

  /// Writes what is known; what is not has no key.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(alternativeTitle, forKey: .alternativeTitle)
    try container.encodeUnlessEmpty(authors, forKey: .authors)
    try container.encodeIfPresent(byline, forKey: .byline)
    try container.encode(published, forKey: .published)
    try container.encode(modified, forKey: .modified)
    try container.encode(retrieved, forKey: .retrieved)
    try container.encodeIfPresent(dateline, forKey: .dateline)
    try container.encodeIfPresent(section, forKey: .section)
    try container.encodeUnlessEmpty(categories, forKey: .categories)
    try container.encodeUnlessEmpty(tags, forKey: .tags)
    try container.encodeIfPresent(slug, forKey: .slug)
    try container.encodeIfPresent(url, forKey: .url)
    try container.encodeIfPresent(language, forKey: .language)
    try container.encodeIfPresent(direction?.rawValue, forKey: .direction)
    try container.encodeIfPresent(publisher, forKey: .publisher)
    try container.encodeIfPresent(source, forKey: .source)
    try container.encodeIfPresent(canonicalURL, forKey: .canonicalURL)
    try container.encodeIfPresent(leadImage, forKey: .leadImage)
    try container.encodeIfPresent(summary, forKey: .summary)
    try container.encodeIfPresent(editor, forKey: .editor)
    try container.encodeIfPresent(rights, forKey: .rights)
    if !extra.isEmpty { try container.encode(extra, forKey: .extra) }
  }
}

extension Person: Codable, ModelPart {
  /// Reads a person.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      name: try container.decode(String.self, forKey: .name), url: try container.text(.url),
      isOrganization: try container.flag(.isOrganization))
  }

  /// Writes a person.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(url, forKey: .url)
    try container.encodeIfTrue(isOrganization, forKey: .isOrganization)
  }
}

extension Organization: Codable, ModelPart {
  /// Reads an organisation.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      name: try container.decode(String.self, forKey: .name), url: try container.text(.url))
  }

  /// Writes an organisation.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(url, forKey: .url)
  }
}

extension LeadImage: Codable, ModelPart {
  /// Reads a lead image.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      source: try container.decode(String.self, forKey: .source),
      alternative: try container.text(.alternative), caption: try container.text(.caption))
  }

  /// Writes a lead image.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(source, forKey: .source)
    try container.encodeIfPresent(alternative, forKey: .alternative)
    try container.encodeIfPresent(caption, forKey: .caption)
  }
}

extension Timestamp: Codable {
  /// Reads the ISO 8601 form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let timestamp = Timestamp(iso8601: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no ISO 8601 date")
    }
    self = timestamp
  }

  /// Writes the ISO 8601 form, which says all there is.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso8601)
  }
}
