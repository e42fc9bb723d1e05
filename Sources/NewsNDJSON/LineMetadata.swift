internal import NewsModel

/// What a line says of its page besides the page.
struct LineMetadata {
  private(set) var metadata = Metadata()
  /// The address of the page.
  private(set) var url: String?

  /// Takes a member; what is not of the kind that its name promises is carried through.
  mutating func take(_ key: LineKey, named name: String, _ value: JSONValue) {
    if value == .null { return }
    switch (key, Self.text(value)) {
    case (.id, let text?): metadata.id = text
    case (.url, let text?): url = text
    case (.title, let text?): metadata.title = text
    case (.language, let text?): metadata.language = text
    case (.publisher, let text?): metadata.publisher = Organization(name: text)
    case (.summary, let text?): metadata.summary = text
    case (.section, let text?): metadata.section = text
    case (.date, let text?):
      guard let date = Self.date(text) else { return carry(name, value) }
      metadata.published = date
    case (.retrieved, let text?):
      guard let date = Self.date(text) else { return carry(name, value) }
      metadata.retrieved = date
    case (.authors, _): metadata.authors = Self.names(value).map { Person(name: $0) }
    case (.tags, _): metadata.tags = Self.names(value)
    default: carry(name, value)
    }
  }

  /// Keeps what the model has no field for.
  mutating func carry(_ name: String, _ value: JSONValue) {
    metadata.extra[name] = Self.carried(value, depth: 0)
  }

  /// Text that says something, or a number as text.
  static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text):
      text.utf8.contains { $0 > 0x20 } ? text : nil
    case .integer(let number): String(number)
    default: nil
    }
  }

  /// ISO 8601, RFC 5322, or seconds (or thousandths of them) since 1970.
  private static func date(_ text: String) -> Timestamp? {
    if let date = Timestamp(iso8601: text) ?? Timestamp(rfc5322: text) { return date }
    guard let number = Int(text) else { return nil }
    return Timestamp(secondsSince1970: number.magnitude > 100_000_000_000 ? number / 1000 : number)
  }

  /// One name, several, or objects that have one.
  private static func names(_ value: JSONValue) -> [String] {
    if let list = value.array {
      return list.compactMap { text($0) ?? $0["name"].flatMap(text) }
    }
    return [text(value) ?? value["name"].flatMap(text)].compactMap(\.self)
  }

  private static let deepest = 32

  /// What is nested deeper than anything that anyone filters by is left out.
  private static func carried(_ value: JSONValue, depth: Int) -> MetadataValue {
    if depth > deepest { return .null }
    switch value {
    case .null: return .null
    case .bool(let bool): return .bool(bool)
    case .integer(let integer): return .integer(integer)
    case .number(let number): return .number(number)
    case .string(let text): return .string(text)
    case .array(let elements): return .list(elements.map { carried($0, depth: depth + 1) })
    case .object(let members):
      var map = MetadataMap()
      for member in members { map[member.key] = carried(member.value, depth: depth + 1) }
      return .map(map)
    }
  }
}
