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
      case 0..<0x20: break
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
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
