import NewsModel

/// A guess at the language from the script alone, for texts that name none.
enum ScriptLanguage {
  /// The language that the script gives away, or `nil` for scripts that many languages share.
  static func guess(_ entry: Publication.Entry) -> String? {
    var sample = entry.article.metadata.title ?? ""
    for block in entry.article.body.prefix(20) {
      if case .paragraph(let paragraph) = block { sample += paragraph.content.plainText }
      if sample.utf8.count > 2000 { break }
    }
    return guess(sample)
  }

  /// The same for a text.
  static func guess(_ text: String) -> String? {
    var counts = [0, 0, 0, 0, 0, 0, 0, 0]
    var letters = 0
    for scalar in text.unicodeScalars.prefix(2000) {
      switch scalar.value {
      case 0x3040...0x30FF: counts[0] += 1
      case 0xAC00...0xD7AF, 0x1100...0x11FF: counts[1] += 1
      case 0x3400...0x9FFF, 0x20000...0x3FFFF: counts[2] += 1
      case 0x0590...0x05FF: counts[3] += 1
      case 0x0E00...0x0E7F: counts[4] += 1
      case 0x0370...0x03FF: counts[5] += 1
      case 0x0600...0x06FF: counts[6] += 1
      case 0x0900...0x097F: counts[7] += 1
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x400...0x52F: letters += 1
      default: continue
      }
    }
    let total = counts.reduce(letters, +)
    guard total > 0 else { return nil }
    // A Japanese text is half kanji; a Chinese one has no kana.
    if counts[0] * 10 > total { return "ja" }
    let names = ["ja", "ko", "zh", "he", "th", "el", "ar", "hi"]
    for (index, name) in names.enumerated() where counts[index] * 3 > total { return name }
    return nil
  }
}
