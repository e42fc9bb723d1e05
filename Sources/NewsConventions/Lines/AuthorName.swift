import NewsBytes
import NewsBlocks
import NewsText

/// Names out of author lines.
package enum AuthorName {
  /// What stands before a name, in lower case, longest first.
  private static let prefixes = [
    "this article was written by", "this post was written by", "this story was written by",
    "article written by", "guest post by", "contributed by", "authored by", "text by", "article by",
    "review by",
    "words and photos by", "written by", "published by", "posted by", "reported by", "story by",
    "text and photos by", "words by", "a post by", "story:", "words:", "by:", "by ", "text von",
    "von:", "von ",
    "autor:", "autorin:", "autor ",
    "autorin ", "text:", "author:", "authors:", "author ", "écrit par", "publié par", "par ",
    "por:", "por ", "di ", "escrito por", "publicado por", "redactor:", "door ", "door:", "af ",
    "av ", "autor/in:",
    "geschrieben von", "veröffentlicht von", "verfasst von", "ein artikel von", "ein beitrag von",
    "作者：", "作者:", "post author by", "post author", "show all articles of",
    "zeige alle beiträge von", "alle beiträge von",
    "alle artikel von", "beitrag von", "文／", "文/", "文｜", "文|", "撰文：", "撰稿：", "本报记者", "记者：", "记者 ",
    "記者", "□",
  ]

  /// Whether a text is what stands before a name and nothing else: `Written by`, `Autor:`.
  package static func isLabel(_ text: String) -> Bool {
    var text = PlainText.collapsed(text).lowercased()[...]
    while let last = text.last, ":： |•·–—-".contains(last) { text.removeLast() }
    return text.isEmpty || labels.contains(String(text))
  }

  private static let labels: Set<String> = Set(
    prefixes.map { prefix in
      String(prefix.prefix { $0 != ":" && $0 != "：" }).trimmingBlanks
    } + [
      "beitrag", "the author", "about the author", "meet the author", "by the author", "autores",
      "auteurs",
    ])

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
    guard !isOfOthers(line) else { return [] }
    var parts = [withoutPrefix(line)]
    for bar in [" | ", "|", " · ", " • ", " – ", " — ", " - ", " //"] {
      parts = parts.flatMap { $0.components(separatedBy: bar) }
    }
    // The date may stand first.
    for part in parts {
      let names = names(inPart: withoutPrefix(part))
      if !names.isEmpty { return names }
    }
    return []
  }

  /// Whether a line begins with what another did than to write: `Reviewed by`.
  package static func isOfOthers(_ line: String) -> Bool {
    let lower = line.prefix(40).lowercased()
    return others.contains { lower.place(of: $0) != nil }
  }

  private static let others = [
    "reviewed by", "edited by", "checked by", "translated by", "updated by", "photos by",
    "photography by", "photo by", "illustrations by", "approved by", "verified by", "powered by",
  ]

  private static func names(inPart part: String) -> [String] {
    var text = part
    // What a date in an element of its own leaves behind.
    for stop in [" am", " on", " vom", " at"] where text.hasSuffix(stop) {
      text.removeLast(stop.count)
    }
    for stop in [
      "(", "（", " am ", " on ", " vom ", " in ", " at ", " Alle ", " Zeige ", " Updated",
      " Published", " Veröffentlicht", " Stand ", " Chefredakteur", " Staff ", " 發表", " 发表",
    ] {
      guard let range = text.place(of: stop)?.lowerBound, range > text.startIndex else { continue }
      // A name may have one in brackets: Jane (Doe) Smith.
      if stop == "(", let close = text.lastIndex(of: ")"), range < close,
        text[close...].contains(where: \.isLetter)
      {
        continue
      }
      text = String(text[..<range])
    }
    text = withoutDate(PlainText.collapsed(text))
    var names = [text]
    for separator in [";", ",", " & ", " and ", " und ", " et ", " y ", " e ", "、", "，"] {
      names = names.flatMap { $0.components(separatedBy: separator) }
    }
    return withCredentials(names.map { trimmed($0) })
  }

  /// The parts that are names, with the degrees that follow them: `Jane Doe, MD, FACP` is one.
  private static func withCredentials(_ parts: [String]) -> [String] {
    var names: [String] = []
    var isName = false
    var hasDegree = false
    for part in parts {
      if isName, let name = names.last,
        degrees.contains(part.filter(\.isLetter).uppercased())
          && part.count <= 8 || hasDegree && isAbbreviation(part)
      {
        names[names.count - 1] = name + ", " + part
        hasDegree = true
        continue
      }
      hasDegree = false
      isName = Self.isName(part)
      if isName { names.append(part) }
    }
    return names
  }

  private static func isAbbreviation(_ text: String) -> Bool {
    text.count <= 8 && text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
  }

  /// Degrees and licences as letters in capitals.
  private static let degrees: Set<String> = [
    "MD", "DO", "PHD", "PSYD", "EDD", "DRPH", "PHARMD", "DVM", "VMD", "DDS", "DMD", "DPT", "DNP",
    "JD", "LLM", "ESQ", "MBA", "MPH", "MPP", "MSW", "LCSW", "LMFT", "LPC", "MS", "MSC", "BSC", "MA",
    "MFA", "MED", "RN", "BSN", "MSN", "NP", "FNP", "APRN", "PAC", "RD", "RDN", "LDN", "CDE", "CPA",
    "CFP", "CFA", "CISSP", "PMP", "PE", "JR", "SR", "II", "III", "IV", "CPT", "CSCS", "ERYT", "RYT",
    "LVT", "BA", "BS", "OBE", "CBE", "MBE", "FRS", "FRCP", "SJ", "OP",
  ]

  /// The words before the first that is a month or a number.
  private static func withoutDate(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard words.count > 2 else { return text }
    for (index, word) in words.enumerated() where index >= 2 {
      let isNumber = word.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
      let isMonth =
        MonthNames.month(word.lowercased().filter { $0 != "." }) != nil && index + 1 < words.count
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
      !text.contains("http"), !text.contains("/"), !text.contains(":"), !text.contains("{"),
      !text.contains("}"), !text.contains("["), text.contains(where: \.isLetter)
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
      "wordpress", "gastautor", "more", "share", "follow", "last", "human", "publiziert",
      "veröffentlicht", "erstellt", "geschrieben",
      "guide", "beitrag",
    ].contains(lower)
  }

  /// Whether a text is of several words, all in small letters.
  package static func isSmall(_ text: String) -> Bool {
    text.contains(" ") && text.contains(where: \.isLowercase)
      && !text.contains(where: \.isUppercase)
      && !text.contains { $0.isLetter && !$0.isCased }
  }

  /// Whether a text is made of common words, or is a date: `EdTech content writer`, `August 28`.
  private static func isPhrase(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "." }
      .map { $0.lowercased() }
    let hasNumber = words.contains { $0.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
    if hasNumber, words.contains(where: { MonthNames.month($0.filter { $0 != "." }) != nil }) {
      return true
    }
    if words.count == 1, weekdays.contains(words[0]) { return true }
    return words.contains { commonWords.contains($0) }
      || words.last.map { roles.contains($0) } ?? false
  }

  /// Words that no name has.
  private static let commonWords: Set<String> = [
    "you", "your", "our", "agree", "policy", "privacy", "terms", "the article", "minutes", "min",
    "read", "reading", "comments", "comment", "published", "updated", "posted", "reviewed",
    "subscribe", "newsletter", "cookies", "copyright", "rights", "about", "click", "more", "update",
    "posts", "credits", "sponsored", "advertisement", "articles", "view", "profile", "follow",
    "linkedin", "this", "is", "are", "store", "powered", "licensed", "文章", "verified", "fact",
    "disclosure", "share", "print", "ago", "written",
  ]

  private static let weekdays: Set<String> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
  ]

  /// What people are, not what they are called.
  private static let roles: Set<String> = [
    "writer", "editor", "author", "consultant", "manager", "director", "founder", "ceo",
    "contributor",
    "reporter", "correspondent", "journalist", "producer", "analyst", "specialist", "officer",
    "attorney", "rechtsanwalt", "rechtsanwältin", "engineer", "strategist", "researcher",
    "reviewer",
    "executive", "president", "intern", "owner", "advisor", "instructor", "therapist", "dietitian",
    "redakteur", "redakteurin", "journalistin", "auteur", "autore", "redactor", "expert", "blogger",
  ]
}

extension String {
  fileprivate var trimmingBlanks: String { PlainText.collapsed(self) }
}
