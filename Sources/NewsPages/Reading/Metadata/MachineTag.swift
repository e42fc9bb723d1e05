/// Tags that systems of publishing set for themselves: identifiers, addresses, keys with values.
enum MachineTag {
  static func isOne(_ text: String) -> Bool {
    isIdentifier(text) || isHost(text) || hasKey(text)
  }

  /// A number of a database: a UUID, a row of hexadecimal digits, digits with letters as a key.
  private static func isIdentifier(_ text: String) -> Bool {
    let utf8 = text.utf8
    let digits = utf8.count { $0 >= 0x30 && $0 <= 0x39 }
    guard utf8.count >= 16, digits >= 4 else { return false }
    return utf8.allSatisfy {
      $0 == UInt8(ascii: "-") || ($0 >= 0x30 && $0 <= 0x39)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
    }
  }

  /// A host or an address: `news.example.com`, `https://…`.
  private static func isHost(_ text: String) -> Bool {
    let utf8 = text.utf8
    if utf8.starts(with: "http://".utf8) || utf8.starts(with: "https://".utf8) { return true }
    guard utf8.count <= 60, utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) else { return false }
    let labels = utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, (2...6).contains(last.count),
      last.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    else { return false }
    // `Node.js` and `ASP.net` are subjects: hosts are small letters, and end in one of these.
    guard domains.contains(String(Substring(last))) else { return false }
    return labels.dropLast().allSatisfy { label in
      label.count >= 2
        && label.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || ($0 >= 0x30 && $0 <= 0x39)
            || $0 == UInt8(ascii: "-")
        }
    }
  }

  private static let domains: Set<String> = [
    "com", "org", "info", "co", "uk", "de", "at", "ch", "fr", "es", "it", "nl", "be", "pl", "cz",
    "ru",
    "ua", "jp", "cn", "kr", "in", "br", "mx", "ar", "au", "nz", "za", "se", "dk", "fi", "pt", "gr",
    "tr", "eu", "us", "ca", "tv", "news", "press",
  ]

  /// A key and a value: `NLP Category: Business`, `section=news`, `type:article`.
  private static func hasKey(_ text: String) -> Bool {
    let utf8 = text.utf8
    guard
      let mark = utf8.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }),
      mark != utf8.startIndex, utf8.index(after: mark) != utf8.endIndex
    else { return false }
    let key = utf8[..<mark]
    if utf8[mark] == UInt8(ascii: "=") { return key.count > 1 && key.allSatisfy(isKeyByte) }
    // `Mission: Impossible` is a subject. Keys are of one letter case without blanks, or are the words
    // that such keys are.
    let words = String(Substring(key)).lowercased()
    if keys.contains(where: { words == $0 || words.hasSuffix(" " + $0) }) { return true }
    let next = utf8[utf8.index(after: mark)]
    return next != 0x20
      && key.allSatisfy(isKeyByte)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || (byte >= 0x30 && byte <= 0x39)
  }

  private static let keys: Set<String> = [
    "category", "categories", "section", "subsection", "type", "content type", "contenttype", "tag",
    "keyword", "id", "source", "author", "channel", "site", "brand", "topic", "subject", "template",
    "format", "product", "department", "desk", "location", "vertical", "language", "lang",
    "rubrik", "ressort", "kategorie", "rubrique", "seccion", "sección", "categoria", "categoría",
  ]
}
