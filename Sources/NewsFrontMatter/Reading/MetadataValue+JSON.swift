package import NewsModel

extension MetadataValue {
  /// What a JSON value says; nesting deeper than front matter has is left out.
  package init(_ json: JSONValue) { self.init(json, depth: 0) }

  private static let depthLimit = 200

  private init(_ json: JSONValue, depth: Int) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .string(let value): self = .string(value)
    case .array(let elements):
      self =
        depth < Self.depthLimit
        ? .list(elements.map { MetadataValue($0, depth: depth + 1) }) : .null
    case .object(let members):
      guard depth < Self.depthLimit else {
        self = .null
        return
      }
      self = .map(
        MetadataMap(
          members.map {
            MetadataMap.Entry(key: $0.key, value: MetadataValue($0.value, depth: depth + 1))
          }))
    }
  }
}
