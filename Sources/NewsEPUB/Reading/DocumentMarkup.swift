internal import NewsText

/// The markup of a document of a book, piece by piece: for what is done before it is parsed, such as
/// cutting it where a chapter begins.
struct DocumentMarkup {
  /// The document, UTF-8.
  let bytes: [UInt8]
  /// Where the next piece begins.
  private(set) var position: Int

  /// An attribute of a tag.
  struct Attribute {
    var name: Range<Int>
    /// Without quotes.
    var value: Range<Int>
  }

  /// A tag of an element.
  struct Tag {
    /// All of it, from `<` to behind `>`.
    var range: Range<Int>
    var name: Range<Int>
    /// Whether it ends its element: `</p>`.
    var isEnd: Bool
    /// Whether it is an element by itself: `<a id="p1"/>`.
    var closesItself: Bool
    var attributes: [Attribute]
  }

  enum Piece {
    case tag(Tag)
    /// Text, with its references to characters.
    case text(Range<Int>)
    /// Text of a CDATA section.
    case characters(Range<Int>)
    /// A comment, a declaration, an instruction.
    case other(Range<Int>)
  }

  /// Goes through a document, or a part of it.
  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = start
  }

  /// The text of a document in whatever encoding it declares.
  static func decoded(_ document: [UInt8]) -> [UInt8] { TextDecoder.xml(document).utf8 }

  /// The next piece; `nil` at the end.
  mutating func next() -> Piece? {
    guard position < bytes.count else { return nil }
    let start = position
    guard bytes[start] == UInt8(ascii: "<"), start + 1 < bytes.count else {
      position += 1
      while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
      return .text(start..<position)
    }
    let rest = bytes[(start + 1)...]
    if rest.starts(with: "![CDATA[".utf8) {
      let end = place(of: "]]>", from: start + 9) ?? bytes.count
      position = min(bytes.count, end + 3)
      return .characters(min(start + 9, end)..<end)
    }
    if rest.starts(with: "!--".utf8) {
      position = place(of: "-->", from: start + 4).map { $0 + 3 } ?? bytes.count
      return .other(start..<position)
    }
    let first = bytes[start + 1]
    let isEnd = first == UInt8(ascii: "/")
    let name = start + (isEnd ? 2 : 1)
    guard name < bytes.count, Self.isLetter(bytes[name]) else {
      if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") {
        position = place(of: ">", from: start).map { $0 + 1 } ?? bytes.count
        return .other(start..<position)
      }
      position += 1
      return .text(start..<position)
    }
    return .tag(tag(from: start, name: name, isEnd: isEnd))
  }

  private mutating func tag(from start: Int, name first: Int, isEnd: Bool) -> Tag {
    position = first
    func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
    let (slash, close) = (UInt8(ascii: "/"), UInt8(ascii: ">"))
    while position < bytes.count, !isBlank(bytes[position]), bytes[position] != slash,
      bytes[position] != close
    {
      position += 1
    }
    var tag = Tag(
      range: start..<position, name: first..<position, isEnd: isEnd, closesItself: false,
      attributes: [])
    while position < bytes.count, bytes[position] != close {
      if isBlank(bytes[position]) || bytes[position] == slash {
        tag.closesItself = bytes[position] == slash
        position += 1
        continue
      }
      tag.closesItself = false
      tag.attributes.append(attribute())
    }
    position = min(bytes.count, position + 1)
    tag.range = start..<position
    return tag
  }

  /// Reads an attribute; at least one byte is passed.
  private mutating func attribute() -> Attribute {
    let start = position
    position += 1
    func isEnd(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
    while position < bytes.count, !isEnd(bytes[position]), bytes[position] != UInt8(ascii: "=") {
      position += 1
    }
    let name = start..<position
    var at = position
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: position..<position)
    }
    at += 1
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count else {
      position = at
      return Attribute(name: name, value: at..<at)
    }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var end = at + 1
      while end < bytes.count, bytes[end] != quote { end += 1 }
      position = min(bytes.count, end + 1)
      return Attribute(name: name, value: (at + 1)..<end)
    }
    position = at
    while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ">") {
      position += 1
    }
    return Attribute(name: name, value: at..<position)
  }

  private func place(of word: String, from start: Int) -> Int? {
    let word = Array(word.utf8)
    var at = start
    while at + word.count <= bytes.count {
      if bytes[at] == word[0], bytes[at..<(at + word.count)].elementsEqual(word) { return at }
      at += 1
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

extension DocumentMarkup {
  /// The name of a tag, in small letters and without a prefix: `svg:image` is `image`.
  func name(of tag: Tag) -> String {
    let name = bytes[tag.name]
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self).lowercased()
  }

  /// The value of an attribute, with its references to the characters that markup uses resolved.
  func value(_ name: String, of tag: Tag) -> String? {
    for attribute in tag.attributes where bytes[attribute.name].elementsEqual(name.utf8) {
      return value(of: attribute)
    }
    return nil
  }

  /// The value of an attribute.
  func value(of attribute: Attribute) -> String {
    let text = String(decoding: bytes[attribute.value], as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = text
    for (reference, character) in [
      ("&quot;", "\""), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ] {
      result = result.split(separator: reference, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return result
  }

  /// Whether an element is empty by its name.
  static func isVoid(_ name: String) -> Bool {
    [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
      "track", "wbr",
    ].contains(name)
  }
}
