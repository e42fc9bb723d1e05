internal import NewsBytes

/// Goes through HTML as WordPress keeps it: tags, comments, and the text between them.
///
/// It is no parser: it tells what is markup from what is text, which is what shortcodes and
/// paragraphs go by. The HTML that comes of them is parsed by the rules of HTML.
struct MarkupScanner {
  enum Piece: Equatable {
    case text(Range<Int>)
    case comment(Range<Int>)
    /// A tag: its name in small letters.
    case tag(Range<Int>, name: String, isClosing: Bool)
  }

  let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int
  /// The last `>`: a `<` behind it begins no tag.
  private let lastEnd: Int

  /// A tag longer than this is looked at without regard to its quotes.
  private static let longestTag = 1 << 15

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = start
    end = bytes.count
    lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
  }

  /// The next piece; texts end at a `<` or the end.
  mutating func next() -> Piece? {
    guard position < end else { return nil }
    let start = position
    if bytes[start] == UInt8(ascii: "<"), let piece = markup(at: start) { return piece }
    // A `<` that begins nothing is text.
    var at = start + 1
    while let next = bytes.place(of: UInt8(ascii: "<"), from: at), next < lastEnd {
      if beginsMarkup(next) {
        position = next
        return .text(start..<next)
      }
      at = next + 1
    }
    position = end
    return .text(start..<end)
  }

  /// Goes on behind what has been read by other means.
  mutating func move(to place: Int) { position = max(position, min(place, end)) }

  private func beginsMarkup(_ place: Int) -> Bool {
    guard place + 1 < end, place < lastEnd else { return false }
    switch bytes[place + 1] {
    case UInt8(ascii: "!"): return true
    case UInt8(ascii: "/"): return place + 2 < end && Self.isLetter(bytes[place + 2])
    case let byte: return Self.isLetter(byte)
    }
  }

  private mutating func markup(at start: Int) -> Piece? {
    guard beginsMarkup(start) else { return nil }
    if bytes[start + 1] == UInt8(ascii: "!") {
      let isComment = bytes[(start + 2)...].starts(with: "--".utf8)
      let close = Array((isComment ? "-->" : ">").utf8)
      // A comment that does not end is ended by the first `>`, not by the text's end.
      let found =
        bytes.place(of: close, from: start + (isComment ? 4 : 2))
        .map { $0 + close.count } ?? bytes.place(of: UInt8(ascii: ">"), from: start).map { $0 + 1 }
      position = found ?? end
      return .comment(start..<position)
    }
    let isClosing = bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isClosing ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < end, Self.isName(bytes[nameEnd]) { nameEnd += 1 }
    let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
    position = endOfTag(from: nameEnd)
    return .tag(start..<position, name: name, isClosing: isClosing)
  }

  /// Behind the `>` of a tag; one in quotes does not count.
  private func endOfTag(from start: Int) -> Int {
    let limit = min(end, start + Self.longestTag)
    var at = start
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: ">"): return at + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = bytes.place(of: bytes[at], from: at + 1, to: limit) else {
          at = limit
          continue
        }
        at = close + 1
      default: at += 1
      }
    }
    return bytes.place(of: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? end
  }

  /// Behind the closing tag of an element whose text is not looked into.
  func endOfElement(_ name: String, from start: Int) -> Int {
    let word = Array("</\(name)".utf8)
    var at = start
    while let next = bytes.place(of: UInt8(ascii: "<"), from: at), next + word.count <= end {
      if bytes[next..<(next + word.count)].elementsEqual(word, by: { $0 | 0x20 == $1 | 0x20 }) {
        return bytes.place(of: UInt8(ascii: ">"), from: next).map { $0 + 1 } ?? end
      }
      at = next + 1
    }
    return end
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func isName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
  }
}
