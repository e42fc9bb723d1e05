internal import NewsBlocks
internal import NewsHTML

/// The language of a text that names none.
enum LanguageGuess {
  /// A BCP 47 tag out of what pages write: `en_US`, `EN-us`, ` de `.
  static func tag(_ text: String?) -> String? {
    guard let text else { return nil }
    let parts = PlainText.collapsed(text).split { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
    else { return nil }
    var tag = first.lowercased()
    for part in parts.dropFirst() {
      guard part.utf8.count <= 8, part.utf8.allSatisfy({ $0 < 0x80 && $0 > 0x2F }) else { break }
      switch part.utf8.count {
      case 2: tag += "-" + part.uppercased()
      case 4: tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: tag += "-" + part.lowercased()
      }
    }
    return tag
  }

  /// By the script, and for the Latin one by its commonest words.
  static func language(of tree: HTMLTree, from body: Int) -> String? {
    var counts: [String: Int] = [:]
    var words: [String: Int] = [:]
    var seen = 0
    for node in body..<tree.end(of: body) where tree.nodes[node].tag == .text && seen < 20_000 {
      let text = String(decoding: tree.text(of: node), as: UTF8.self)
      for scalar in text.unicodeScalars {
        seen += 1
        switch scalar.value {
        case 0x3040...0x30FF: counts["ja", default: 0] += 3
        case 0x4E00...0x9FFF, 0x3400...0x4DBF: counts["zh", default: 0] += 1
        case 0xAC00...0xD7AF: counts["ko", default: 0] += 3
        case 0x0600...0x06FF: counts["ar", default: 0] += 1
        case 0x0590...0x05FF: counts["he", default: 0] += 1
        case 0x0400...0x04FF: counts["ru", default: 0] += 1
        case 0x0370...0x03FF: counts["el", default: 0] += 1
        case 0x0E00...0x0E7F: counts["th", default: 0] += 1
        case 0x0900...0x097F: counts["hi", default: 0] += 1
        case 0x61...0x7A: counts["latin", default: 0] += 1
        default: break
        }
      }
      for word in text.split(separator: " ") where word.utf8.count <= 4 {
        words[word.lowercased(), default: 0] += 1
      }
    }
    let order = ["latin", "zh", "ja", "ko", "ar", "he", "ru", "el", "th", "hi"]
    guard let script = order.max(by: { (counts[$0] ?? 0) < (counts[$1] ?? 0) }),
      (counts[script] ?? 0) > 20
    else { return nil }
    guard script == "latin" else { return script }
    var best: (language: String, score: Int)?
    for (language, list) in commonWords {
      let score = list.reduce(0) { $0 + (words[$1] ?? 0) }
      if score > (best?.score ?? 4) { best = (language, score) }
    }
    return best?.language
  }

  private static let commonWords: [(String, [String])] = [
    ("en", ["the", "and", "of", "to", "that", "is", "was", "for", "with"]),
    ("de", ["der", "die", "und", "das", "ist", "den", "mit", "von", "auf"]),
    ("fr", ["les", "des", "est", "une", "et", "dans", "le", "que", "pour"]),
    ("es", ["que", "los", "las", "una", "por", "con", "del", "el", "y"]),
    ("it", ["che", "di", "il", "per", "non", "una", "del", "sono", "gli"]),
    ("pt", ["que", "os", "uma", "para", "não", "com", "do", "da", "em"]),
    ("nl", ["het", "een", "van", "en", "dat", "niet", "zijn", "voor", "op"]),
    ("pl", ["nie", "się", "na", "jest", "że", "do", "to", "w", "z"]),
    ("cs", ["se", "na", "je", "že", "pro", "ale", "jako", "si", "by"]),
    ("sv", ["och", "att", "det", "som", "är", "av", "för", "den", "på"]),
    ("da", ["og", "det", "er", "til", "at", "af", "for", "den", "på"]),
    ("tr", ["ve", "bir", "bu", "için", "da", "de", "ile", "çok", "olan"]),
    ("id", ["yang", "dan", "di", "ini", "itu", "dari", "ke", "akan", "pada"]),
  ]
}
