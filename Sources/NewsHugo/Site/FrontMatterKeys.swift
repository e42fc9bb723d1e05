import NewsModel

/// Front matter or configuration, whose keys are the same in capitals and small letters.
struct FrontMatterKeys: Sendable {
  /// The values by their keys in small letters.
  private var values: [String: MetadataValue] = [:]
  /// As they were written.
  let map: MetadataMap

  init(_ map: MetadataMap) {
    self.map = map
    for entry in map.entries { values[entry.key.lowercased()] = entry.value }
  }

  subscript(_ key: String) -> MetadataValue? {
    switch values[key] {
    case .null?: nil
    case let value: value
    }
  }

  /// A value below a key: `params.author`.
  func map(_ key: String) -> FrontMatterKeys? { self[key]?.map.map(FrontMatterKeys.init) }

  /// A text that is not blank, or a number as one.
  func text(_ key: String) -> String? { self[key]?.words }

  /// A truth value, also one that is written as a text.
  func flag(_ key: String) -> Bool? {
    switch self[key] {
    case .bool(let value): value
    case .string(let text): ["true": true, "false": false][text.lowercased()]
    default: nil
    }
  }
}

extension MetadataValue {
  /// The text without blanks around it, or a number's; `nil` for anything else and for nothing.
  var words: String? {
    switch self {
    case .string(let text):
      var bytes = text.utf8[...]
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
      while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
      return bytes.isEmpty ? nil : String(Substring(bytes))
    case .integer(let number): return String(number)
    case .number(let number): return number.description
    case .timestamp(let timestamp): return timestamp.iso8601
    default: return nil
    }
  }

  /// Texts of a list, or one alone.
  var texts: [String] {
    switch self {
    case .list(let list): list.compactMap(\.words)
    case .null, .bool, .map: []
    default: words.map { [$0] } ?? []
    }
  }
}
