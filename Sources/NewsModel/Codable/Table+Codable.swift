extension Table: Codable, ModelPart {
  /// Reads a table.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      caption: try container.list(.caption), head: try container.list(.head),
      bodies: try container.list(.bodies), foot: try container.list(.foot),
      attributes: try container.attributes())
  }

  /// Writes a table.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(attributes)
    try container.encodeUnlessEmpty(caption, forKey: .caption)
    try container.encodeUnlessEmpty(head, forKey: .head)
    try container.encodeUnlessEmpty(bodies, forKey: .bodies)
    try container.encodeUnlessEmpty(foot, forKey: .foot)
  }
}

extension Table.Row: Codable, ModelPart {
  /// Reads a row.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(try container.list(.cells), attributes: try container.attributes())
  }

  /// Writes a row.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encode(attributes)
    try container.encode(cells, forKey: .cells)
  }
}

extension Table.Cell: Codable, ModelPart {
  /// Reads a cell.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.model()
    self.init(
      try container.list(.content), isHeader: try container.flag(.isHeader),
      columnSpan: try container.decodeIfPresent(Int.self, forKey: .columnSpan) ?? 1,
      rowSpan: try container.decodeIfPresent(Int.self, forKey: .rowSpan) ?? 1,
      alignment: try container.word(.alignment), attributes: try container.attributes())
    for (key, span) in [(ModelKey.columnSpan, columnSpan), (.rowSpan, rowSpan)] where span < 1 {
      throw container.unknown(String(span), key)
    }
  }

  /// Writes a cell.
  public func encode(to encoder: any Encoder) throws { try write(to: encoder) }

  func write(to encoder: some Encoder) throws {
    let container = ModelEncoding(encoder)
    try container.encodeIfTrue(isHeader, forKey: .isHeader)
    if columnSpan != 1 { try container.encode(columnSpan, forKey: .columnSpan) }
    if rowSpan != 1 { try container.encode(rowSpan, forKey: .rowSpan) }
    try container.encodeIfPresent(alignment?.rawValue, forKey: .alignment)
    try container.encode(attributes)
    try container.encode(content, forKey: .content)
  }
}
