import NewsModel

/// Anchors of headings: those that `{#name .class}` at their end gives, and those that Hugo and Zola
/// make of their text.
enum HeadingAttributes {
  /// Blocks whose headings have their anchors.
  ///
  /// - Parameter text: what they were made of, where braces may be escaped.
  static func read(in blocks: [Block], of text: [UInt8]) -> [Block] {
    let escaped = escapedBraces(of: text)
    let declared = blocks.map { withAttributes($0, escaped) }
    var ids = HeadingIDs()
    return ids.adding(to: declared)
  }

  /// The letters and digits in braces at the end of lines, where the brace has a backslash before it.
  private static func escapedBraces(of text: [UInt8]) -> Set<[UInt8]> {
    let (brace, backslash) = (UInt8(ascii: "{"), UInt8(ascii: "\\"))
    guard zip(text, text.dropFirst()).contains(where: { $0 == backslash && $1 == brace }) else {
      return []
    }
    var found: Set<[UInt8]> = []
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let end = line.lastIndex(where: { $0 != 0x20 && $0 != UInt8(ascii: "#") }),
        line[end] == UInt8(ascii: "}"), let start = line[..<end].lastIndex(of: brace),
        start > line.startIndex, line[start - 1] == backslash
      else { continue }
      found.insert(wordBytes(line[start..<end]))
    }
    return found
  }

  /// Escapes and quotation marks look otherwise once they were read.
  private static func wordBytes(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.filter { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
  }

  private static func withAttributes(_ block: Block, _ escaped: Set<[UInt8]>) -> Block {
    guard case .heading(var heading) = block, case .text(let text)? = heading.content.last,
      text.hasSuffix("}"), let brace = text.lastIndex(of: "{")
    else { return block }
    let inside = text[text.index(after: brace)...].dropLast()
    if !escaped.isEmpty, escaped.contains(wordBytes(inside.utf8)) { return block }
    var attributes = heading.attributes
    for word in inside.split(separator: " ") {
      if word.hasPrefix("#"), word.count > 1 {
        attributes.id = String(word.dropFirst())
      } else if word.hasPrefix("."), word.count > 1 {
        attributes.classes.append(String(word.dropFirst()))
      } else if !word.contains("=") {
        return block
      }
    }
    guard !inside.isEmpty else { return block }
    var rest = text[..<brace]
    while rest.last == " " { rest.removeLast() }
    heading.content.removeLast()
    if !rest.isEmpty { heading.content.append(.text(String(rest))) }
    heading.attributes = attributes
    return .heading(heading)
  }
}
