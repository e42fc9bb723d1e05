import NewsModel

/// Tags within Markdown, for what it has no words for.
enum MarkdownHTML {
  /// Appends an opening tag.
  static func open(
    _ name: StaticString, _ values: [(String, String)] = [], _ attributes: Attributes = .none,
    to out: inout [UInt8]
  ) {
    out.append(UInt8(ascii: "<"))
    name.withUTF8Buffer { out.append(contentsOf: $0) }
    for (name, value) in values { append(name, value, to: &out) }
    if let id = attributes.id { append("id", id, to: &out) }
    if !attributes.classes.isEmpty {
      append("class", attributes.classes.joined(separator: " "), to: &out)
    }
    if let language = attributes.language { append("lang", language, to: &out) }
    if let direction = attributes.direction { append("dir", direction.rawValue, to: &out) }
    out.append(UInt8(ascii: ">"))
  }

  /// Appends a closing tag.
  static func close(_ name: StaticString, to out: inout [UInt8]) {
    out.append(contentsOf: "</".utf8)
    name.withUTF8Buffer { out.append(contentsOf: $0) }
    out.append(UInt8(ascii: ">"))
  }

  private static func append(_ name: String, _ value: String, to out: inout [UInt8]) {
    out.append(0x20)
    out.append(contentsOf: name.utf8)
    out.append(contentsOf: "=\"".utf8)
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
      case 0x0A: out.append(contentsOf: "&#10;".utf8)
      // It would part the cells of a table.
      case UInt8(ascii: "|"): out.append(contentsOf: "&#124;".utf8)
      case 0..<0x20: break
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Markup without pipes, which would part the cells of a table.
  static func withoutPipes(_ html: [UInt8]) -> [UInt8] {
    guard html.contains(UInt8(ascii: "|")) else { return html }
    return html.flatMap { $0 == UInt8(ascii: "|") ? Array("&#124;".utf8) : [$0] }
  }

  /// Whether a line begins as the item of a list does.
  static func hasListMarkers(_ text: [UInt8]) -> Bool {
    text.split(separator: 0x0A).contains { listMarker(in: $0) != nil }
  }

  /// Markup, of lines none of which begins as the item of a list does.
  static func withoutListMarkers(_ html: [UInt8]) -> [UInt8] {
    guard hasListMarkers(html) else { return html }
    var result: [UInt8] = []
    let lines = html.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append(0x0A) }
      guard let mark = listMarker(in: line) else {
        result += line
        continue
      }
      result += line[..<mark]
      result += Array("&#\(line[mark]);".utf8)
      result += line[(mark + 1)...]
    }
    return result
  }

  /// Where the mark of a list's item stands in a line that begins with one.
  private static func listMarker(in line: ArraySlice<UInt8>) -> Int? {
    var rest = line.drop { $0 == 0x20 || $0 == 0x09 }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[digits.endIndex...]
    guard let mark = rest.first, let next = rest.dropFirst().first, next == 0x20 || next == 0x09
    else { return nil }
    let isMark =
      digits.isEmpty
      ? mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "+")
      : mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
    return isMark ? rest.startIndex : nil
  }

  /// Markup without blank lines, which would end it: they can only stand in preformatted text,
  /// where a character reference does as well.
  static func withoutBlankLines(_ html: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count)
    var isBlank = true
    for byte in html {
      if byte == 0x0A {
        if isBlank, !result.isEmpty {
          result.append(contentsOf: "&#10;".utf8)
          continue
        }
        isBlank = true
      } else if byte != 0x20, byte != 0x09 {
        isBlank = false
      }
      result.append(byte)
    }
    while result.last == 0x0A { result.removeLast() }
    return result
  }
}
