/// Language tags as sites write them, made into BCP 47's form.
package enum LanguageName {
  /// `zh_cn` as `zh-CN`, `EN` as `en`, `sr-latn` as `sr-Latn`; `nil` for what is no tag: a name of
  /// a language, the locale `C`.
  ///
  /// The character set and modifier of a POSIX locale (`de_DE.UTF-8@euro`) are dropped.
  package static func tag(_ text: String) -> String? {
    let end = text.firstIndex { $0 == "." || $0 == "@" } ?? text.endIndex
    let parts = text[..<end].split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      parts.allSatisfy({ part in
        part.utf8.count <= 8
          && part.utf8.allSatisfy {
            ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39
          }
      }), first.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 })
    else { return nil }
    var tag = first.lowercased()
    var isExtension = false
    for part in parts.dropFirst() {
      switch part.utf8.count {
      case 4 where !isExtension:
        tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
      case 2 where !isExtension: tag += "-" + part.uppercased()
      default: tag += "-" + part.lowercased()
      }
      if part.utf8.count == 1 { isExtension = true }
    }
    return tag
  }

  /// Whether a folder's name is a language: `fr`, `zh_tw`, `pt-BR`, not `js` or `go`.
  package static func folder(_ name: some StringProtocol) -> String? {
    let parts = name.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard parts.count <= 2, let first = parts.first, codes.contains(first.lowercased()) else {
      return nil
    }
    if parts.count == 2, ![2, 4].contains(parts[1].utf8.count) { return nil }
    return tag(String(name))
  }

  /// ISO 639-1 codes of languages that sites are written in, without those that are words or
  /// technical terms more often (`is`, `it` and `no` stay: folders of translations bear them).
  private static let codes: Set<String> = Set(
    "ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv mk ml mn mr ms my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh"
      .split(separator: " ").map(String.init))
}
