internal import NewsBlocks
internal import NewsBytes

/// Where and by whom a report was sent, at the start of its first sentence.
struct Dateline {
  /// The place as printed.
  var place: String?
  /// The agency that sent it.
  var agency: String?
  /// Who reports, where that stands there too.
  var reporters: [String] = []
  /// The line itself.
  var text: String

  private static let agencies = [
    "Reuters", "AP", "AFP", "dpa", "EFE", "UPI", "ANSA", "Xinhua", "Kyodo", "PTI", "ANI", "IANS",
    "TASS", "PAP", "APA", "SDA", "Keystone-SDA", "ots", "epd", "KNA", "Bloomberg", "CNN", "CNS",
    "Efe",
    "Europa Press", "Lusa", "Belga", "ANP", "NTB", "TT", "Ritzau", "STT", "MTI", "ČTK", "Interfax",
    "Yonhap", "РИА Новости", "ТАСС", "Интерфакс", "УНИАН", "Укринформ", "БЕЛТА", "БТА",
    "Reuters/AP",
    "ΑΠΕ-ΜΠΕ", "Agerpres", "Mediafax", "Hina", "Tanjug", "SITA", "TASR", "LETA", "BNS", "ELTA",
    "Agência Brasil", "Télam", "Notimex", "Prensa Latina", "IPS", "JTA", "Efe", "Bernama", "Antara",
    "VNA", "Anadolu", "AA", "MENA", "SPA", "WAM", "AAP", "CP", "PA",
  ]
  private static let chinese = [
    "新华社", "新華社", "中新社", "中新网", "中央社", "人民网", "央视网", "法新社", "路透社", "美联社", "共同社", "塔斯社", "本报", "本報",
  ]

  /// Reads the start of a paragraph.
  init?(_ opening: String) {
    if let line = Self.chineseLine(opening) {
      self = line
    } else if let line = Self.bracketLine(opening) {
      self = line
    } else if let line = Self.caselessLine(opening) {
      self = line
    } else if let line = Self.westernLine(opening) {
      self = line
    } else {
      return nil
    }
  }

  private init(text: String) { self.text = text }

  /// Whether one may begin a text, judged by its bytes: it begins with a bracket or a Chinese
  /// agency, or has a bracket or a dash early on.
  static func mayBegin(_ text: String) -> Bool {
    text.withBytes { bytes in
      guard let first = bytes.first else { return false }
      switch first {
      case UInt8(ascii: "("), UInt8(ascii: "["), 0xE3: return true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return mayHoldDash(bytes.prefix(484))
      case 0x80...:
        return mayHoldDash(bytes.prefix(484))
          || bytes.place(of: UInt8(ascii: "("), to: min(bytes.count, 484)) != nil
          || chinese.contains { $0.utf8.first == first && text.utf8.starts(with: $0.utf8) }
      default: return false
      }
    }
  }

  /// `新华社北京3月7日电（记者 何一智 李甜）`, `本报讯`.
  private static func chineseLine(_ opening: String) -> Dateline? {
    guard let first = opening.utf8.first, first >= 0x80,
      let agency = chinese.first(where: { opening.utf8.starts(with: $0.utf8) })
    else { return nil }
    let rest = opening.dropFirst(agency.count)
    guard let end = rest.prefix(24).firstIndex(where: { "电電讯訊".contains($0) }) else { return nil }
    let head = rest[..<end]
    guard !head.contains(where: { "，。、“".contains($0) }) else { return nil }
    var line = Dateline(text: String(opening[..<rest.index(after: end)]))
    // 京 counts as a number to Unicode.
    let place = head.prefix { !"0123456789０１２３４５６７８９（( ".contains($0) }
    if !place.isEmpty, place.count <= 8 { line.place = String(place) }
    if !agency.hasPrefix("本") { line.agency = agency }
    let tail = rest[rest.index(after: end)...].drop { $0 == " " }
    for open in ["（记者", "(记者", "（記者", "(記者"] where tail.hasPrefix(open) {
      let inside = tail.dropFirst(open.count).prefix { $0 != "）" && $0 != ")" }
      guard inside.count <= 30 else { break }
      line.reporters = inside.split { " 、，,\u{3000}".contains($0) }
        .flatMap { ChineseNames.split(String($0)) }.filter { $0.count <= 12 }
    }
    return line
  }

