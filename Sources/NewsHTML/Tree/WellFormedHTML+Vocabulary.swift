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

    private static let byName = NameTable(all)

    /// With the names written out: `HTMLTag.name` asks the runtime for them, which costs every start
    /// more than a post.
    private static let all: [(name: String, value: Element)] = [
      ("p", Element(.p, .block, .phrases)), ("h1", Element(.h1, .block, .phrases)),
      ("h2", Element(.h2, .block, .phrases)), ("h3", Element(.h3, .block, .phrases)),
      ("h4", Element(.h4, .block, .phrases)), ("h5", Element(.h5, .block, .phrases)),
      ("h6", Element(.h6, .block, .phrases)), ("pre", Element(.pre, .block, .phrases)),
      ("blockquote", Element(.blockquote, .block, .flow)), ("div", Element(.div, .block, .flow)),
      ("section", Element(.section, .block, .flow)), ("article", Element(.article, .block, .flow)),
      ("figure", Element(.figure, .block, .flow)),
      ("figcaption", Element(.figcaption, .block, .flow)), ("hr", Element(.hr, .block, .nothing)),
      ("ul", Element(.ul, .block, .items)), ("ol", Element(.ol, .block, .items)),
      ("li", Element(.li, .item, .flow)), ("dl", Element(.dl, .block, .terms)),
      ("dt", Element(.dt, .term, .phrases)), ("dd", Element(.dd, .definition, .flow)),
      ("table", Element(.table, .block, .tableParts)),
      ("thead", Element(.thead, .tablePart, .rows)), ("tbody", Element(.tbody, .tablePart, .rows)),
      ("tfoot", Element(.tfoot, .tablePart, .rows)), ("tr", Element(.tr, .row, .cells)),
      ("th", Element(.th, .cell, .flow)), ("td", Element(.td, .cell, .flow)),
      ("a", Element(.a, .phrase, .phrases)), ("abbr", Element(.abbr, .phrase, .phrases)),
      ("b", Element(.b, .phrase, .phrases)), ("br", Element(.br, .phrase, .nothing)),
      ("cite", Element(.cite, .phrase, .phrases)), ("code", Element(.code, .phrase, .phrases)),
      ("del", Element(.del, .phrase, .phrases)), ("em", Element(.em, .phrase, .phrases)),
      ("i", Element(.i, .phrase, .phrases)), ("img", Element(.img, .phrase, .nothing)),
      ("input", Element(.input, .phrase, .nothing)), ("ins", Element(.ins, .phrase, .phrases)),
      ("kbd", Element(.kbd, .phrase, .phrases)), ("mark", Element(.mark, .phrase, .phrases)),
      ("q", Element(.q, .phrase, .phrases)), ("s", Element(.s, .phrase, .phrases)),
      ("small", Element(.small, .phrase, .phrases)), ("span", Element(.span, .phrase, .phrases)),
      ("strong", Element(.strong, .phrase, .phrases)), ("sub", Element(.sub, .phrase, .phrases)),
      ("sup", Element(.sup, .phrase, .phrases)), ("time", Element(.time, .phrase, .phrases)),
      ("u", Element(.u, .phrase, .phrases)), ("var", Element(.var, .phrase, .phrases)),
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
