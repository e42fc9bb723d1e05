internal import NewsBlocks

/// What readers call a section that machines know by a slug.
enum SectionName {
  /// The name; `city-news` is City news.
  static func readable(_ text: String?) -> String? {
    guard let name = PlainText.cleaned(text) else { return nil }
    let utf8 = name.utf8
    let isSlug =
      utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || ($0 >= 0x30 && $0 <= 0x39)
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      } && utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    guard isSlug else { return name }
    let words = utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    let line = words.map { String(Substring($0)) }.joined(separator: " ")
    return line.prefix(1).uppercased() + line.dropFirst()
  }
}
