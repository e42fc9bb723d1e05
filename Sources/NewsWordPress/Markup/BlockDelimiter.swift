internal import NewsModel

/// What begins a block of the block editor: `<!-- wp:image {"id":12} -->`.
struct BlockDelimiter {
  /// Its name, without `core/` and `core-embed/`.
  let name: String
  /// Whether there is nothing in it: the site makes it up when it is shown.
  let isClosed: Bool
  private let attributes: JSONValue?

  /// Reads a comment; `nil` for one that is none of this kind, or ends a block.
  init?(_ comment: ArraySlice<UInt8>) {
    var text = comment.dropFirst(4).dropLast(3)[...]
    func strip() {
      while let byte = text.first, byte <= 0x20 { text.removeFirst() }
      while let byte = text.last, byte <= 0x20 { text.removeLast() }
    }
    strip()
    guard text.starts(with: "wp:".utf8) else { return nil }
    text.removeFirst(3)
    isClosed = text.last == UInt8(ascii: "/")
    if isClosed { text.removeLast() }
    let word = text.prefix { $0 > 0x20 && $0 != UInt8(ascii: "{") }
    var name = String(decoding: word, as: UTF8.self)
    for prefix in ["core/", "core-embed/"] where name.hasPrefix(prefix) {
      name = prefix == "core/" ? String(name.dropFirst(prefix.count)) : "embed"
    }
    self.name = name
    text = text[word.endIndex...]
    strip()
    attributes = text.first == UInt8(ascii: "{") ? try? JSONValue(parsing: text) : nil
  }

  /// An attribute, as text.
  subscript(_ key: String) -> String? {
    switch attributes?[key] {
    case .string(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  /// Whether a block that the site makes up says nothing: a gap, a break, a place of notes.
  static func isEmpty(_ name: String) -> Bool {
    ["spacer", "separator", "footnotes", "more", "nextpage", "column", "group", "paragraph"]
      .contains(name)
  }
}
