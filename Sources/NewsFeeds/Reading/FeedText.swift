internal import NewsBytes
internal import NewsXML

/// A text of a feed as HTML: escaped markup, XHTML, or plain text.
struct FeedText: Sendable {
  /// What it is written in.
  enum Kind: Sendable {
    /// Text without markup.
    case plain
    /// HTML, as it would stand in a page.
    case html
    /// Escaped HTML or plain text; RSS does not tell.
    case unknown
  }

  var kind: Kind
  /// For ``Kind/plain`` the text, else the markup.
  var bytes: [UInt8]
  /// What its addresses are relative to, outermost first.
  var bases: [String]
  /// The language that it declares.
  var language: String?

  /// Whether there is nothing but white space.
  var isEmpty: Bool { !bytes.contains { $0 > 0x20 } }

  /// The text of an element.
  ///
  /// Atom declares by `type` and, in 0.3, by `mode`, what is in it; RSS declares nothing, and some
  /// put elements where it has escaped markup.
  init(_ tree: XMLTree, _ node: Int) {
    bases = tree.bases(at: node)
    language = tree.language(at: node)
    let name = tree.name(of: node)
    let type = tree.attribute("type", of: node)?.lowercased()
    let mode = tree.attribute("mode", of: node)?.lowercased()
    if mode == "base64" || type.map(Self.isBinary) == true && !tree.hasElements(node) {
      let decoded = Base64.decoded(tree.bytes(of: node))
      // Binary in name only.
      bytes = decoded ?? tree.bytes(of: node)
      kind = type == nil || type == "text" || type == "text/plain" ? .plain : .unknown
      return
    }
    if tree.hasElements(node) {
      bytes = tree.markup(within: node)
      kind = .html
      return
    }
    bytes = tree.bytes(of: node)
    switch type {
    case "html", "text/html", "xhtml", "application/xhtml+xml": kind = .html
    case "text", "text/plain":
      // Atom 0.3's default type is plain text, and many write markup all the same.
      kind = mode == "escaped" ? .unknown : .plain
    default:
      kind = name.hasPrefix("atom:") && type == nil && name != "atom:content" ? .plain : .unknown
    }
    if kind == .plain, mode == nil, type == nil, Self.looksLikeMarkup(bytes) { kind = .unknown }
  }

  /// A text that is known to be plain.
  init(plain text: String, bases: [String] = []) {
    kind = .plain
    bytes = Array(text.utf8)
    self.bases = bases
  }

  /// A text that is known to be HTML.
  init(html text: String, bases: [String] = []) {
    kind = .html
    bytes = Array(text.utf8)
    self.bases = bases
  }

  /// Whether it is markup, looked at where that is not declared.
  var isMarkup: Bool {
    switch kind {
    case .plain: false
    case .html: true
    case .unknown: Self.looksLikeMarkup(bytes)
    }
  }

  /// As HTML: plain text is escaped, an empty line parts paragraphs.
  var html: [UInt8] {
    if isMarkup { return bytes }
    var output = Array("<p>".utf8)
    var newlines = 0
    for byte in bytes {
      if byte == 0x0A {
        newlines += 1
      } else if byte > 0x20 {
        if newlines > 1 { output += "</p><p>".utf8 }
        newlines = 0
      }
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      default: output.append(byte)
      }
    }
    output += "</p>".utf8
    return output
  }

  private static func isBinary(_ type: String) -> Bool {
    guard type.contains("/") else { return false }
    return !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
  }

  /// Whether there is a tag or a character reference.
  static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        guard index + 1 < bytes.count else { continue }
        let next = bytes[index + 1]
        if next == UInt8(ascii: "/") || next == UInt8(ascii: "!") { return true }
        if isLetter(next), endsTag(bytes, from: index + 1) { return true }
      case UInt8(ascii: "&"):
        var end = index + 1
        if end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        let first = end
        while end < bytes.count, end - first < 32, isLetter(bytes[end]) || isDigit(bytes[end]) {
          end += 1
        }
        if end > first, end < bytes.count, bytes[end] == UInt8(ascii: ";") { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether what begins like a tag's name ends like a tag.
  private static func endsTag(_ bytes: [UInt8], from start: Int) -> Bool {
    var end = start
    while end < bytes.count, end - start < 24, isLetter(bytes[end]) || isDigit(bytes[end]) {
      end += 1
    }
    guard end < bytes.count else { return false }
    return bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/")
      || bytes[end] <= 0x20
        && bytes[end...].prefix(2048).contains(UInt8(ascii: ">"))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
