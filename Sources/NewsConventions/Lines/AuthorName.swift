import NewsBytes
import NewsBlocks
import NewsText

/// Names out of author lines.
package enum AuthorName {
  /// What stands before a name, in lower case, longest first.
  private static let prefixes = [
    "article written by", "written by", "published by", "posted by", "reported by", "story by",
    "text and photos by", "words by", "a post by", "by:", "by ", "text von", "von:", "von ",
    "autor:", "autorin:", "autor ",
    "autorin ", "text:", "author:", "authors:", "author ", "écrit par", "publié par", "par ",
    "por:", "por ", "di ", "escrito por", "publicado por", "redactor:", "door ", "door:", "af ",
    "av ", "autor/in:",
    "geschrieben von", "veröffentlicht von", "verfasst von", "ein artikel von", "ein beitrag von",
    "作者：", "作者:", "post author by", "post author", "show all articles of",
    "zeige alle beiträge von", "alle beiträge von",
    "alle artikel von", "文／", "文/", "文｜", "文|", "撰文：", "撰稿：", "本报记者", "记者：", "记者 ", "記者", "□",
  ]

  /// An author line without "By" and the like.
  package static func withoutPrefix(_ line: String) -> String {
    var text = PlainText.collapsed(line)
    var changed = true
    while changed {
      changed = false
      let lower = text.lowercased()
      for prefix in prefixes where lower.hasPrefix(prefix) && text.count > prefix.count {
        text = PlainText.collapsed(String(text.dropFirst(prefix.count)))
        changed = true
        break
      }
    }
    return text
  }

  /// The names in an author line: no "By", no dates, no roles after a comma or bar.
  package static func names(in line: String) -> [String] {
    var text = withoutPrefix(line)
    for stop in [
      " | ", "|", " · ", " • ", " – ", " — ", " - ", "(", "（", " am ", " on ", " vom ", " //",
      " in ",
      " Alle ", " Zeige ", " Updated", " Published", " Veröffentlicht", " Chefredakteur", " Staff ",
    ] {
      if let range = text.place(of: stop), range.lowerBound > text.startIndex {
        text = String(text[..<range.lowerBound])
      }
    }
    text = withoutDate(text)
    var names = [text]
    for separator in [";", ",", " & ", " and ", " und ", " et ", " y ", " e ", "、", "，"] {
      names = names.flatMap { $0.components(separatedBy: separator) }
    }
    return names.map { trimmed($0) }.filter { isName($0) }
  }

  /// The words before the first that is a month or a number.
  private static func withoutDate(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard words.count > 2 else { return text }
    for (index, word) in words.enumerated() where index >= 2 {
      let isNumber = word.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
      let isMonth =
        MonthNames.month(word.lowercased()) != nil && index + 1 < words.count
        && (words[index + 1].utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false)
      if isNumber || isMonth { return words[..<index].joined(separator: " ") }
    }
    return text
  }

  /// Without marks and blanks at the ends.
  private static func trimmed(_ text: String) -> String {
    var text = PlainText.collapsed(text)[...]
    while let last = text.last, " -–—:,|/→".contains(last) { text.removeLast() }
    while let first = text.first, " -–—:,|/@→".contains(first) { text.removeFirst() }
    return String(text)
  }

  /// Whether a text can be a name: short, no address, few digits, not a program's account.
  package static func isName(_ text: String) -> Bool {
    let count = text.count
    guard count >= 2, count <= 60, !PlainText.isAddress(text), !text.contains("@"),
      !text.contains("http"), !text.contains("/"), !text.contains(":")
    else { return false }
    let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.count
    guard digits <= 2, text.split(separator: " ").count <= 6 else { return false }
    guard !isPhrase(text) else { return false }
    let lower = text.lowercased()
    // A domain is none.
    if lower.hasSuffix(".com") || lower.hasSuffix(".org") || lower.hasSuffix(".net") {
      return false
    }
    return ![
      "admin", "administrator", "author", "autor", "staff", "editor", "webmaster", "posted",
      "no author", "publiziert am", "veröffentlicht am", "archiv anzeigen", "published", "phd",
      "md",
      "m.d.", "ph.d.", "ma", "jr.", "updated", "details", "photograph by", "unknown", "anonymous",
      "guest", "root", "user", "null", "undefined", "by", "von",
      "wordpress", "gastautor", "more", "share", "follow",
    ].contains(lower)
  }

  /// Whether a text is made of common words, or is a date: `EdTech content writer`, `August 28`.
  private static func isPhrase(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "." }
      .map { $0.lowercased() }
    let hasNumber = words.contains { $0.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
    if hasNumber, words.contains(where: { MonthNames.month($0) != nil }) { return true }
    return words.contains { commonWords.contains($0) }
      || words.last.map { roles.contains($0) } ?? false
  }

  /// Words that no name has.
  private static let commonWords: Set<String> = [
    "you", "your", "our", "agree", "policy", "privacy", "terms", "the article", "minutes", "min",
    "read", "reading", "comments", "comment", "published", "updated", "posted", "reviewed",
    "subscribe", "newsletter", "cookies", "copyright", "rights", "about", "click", "more",
  ]

  /// What people are, not what they are called.
  private static let roles: Set<String> = [
    "writer", "editor", "author", "consultant", "manager", "director", "founder", "ceo",
    "contributor",
    "reporter", "correspondent", "journalist", "producer", "analyst", "specialist", "officer",
    "redakteur", "redakteurin", "journalistin", "auteur", "autore", "redactor", "expert", "blogger",
  ]
}
