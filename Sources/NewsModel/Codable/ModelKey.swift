/// The keys of the canonical form, one set for all types: an object in it is recognised by its place and
/// its ``type``.
enum ModelKey: String, CodingKey {
  case schema, type, attributes, content
  // What is known of an article.
  case title, alternativeTitle, authors, byline, published, modified, retrieved, dateline, section
  case categories, tags, slug, url, language, direction, publisher, source, canonicalURL
  case leadImage, summary, editor, rights, extra, body, footnotes
  // People, pictures, attributes.
  case name, isOrganization, alternative, caption, width, height, id, classes, label
  // Blocks.
  case level, kind, start, style, isTight, items, task, number, text, head, bodies, foot, cells
  case isHeader, columnSpan, rowSpan, alignment, poster, fallback, isOpen
  // Inlines.
  case pairs, base, reading, expansion, datetime
  // Digests.
  case creator, date, series, position, sections, articles, omissions, reason
  case leftOut, cause, limit, count
}

typealias ModelDecoding = KeyedDecodingContainer<ModelKey>

extension ModelDecoding {
  func list<Element: Decodable>(_ key: Key, of type: Element.Type = Element.self) throws
    -> [Element]
  {
    try decodeIfPresent([Element].self, forKey: key) ?? []
  }

  func text(_ key: Key) throws -> String? { try decodeIfPresent(String.self, forKey: key) }

  func flag(_ key: Key) throws -> Bool { try decodeIfPresent(Bool.self, forKey: key) ?? false }

  func attributes() throws -> Attributes {
    try decodeIfPresent(Attributes.self, forKey: .attributes) ?? .none
  }

  func timestamp(_ key: Key) throws -> Timestamp? {
    try decodeIfPresent(Timestamp.self, forKey: key)
  }

  /// A word of a fixed set, or an error that names those there are.
  func word<Word: RawRepresentable>(_ key: Key, as type: Word.Type = Word.self) throws -> Word?
  where Word.RawValue == String {
    guard let text = try text(key) else { return nil }
    guard let word = Word(rawValue: text) else { throw unknown(text, key) }
    return word
  }

  func unknown(_ text: String, _ key: Key) -> DecodingError {
    .dataCorruptedError(forKey: key, in: self, debugDescription: "unknown value '\(text)'")
  }
}

extension Decoder {
  func model() throws -> ModelDecoding { try container(keyedBy: ModelKey.self) }
}
