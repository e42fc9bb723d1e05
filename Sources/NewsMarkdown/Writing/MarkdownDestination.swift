/// Addresses of links and pictures in Markdown.
enum MarkdownDestination {
  /// Whether an address survives in Markdown: cmark escapes everything else in its HTML, so that it
  /// would come back changed.
  static func isPlain(_ url: String, _ flavor: MarkdownFlavor) -> Bool {
    url.utf8.allSatisfy(isPlain)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"),
      UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"), UInt8(ascii: "&"),
      UInt8(ascii: "'"):
      true
    // Readers know an address that was written so; see the reader's `AddressText`.
    default: byte >= 0x80
    }
  }

  /// An address that survives: what does not is percent-encoded, as browsers encode it too.
  static func plain(_ url: String, _ flavor: MarkdownFlavor) -> String {
    if isPlain(url, flavor) { return url }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(url.utf8.count + 16)
    for byte in url.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else if byte != 0x0A, byte != 0x0D, byte != 0x09 {
        bytes.append(UInt8(ascii: "%"))
        let digits: StaticString = "0123456789ABCDEF"
        bytes.append(digits.utf8Start[Int(byte >> 4)])
        bytes.append(digits.utf8Start[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a title survives in quotes: kramdown knows no escapes in it, and reads on from the first
  /// that looks like its end.
  static func isPlain(title: String?, _ flavor: MarkdownFlavor) -> Bool {
    guard flavor.isKramdown, let title else { return true }
    return !title.isEmpty
      && title.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., 0x20, UInt8(ascii: "."),
          UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"),
          UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'"),
          UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "#"):
          true
        default: false
        }
      }
  }

  /// Appends an address and a title, as they stand in parentheses.
  static func append(_ url: String, title: String?, to out: inout [UInt8]) {
    let isBare = !url.isEmpty && isBalanced(url) && url.utf8.first != UInt8(ascii: "<")
    if !isBare { out.append(UInt8(ascii: "<")) }
    var index = url.utf8.startIndex
    while index < url.utf8.endIndex {
      let byte = url.utf8[index]
      if byte == UInt8(ascii: "&"), isReference(url.utf8[index...]) {
        out.append(contentsOf: "&amp;".utf8)
      } else {
        out.append(byte)
      }
      index = url.utf8.index(after: index)
    }
    if !isBare { out.append(UInt8(ascii: ">")) }
    guard let title else { return }
    out.append(contentsOf: " \"".utf8)
    var utf8 = title.utf8[...]
    while let byte = utf8.first {
      switch byte {
      // cmark takes a backslash at the end, escaped or not, for the escape of the mark behind it.
      case UInt8(ascii: "\\") where utf8.count == 1: out.append(contentsOf: "&#92;".utf8)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(0x5C)
        out.append(byte)
      case UInt8(ascii: "&") where isReference(utf8): out.append(contentsOf: "&amp;".utf8)
      case 0x0A: out.append(contentsOf: "&#10;".utf8)
      case 0..<0x20: out.append(0x20)
      default: out.append(byte)
      }
      utf8 = utf8.dropFirst()
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func isBalanced(_ url: String) -> Bool {
    var depth = 0
    for byte in url.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 || depth > 30 { return false }
    }
    return depth == 0
  }

  private static func isReference(_ text: Substring.UTF8View) -> Bool {
    let name = text.dropFirst().prefix(40)
    guard let end = name.firstIndex(of: UInt8(ascii: ";")), end != name.startIndex else {
      return false
    }
    return name[..<end].allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || ($0 >= 0x30 && $0 <= 0x39)
        || $0 == UInt8(ascii: "#")
    }
  }

  /// Whether an address can stand in angle brackets as a link.
  static func isAbsolute(_ url: String, _ flavor: MarkdownFlavor) -> Bool {
    guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = url.utf8[..<colon]
    guard (2...32).contains(scheme.count), let first = scheme.first, (first | 0x20) >= 0x61,
      (first | 0x20) <= 0x7A,
      scheme.allSatisfy({
        ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || ($0 >= 0x30 && $0 <= 0x39)
          || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      })
    else { return false }
    if flavor.isKramdown {
      return ["http", "https", "ftp"].contains(String(scheme) ?? "")
    }
    return true
  }

  /// Whether this is a mail address as angle brackets take it.
  static func isMailAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
    func isPlain(_ byte: UInt8) -> Bool {
      (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (byte >= 0x30 && byte <= 0x39)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    return parts[0].allSatisfy { isPlain($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "+") }
      && parts[1].allSatisfy(isPlain) && parts[1].first != UInt8(ascii: ".")
      && parts[1].last != UInt8(ascii: ".") && parts[1].first != UInt8(ascii: "-")
      && parts[1].last != UInt8(ascii: "-")
      && !parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).contains {
        $0.isEmpty || $0.count > 60
      }
  }
}
