extension WellFormedHTML {
  /// What an element is, seen from the one that it stands in.
  enum Kind: UInt8 {
    /// Text and what marks it.
    case phrase
    /// A paragraph and the like.
    case block
    case item, term, definition
    case tablePart, row, cell
  }

  /// What may stand in an element.
  enum Content: UInt8 {
    case nothing
    /// Blocks, with nothing but white space between them.
    case blocks
    /// Text and what marks it.
    case phrases
    /// Either.
    case flow
    case items, terms, tableParts, rows, cells

    /// Whether text may.
    var holdsText: Bool { self == .phrases || self == .flow }

    /// Whether an element may.
    func holds(_ kind: Kind) -> Bool {
      switch self {
      case .nothing: false
      case .blocks: kind == .block
      case .phrases: kind == .phrase
      case .flow: kind == .phrase || kind == .block
      case .items: kind == .item
      case .terms: kind == .term || kind == .definition
      case .tableParts: kind == .tablePart || kind == .row
      case .rows: kind == .row
      case .cells: kind == .cell
      }
    }
  }

  /// An element that no parser has surprises about.
  struct Element {
    var tag: HTMLTag
    var kind: Kind
    var content: Content

    init(_ tag: HTMLTag, _ kind: Kind, _ content: Content) {
      self.tag = tag
      self.kind = kind
      self.content = content
    }

    /// The element of a name.
    static func named(_ name: UnsafeBufferPointer<UInt8>) -> Element? {
      byName.value(of: name)
    }

    private static let byName = NameTable(
      all.map { (name: $0.tag.name, value: $0) })

    private static let all: [Element] = [
      Element(.p, .block, .phrases), Element(.h1, .block, .phrases),
      Element(.h2, .block, .phrases), Element(.h3, .block, .phrases),
      Element(.h4, .block, .phrases), Element(.h5, .block, .phrases),
      Element(.h6, .block, .phrases), Element(.pre, .block, .phrases),
      Element(.blockquote, .block, .flow), Element(.div, .block, .flow),
      Element(.section, .block, .flow), Element(.article, .block, .flow),
      Element(.figure, .block, .flow), Element(.figcaption, .block, .flow),
      Element(.hr, .block, .nothing),
      Element(.ul, .block, .items), Element(.ol, .block, .items), Element(.li, .item, .flow),
      Element(.dl, .block, .terms), Element(.dt, .term, .phrases),
      Element(.dd, .definition, .flow),
      Element(.table, .block, .tableParts), Element(.thead, .tablePart, .rows),
      Element(.tbody, .tablePart, .rows), Element(.tfoot, .tablePart, .rows),
      Element(.tr, .row, .cells), Element(.th, .cell, .flow), Element(.td, .cell, .flow),
      Element(.a, .phrase, .phrases), Element(.abbr, .phrase, .phrases),
      Element(.b, .phrase, .phrases), Element(.br, .phrase, .nothing),
      Element(.cite, .phrase, .phrases), Element(.code, .phrase, .phrases),
      Element(.del, .phrase, .phrases), Element(.em, .phrase, .phrases),
      Element(.i, .phrase, .phrases), Element(.img, .phrase, .nothing),
      Element(.input, .phrase, .nothing), Element(.ins, .phrase, .phrases),
      Element(.kbd, .phrase, .phrases), Element(.mark, .phrase, .phrases),
      Element(.q, .phrase, .phrases), Element(.s, .phrase, .phrases),
      Element(.small, .phrase, .phrases), Element(.span, .phrase, .phrases),
      Element(.strong, .phrase, .phrases), Element(.sub, .phrase, .phrases),
      Element(.sup, .phrase, .phrases), Element(.time, .phrase, .phrases),
      Element(.u, .phrase, .phrases), Element(.var, .phrase, .phrases),
    ]
  }

  /// The attributes by name.
  enum Attributes {
    /// The attribute of a name, or ``HTMLAttributeName/other``.
    static func named(_ name: UnsafeBufferPointer<UInt8>) -> HTMLAttributeName {
      byName.value(of: name) ?? .other
    }

    private static let byName = NameTable(
      HTMLAttributeName.byName.map { (name: $0.key, value: $0.value) })
  }
}

/// Values by names of ASCII, looked up by their bytes without making a string.
struct NameTable<Value: Sendable>: Sendable {
  private var slots: [(name: [UInt8], value: Value)?]
  private let mask: Int

  init(_ entries: [(name: String, value: Value)]) {
    var size = 16
    while size < entries.count * 4 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: nil, count: size)
    for entry in entries {
      let name = Array(entry.name.utf8)
      var slot = name.withUnsafeBufferPointer { Self.hash($0) } & mask
      while slots[slot] != nil { slot = (slot + 1) & mask }
      slots[slot] = (name, entry.value)
    }
  }

  /// The value of a name.
  func value(of name: UnsafeBufferPointer<UInt8>) -> Value? {
    var slot = Self.hash(name) & mask
    while let entry = slots[slot] {
      if entry.name.count == name.count,
        entry.name.withUnsafeBufferPointer({ known in
          for index in 0..<name.count where known[index] != name[index] { return false }
          return true
        })
      {
        return entry.value
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash >> 4 ^ hash)
  }
}
