internal import CCMarkGFM

/// Tags in Markdown whose elements take all that follows into themselves until they are closed: that of
/// a raw text (`<title>`), or one that paragraphs do not end (`<select>`).
///
/// Where the end tag is missing, the rest of the article would be lost: a tag without attributes is
/// text then, a name that was written of, and any other is closed where it stands.
struct UnclosedElements {
  private static let names = [
    "title", "textarea", "style", "script", "iframe", "noembed", "noframes", "xmp", "plaintext",
    "select", "template", "object", "applet", "marquee", "button",
  ].map { Array($0.utf8) }
  private static let most = names.map(\.count).max() ?? 0
  /// How many of the first names are those of raw texts.
  private static let rawTexts = 9
  /// The number of the raw text that no tag ends.
  private static let plaintext = 8

  /// What was settled: names, and the lines of the texts that they are in.
  private(set) var found: [(name: String, line: Int)] = []
  /// The numbers of the names whose end tags stand in a block of HTML further down.
  private var closedBelow: Set<Int> = []

  /// Whether a text has such a tag anywhere; most have not.
  static func mayBe(in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 2 < bytes.count {
        if bytes[index] == UInt8(ascii: "<"), name(in: bytes, at: index + 1) != nil { return true }
        index += 1
      }
      return false
    }
  }

  /// Settles the tags of a document that is to be rendered.
  mutating func settle(_ document: OpaquePointer) {
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    var nodes: [OpaquePointer] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_HTML_BLOCK { nodes.append(node) }
    }
    var line: (parent: OpaquePointer?, closed: Set<Int>) = (nil, [])
    for node in nodes.reversed() {
      guard let literal = cmark_node_get_literal(node) else { continue }
      let isBlock = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK
      let parent = isBlock ? nil : cmark_node_parent(node)
      if !isBlock, parent != line.parent { line = (parent, []) }
      let bytes = UnsafeBufferPointer(
        start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self),
        count: Self.length(literal))
      let tags = Self.tags(in: bytes)
      if tags.isEmpty { continue }
      let before = found.count
      let settled = settled(bytes, tags, closed: isBlock ? closedBelow : line.closed)
      let start = Int(cmark_node_get_start_line(isBlock ? node : parent ?? node))
      for index in before..<found.count { found[index].line = start }
      let ends = tags.lazy.filter(\.isEnd).map(\.name)
      if isBlock { closedBelow.formUnion(ends) } else { line.closed.formUnion(ends) }
      if var settled {
        settled.append(0)
        settled.withUnsafeBytes { buffer in
          _ = cmark_node_set_literal(
            node, buffer.baseAddress?.assumingMemoryBound(to: CChar.self))
        }
      }
    }
  }

  private static func length(_ text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while text[length] != 0 { length += 1 }
    return length
  }

  private struct Tag {
    var name: Int
    var isEnd: Bool
    var place: Range<Int>
    var hasAttributes: Bool
  }

  /// The tags of these names, in order; within comments and raw texts there are none but the end.
  private static func tags(in bytes: UnsafeBufferPointer<UInt8>) -> [Tag] {
    var tags: [Tag] = []
    // The names whose end was looked for and does not follow: it is looked for once.
    var endless: Set<Int> = [plaintext]
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if bytes[index...].starts(with: "<!--".utf8) {
        guard let end = place(of: "-->", in: bytes, from: index + 4) else { break }
        index = end
        continue
      }
      let isEnd = bytes[index + 1] == UInt8(ascii: "/")
      let start = index + (isEnd ? 2 : 1)
      guard let name = name(in: bytes, at: start) else {
        index += 1
        continue
      }
      var end = start + names[name].count
      let attributes = end
      var quote: UInt8?
      while end < bytes.count {
        if let open = quote {
          if bytes[end] == open { quote = nil }
        } else if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
          quote = bytes[end]
        } else if bytes[end] == UInt8(ascii: ">") {
          break
        }
        end += 1
      }
      // A tag that does not end is the parser's to judge.
      if end == bytes.count { break }
      if !isEnd || name != plaintext {
        tags.append(
          Tag(
            name: name, isEnd: isEnd, place: index..<(end + 1),
            hasAttributes: bytes[attributes..<end].contains { $0 > 0x20 }))
      }
      index = end + 1
      guard !isEnd, name < rawTexts, !endless.contains(name) else { continue }
      if let end = endTag(of: name, in: bytes, from: index) {
        index = end
      } else {
        endless.insert(name)
      }
    }
    return tags
  }

  /// Where the end tag of a name begins.
  private static func endTag(
    of number: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while let found = place(of: "</", in: bytes, from: index) {
      if name(in: bytes, at: found) == number { return found - 2 }
      index = found
    }
    return nil
  }

  /// Where a piece ends.
  private static func place(
    of piece: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let piece = UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount)
    var index = start
    while index + piece.count <= bytes.count {
      if bytes[index] == piece[0], bytes[index..<(index + piece.count)].elementsEqual(piece) {
        return index + piece.count
      }
      index += 1
    }
    return nil
  }

  /// The number of the name that stands at a place.
  private static func name(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start < bytes.count, bytes[start] | 0x20 >= UInt8(ascii: "a"),
      bytes[start] | 0x20 <= UInt8(ascii: "x")
    else { return nil }
    var end = start
    while end < bytes.count, end - start <= most,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[end] | 0x20)
    {
      end += 1
    }
    guard end < bytes.count, [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains(bytes[end]) else {
      return nil
    }
    let word = bytes[start..<end]
    return names.firstIndex { name in
      name.count == word.count && zip(name, word).allSatisfy { $0 == $1 | 0x20 }
    }
  }

  /// The HTML with its unclosed tags settled; `nil` where there are none.
  private mutating func settled(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tags: [Tag], closed: Set<Int>
  ) -> [UInt8]? {
    // What is closed further on, seen from the end.
    var closed = closed
    var unclosed: [Tag] = []
    for tag in tags.reversed() {
      if tag.isEnd {
        closed.insert(tag.name)
      } else if !closed.contains(tag.name) {
        unclosed.append(tag)
      }
    }
    if unclosed.isEmpty { return nil }
    var output: [UInt8] = []
    var copied = 0
    for tag in unclosed.reversed() {
      let name = Self.names[tag.name]
      found.append((String(decoding: name, as: UTF8.self), 0))
      output += bytes[copied..<tag.place.lowerBound]
      if tag.hasAttributes {
        output += bytes[tag.place]
        output += "</".utf8 + name + ">".utf8
      } else {
        output += "&lt;".utf8
        output += bytes[tag.place].dropFirst()
      }
      copied = tag.place.upperBound
    }
    return output + bytes[copied...]
  }
}
