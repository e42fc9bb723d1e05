package import NewsModel

/// What can be saved of front matter that is not YAML: its plain `key: value` lines.
///
/// The usual fault is a title with a colon or a quotation mark in it; its line still says what
/// was meant.
package enum FrontMatterSalvage {
  /// The values of lines that begin with a key, each read by itself; else the rest of the line.
  package static func values(in text: String) -> MetadataMap {
    var result: MetadataMap = [:]
    for line in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) {
      let bytes = Array(line.utf8)
      guard let first = bytes.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A,
        let colon = bytes.firstIndex(of: 0x3A), colon + 1 < bytes.count,
        bytes[..<colon].allSatisfy({ byte in
          (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte == 0x2D
            || (byte >= 0x30 && byte <= 0x39)
        }), bytes[colon + 1] == 0x20
      else { continue }
      let key = String(decoding: bytes[..<colon], as: UTF8.self)
      if case .map(let map)? = (try? YAMLText(String(line)))?.value, let value = map[key] {
        result[key] = value
      } else {
        let rest = trimmed(bytes[(colon + 1)...])
        if !rest.isEmpty { result[key] = .string(rest) }
      }
      if result.count >= 100 { break }
    }
    return result
  }

  /// The text without blanks and one pair of quotation marks around it.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let last = bytes.last, FrontMatter.isBlank(last) { bytes.removeLast() }
    while let first = bytes.first, FrontMatter.isBlank(first) { bytes.removeFirst() }
    if bytes.count >= 2, bytes.first == bytes.last, bytes.first == 0x22 || bytes.first == 0x27 {
      bytes = bytes.dropFirst().dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
