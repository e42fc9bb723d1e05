internal import NewsBlocks
internal import NewsBytes

/// Lines that say what they are: "Source: Reuters", （文章来源：常州日报）, 责任编辑：….
package enum LabelledLine {
  private static let sources = [
    "文章来源", "信息来源", "新闻来源", "稿件来源", "原文来源", "本文来源", "来源", "文章來源", "新聞來源", "來源",
    "出典", "情報源", "출처", "자료", "source", "sources", "quelle", "quellen", "fuente", "fonte",
    "fonti", "bron", "källa", "kilde", "lähde", "źródło", "zdroj", "forrás", "sursa", "izvor",
    "kaynak", "источник", "джерело", "المصدر", "מקור", "sumber", "nguồn",
  ]
  private static let editors = [
    "责任编辑", "責任編輯", "本文编辑", "编辑", "編輯", "责编", "責編", "editor", "editing by", "edited by",
    "redaktion", "redakteur", "redakteurin", "редактор", "редакция", "редактура", "rédaction",
    "édité par", "edición", "editado por", "edição", "a cura di", "redazione", "redactie",
    "redigering",
    "szerkesztő", "편집", "編集", "المحرر", "تحرير", "biên tập",
  ]
  private static let authors = [
    "written by", "story by", "reported by", "words by", "作者", "记者", "記者", "撰文", "撰稿", "文字", "文",
    "author", "authors", "autor", "autorin", "autoren",
    "autora", "text", "texte", "testo", "texto", "tekst", "teksti", "szöveg", "par", "auteur",
    "autore", "auteurs", "forfatter", "författare", "autorzy", "автор", "текст", "yazan", "yazar",
    "oleh",
    "penulis", "tác giả", "글", "기자", "取材・文", "文・写真", "文・撮影", "執筆", "الكاتب", "بقلم", "كتب",
    "נכתב על ידי",
  ]
  private static let reporters = ["本报记者", "本報記者", "本报特约记者", "本刊记者", "特约记者", "通讯员"]

  /// Where an article is from.
  package static func source(_ line: String) -> String? {
    guard let name = value(of: sources, in: line), name.count <= 40, !PlainText.isAddress(name)
    else {
      return nil
    }
    return name
  }

  /// Who edited it.
  package static func editor(_ line: String) -> String? {
    guard mayHoldLabel(line) else { return nil }
    var line = line[...]
    // （责任编辑：…） after the last sentence.
    if let open = line.unicodeScalars.lastIndex(where: { $0 == "（" || $0 == "(" }) {
      line = line[open...]
    }
    guard let name = value(of: editors, in: String(line)), name.count <= 30 else { return nil }
    return name
  }

  /// Who wrote it, of a line that is nothing else.
  package static func authors(_ line: String) -> [String]? {
    guard let first = line.utf8.first else { return nil }
    if first >= 0x80, line.hasPrefix("□") || line.hasPrefix("■") || line.hasPrefix("◎") {
      return names(String(line.dropFirst()))
    }
    for word in reporters where word.utf8.first == first && line.hasPrefix(word) {
      let rest = line.dropFirst(word.count)
      guard !rest.contains("。"), rest.count <= 24 else { return nil }
      return names(String(rest))
    }
    if let name = value(of: authors, in: line, separators: ":：/／|｜"), name.count <= 40 {
      return names(name)
    }
    if let names = koreanReporters(line) { return names }
    for word in ["By ", "Von ", "Par ", "Por ", "Di ", "Door ", "Av ", "Af ", "Oleh "]
    where word.utf8.first == first && line.hasPrefix(word) {
      let rest = line.dropFirst(word.count)
      // A sentence may begin so.
      guard !rest.hasSuffix("."), rest.split(separator: " ").count <= 8,
        rest.first?.isUppercase == true
      else { return nil }
      let names = AuthorName.names(in: line)
      return names.isEmpty || !names.allSatisfy({ $0.first?.isUppercase == true }) ? nil : names
    }
    return nil
  }

  /// `홍길동 기자`, `홍길동·김영희 기자 hong@paper.example`.
  private static func koreanReporters(_ line: String) -> [String]? {
    // Hangul begins with these bytes.
    guard let first = line.utf8.first, (0xEA...0xED).contains(first), line.count <= 60,
      let word = line.place(of: "기자")
    else { return nil }
    let names = line[..<word.lowerBound].split { " ·,=/".contains($0) }.map(String.init)
    let rest = PlainText.collapsed(String(line[word.upperBound...]))
    let isName = { (name: String) in
      (2...4).contains(name.count)
        && name.unicodeScalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) }
    }
    guard !names.isEmpty, names.count <= 4, names.allSatisfy(isName),
      rest.isEmpty || rest.contains("@") && !rest.contains(" ")
    else { return nil }
    return names
  }

  private static func names(_ text: String) -> [String]? {
    let parts = text.split { " 　、，,;；\u{A0}".contains($0) }.map(String.init)
    let isHan = text.unicodeScalars.allSatisfy {
      (0x4E00...0x9FFF).contains($0.value) || " 　、，,;；·\u{A0}".unicodeScalars.contains($0)
    }
    let names = isHan ? parts.flatMap { ChineseNames.split($0) } : AuthorName.names(in: text)
    return names.isEmpty ? nil : names
  }

  /// What follows one of some words and a colon, brackets around it or not.
  private static func value(
    of words: [String], in line: String, separators: String = ":："
  ) -> String? {
    guard mayHoldLabel(line) else { return nil }
    let text = bare(line)
    let lower = text.lowercased()
    for word in words where lower.utf8.starts(with: word.utf8) {
      var rest = text.dropFirst(word.count).drop { $0 == " " || $0 == "\u{3000}" }
      let isPhrase = word.hasSuffix(" by")
      guard isPhrase && words == editors || rest.first.map({ separators.contains($0) }) == true
      else { continue }
      if rest.first.map({ separators.contains($0) }) == true { rest = rest.dropFirst() }
      let name = PlainText.collapsed(String(rest.prefix { !"；;｜|\n".contains($0) }))
      if !name.isEmpty, !name.contains("。") { return name }
    }
    return nil
  }

  /// Whether a line has what every label ends with: a colon or the like, or "by". Most lines of most
  /// articles have not, and are not looked at any further.
  ///
  /// - Parameter count: how many bytes at the end to look at.
  static func mayHoldLabel(_ line: String, last count: Int = .max) -> Bool {
    line.withBytes { mayHoldLabel($0.suffix(count)) }
  }

  private static func mayHoldLabel(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var before: UInt8 = 0
    var twoBefore: UInt8 = 0
    for byte in UnsafeBufferPointer(rebasing: line) {
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "|"): return true
      case UInt8(ascii: "Y"), UInt8(ascii: "y"):
        if before | 0x20 == UInt8(ascii: "b") { return true }
      // U+FF1A, U+FF0F and U+FF5C.
      case 0x9A, 0x8F: if before == 0xBC, twoBefore == 0xEF { return true }
      case 0x9C: if before == 0xBD, twoBefore == 0xEF { return true }
      default: break
      }
      (twoBefore, before) = (before, byte)
    }
    return false
  }

  /// A line without the brackets around it.
  private static func bare(_ line: String) -> String {
    var text = PlainText.collapsed(line)[...]
    while let first = text.first, "（(【[〔".contains(first) { text.removeFirst() }
    while let last = text.last, "）)】]〕".contains(last) { text.removeLast() }
    return String(text)
  }
}
