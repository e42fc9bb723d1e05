/// Whether content of an archive is a web page: by the type that is declared, and by its first bytes,
/// which servers' types often belie.
enum PageKind {
  /// Whether bytes of a declared type are a page; the type without parameters, in small letters.
  static func isPage(_ bytes: ArraySlice<UInt8>, type: String?) -> Bool {
    let head = bytes.prefix(1 << 10)
    switch type {
    case "text/html", "application/xhtml+xml": return !isBinary(head) && !head.isEmpty
    case nil, "", "text/plain", "application/octet-stream", "unknown/unknown", "text/xml",
      "application/xml", "no-type", "*/*":
      return isHTML(head)
    default: return false
    }
  }

  /// What only binary files begin with.
  private static let binary: [[UInt8]] = [
    Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), [0xFF, 0xD8, 0xFF],
    [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B], Array("RIFF".utf8), [0x00, 0x00, 0x01, 0x00],
    Array("wOFF".utf8), Array("wOF2".utf8), Array("ID3".utf8), Array("OggS".utf8),
  ]

  private static func isBinary(_ head: ArraySlice<UInt8>) -> Bool {
    binary.contains { head.starts(with: $0) }
  }

  /// What pages begin with (MIME Sniffing, 7.1).
  private static let tags = [
    "!doctype html", "html", "head", "script", "iframe", "h1", "div", "font", "table", "a", "style",
    "title", "b", "body", "br", "p", "meta",
  ].map { Array($0.utf8) }

  private static func isHTML(_ head: ArraySlice<UInt8>) -> Bool {
    var rest = head
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop { $0 <= 0x20 }
      if rest.starts(with: "<!--".utf8) || rest.starts(with: "<?xml".utf8) {
        // What stands before the document.
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[(end + 1)...]
        continue
      }
      guard rest.first == UInt8(ascii: "<") else { return false }
      let name = rest.dropFirst().prefix(16).map { byte in
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }
      return tags.contains { tag in
        guard name.starts(with: tag), name.count > tag.count else { return false }
        return name[tag.count] == 0x20 || name[tag.count] == UInt8(ascii: ">")
          || name[tag.count] <= 0x20
      }
    }
  }
}

/// A media type as it is declared: `text/html; charset="utf-8"`.
struct DeclaredType {
  /// The type without parameters, in small letters.
  let name: String
  /// The character encoding, if one is named.
  private(set) var charset: String?

  init(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    name = Self.trimmed(parts.first ?? "").lowercased()
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, Self.trimmed(sides[0]).lowercased() == "charset" else { continue }
      let value = Self.trimmed(sides[1]).filter { $0 != "\"" && $0 != "'" }
      charset = value.isEmpty ? nil : value
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" })
  }
}