  /// Whether there is a dash that could end a dateline, which few first sentences have.
  private static func mayHoldDash(_ opening: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: opening)
    guard bytes.place(of: UInt8(ascii: "-")) != nil || bytes.place(of: 0xE2) != nil else {
      return false
    }
    var before: UInt8 = 0
    var twoBefore: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "-"), before == 0x20 || before == 0x29 || before == 0x2E {
        return true
      }
      // U+2013 and U+2014.
      if byte == 0x93 || byte == 0x94, before == 0x80, twoBefore == 0xE2 { return true }
      (twoBefore, before) = (before, byte)
    }
    return false
  }

  /// Agencies that stand in brackets with the place, by what their names begin with.
  private static let bracketed = [
    "共同", "時事", "ロイター", "AFP", "AP", "新華社", "聯合", "朝日", "毎日", "読売", "日経", "産経", "연합뉴스", "뉴시스",
    "뉴스1",
    "로이터", "AP=", "중앙", "조선", "한국경제",
  ]

  /// `【ロンドン共同】`, `【北京＝山田太郎】`, `(서울=연합뉴스) 홍길동 기자 =`, `[서울=뉴시스]`.
  private static func bracketLine(_ opening: String) -> Dateline? {
    guard let byte = opening.utf8.first, byte == 0x28 || byte == 0x5B || byte == 0xE3 else {
      return nil
    }
    let pairs: [(Character, Character)] = [("【", "】"), ("(", ")"), ("[", "]"), ("〔", "〕")]
    guard let first = opening.first, let pair = pairs.first(where: { $0.0 == first }),
      let end = opening.prefix(32).firstIndex(of: pair.1)
    else { return nil }
    let inside = opening[opening.index(after: opening.startIndex)..<end]
    var place = inside
    var name = inside[inside.endIndex...]
    if let mark = inside.firstIndex(where: { "=＝".contains($0) }) {
      place = inside[..<mark]
      name = inside[inside.index(after: mark)...]
    } else if first == "【", let agency = bracketed.first(where: { inside.hasSuffix($0) }) {
      place = inside.dropLast(agency.count)
      name = inside.suffix(agency.count)
    } else {
      return nil
    }
    guard !place.isEmpty, place.count <= 12, !name.isEmpty,
      // 京 counts as a number to Unicode.
      !place.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
    else {
      return nil
    }
    let isAgency =
      bracketed.contains { name.hasPrefix($0) } || agencies.contains(String(name))
    guard isAgency || first == "【" else { return nil }
    var line = Dateline(text: String(opening[...end]))
    line.place = PlainText.collapsed(String(place))
    if isAgency {
      line.agency = PlainText.collapsed(String(name))
    } else {
      line.reporters = [PlainText.collapsed(String(name))]
    }
    // 홍길동 기자 = after the brackets.
    let rest = opening[opening.index(after: end)...].prefix(24)
    if let word = rest.firstIndex(of: "기"), rest[word...].hasPrefix("기자") {
      let names = rest[..<word].split { " ·,".contains($0) }.map(String.init)
      if !names.isEmpty, names.allSatisfy({ (2...4).contains($0.count) }) { line.reporters = names }
    }
    return line
  }

  /// What agencies are called where letters have no case.
  private static let caseless = [
    "رويترز", "د ب أ", "أ ف ب", "أ ب", "وكالات", "الأناضول", "واس", "سبأ", "وام", "بترا", "ایرنا",
    "ایسنا",
    "تسنیم", "فارس", "مهر", "रायटर", "भाषा", "एएनआई", "आईएएनएस", "পিটিআই", "বাসস", "รอยเตอร์ส",
  ]

  /// `القاهرة (رويترز) -`, `नई दिल्ली, 7 मार्च (भाषा)`.
  private static func caselessLine(_ opening: String) -> Dateline? {
    // Scripts without capitals are beyond Cyrillic.
    guard let first = opening.utf8.first, first >= 0xD8,
      opening.withBytes({ $0.place(of: 0x28) }) != nil
    else { return nil }
    let head = opening.prefix(70)
    guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")") else {
      return nil
    }
    let name = PlainText.collapsed(String(head[head.index(after: open)..<close]))
    guard caseless.contains(name) else { return nil }
    let before = head[..<open].prefix { !",،".contains($0) && $0.wholeNumberValue == nil }
    let place = PlainText.collapsed(String(before))
    guard !place.isEmpty, place.split(separator: " ").count <= 4 else { return nil }
    var line = Dateline(text: String(opening[...close]))
    line.place = place
    line.agency = name
    return line
  }

  /// Whether a name is that of an agency.
  static func isAgency(_ name: String) -> Bool {
    agencies.contains(name) || caseless.contains(name) || chinese.dropLast(2).contains(name)
  }

  /// `LONDON, March 7 (Reuters) -`, `WASHINGTON (AP) —`, `Berlin (dpa) –`.
  private static func westernLine(_ opening: String) -> Dateline? {
    guard opening.withBytes({ mayHoldDash($0[...]) }), opening.first?.isUppercase == true else {
      return nil
    }
    // The dash is one of the first eighty.
    let characters = Array(opening.prefix(80))
    // The dash that ends it.
    var end: Int?
    for index in characters.indices {
      if "-–—".contains(characters[index]), index > 2,
        characters[index - 1] == " " || characters[index - 1] == ")" || characters[index] == "—"
          || characters[index - 1] == "."
      {
        end = index
        break
      }
    }
    guard let end else { return nil }
    let isLongDash = characters[end] != "-"
    var head = String(characters[..<end])
    let text = PlainText.collapsed(String(characters[...end]))
    var agency: String?
    if let open = head.lastIndex(of: "("), let close = head.lastIndex(of: ")"), open < close {
      let name = String(head[head.index(after: open)..<close])
      if agencies.contains(name) || name.count <= 24 && name.first?.isUppercase == true {
        agency = name
      }
      head = String(head[..<open])
    }
    var place = PlainText.collapsed(String(head.prefix { $0 != "," && $0 != ";" }))
    // `LONDON March 7` without a comma.
    if let digit = place.firstIndex(where: \.isNumber) {
      place = place[..<digit].split(separator: " ").dropLast().joined(separator: " ")
    }
    let letters = place.filter(\.isLetter)
    guard letters.count >= 3, place.count <= 40, place.split(separator: " ").count <= 4 else {
      return nil
    }
    let isShouted = letters == letters.uppercased()
    let isKnown = agency.map { agencies.contains($0) } ?? false
    guard isShouted && (agency != nil || isLongDash || head.contains(",")) || isKnown else {
      return nil
    }
    var line = Dateline(text: text)
    line.place = place
    line.agency = isKnown ? agency : nil
    return line
  }
}
