internal import NewsAddress
internal import NewsMarkup
internal import NewsModel

/// What news is about, or who or what takes part in it, as IPTC's formats name it: a subject, a
/// person, a place. By a name, by an address in a vocabulary, or by a code.
struct Concept: Sendable, Hashable {
  var name: String?
  /// The whole address of the concept in its vocabulary.
  var uri: String?
  /// A code that is no address.
  var literal: String?
  /// What it is to the item: `about`, `author`, `category`.
  var relation: String?

  init(name: String? = nil, uri: String? = nil, literal: String? = nil, relation: String? = nil) {
    self.name = name
    self.uri = uri
    self.literal = literal
    self.relation = relation
  }

  /// Reads an object of ninjs: `uri` and `literal` of 2.0 and later, `scheme` and `code` of 1.x.
  init?(_ value: JSONValue) {
    func text(_ key: String) -> String? { value[key]?.string?.collapsed }
    name = text("name")
    relation = text("rel") ?? text("role")
    uri = text("uri")
    literal = text("literal")
    if uri == nil, let code = text("code") {
      if let scheme = text("scheme"), !code.hasPrefix(scheme) {
        uri = scheme + code
      } else {
        setCode(code)
      }
    }
    if label == nil { return nil }
  }

  /// Reads the form in which ``Metadata/extra`` keeps it.
  init?(_ value: MetadataValue) {
    if let name = value.string {
      self.name = name
      return
    }
    guard let map = value.map else { return nil }
    name = map["name"]?.string
    uri = map["uri"]?.string
    literal = map["literal"]?.string
    relation = map["rel"]?.string
    if label == nil { return nil }
  }

  /// Takes a code: an address where it is a whole one; `medtop:20000304` is none.
  mutating func setCode(_ code: String) {
    let isAddress =
      ["http://", "https://", "urn:", "tag:"].contains { code.lowercased().hasPrefix($0) }
    if isAddress, PageAddress.identifier(code) != nil {
      uri = code
    } else {
      literal = literal ?? code
    }
  }

  /// What to call it.
  var label: String? { name ?? literal ?? uri }

  /// Whether there is more than a name.
  var hasMore: Bool { uri != nil || literal != nil || relation != nil }

  /// The form in which ``Metadata/extra`` keeps it.
  var metadata: MetadataValue {
    guard hasMore else { return .string(name ?? "") }
    var map: MetadataMap = [:]
    map["name"] = name.map { .string($0) }
    map["uri"] = uri.map { .string($0) }
    map["literal"] = literal.map { .string($0) }
    map["rel"] = relation.map { .string($0) }
    return .map(map)
  }
}

extension MetadataMap {
  /// The concepts under a key.
  func concepts(_ key: String) -> [Concept] { (self[key]?.list ?? []).compactMap { Concept($0) } }

  /// Sets the concepts of a key, if there are any.
  mutating func set(_ key: String, _ concepts: [Concept]) {
    if !concepts.isEmpty { self[key] = .list(concepts.map(\.metadata)) }
  }

  /// Sets a text, if there is one.
  mutating func set(_ key: String, _ text: String?) {
    if let text, !text.isEmpty { self[key] = .string(text) }
  }

  /// A date or a time under a key.
  func timestamp(_ key: String) -> Timestamp? {
    switch self[key] {
    case .timestamp(let timestamp): timestamp
    case .string(let text): Timestamp(iso8601: text)
    default: nil
    }
  }

  /// A text or a whole number under a key, as text.
  func word(_ key: String) -> String? {
    switch self[key] {
    case .string(let text): text.isEmpty ? nil : text
    case .integer(let number): String(number)
    default: nil
    }
  }
}

extension String {
  /// The text on one line, without blanks around; `nil` where nothing is left.
  var collapsed: String? {
    let text = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}
