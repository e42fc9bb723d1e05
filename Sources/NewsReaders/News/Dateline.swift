/// Where and by whom a report was sent, at the start of its first sentence.
struct Dateline {
  /// The place as printed.
  var place: String?
  /// The agency that sent it.
  var agency: String?
  /// Who reports, where that is said there too.
  var reporters: [String] = []
  /// The line itself.
  var text: String

  private static let agencies = [
    "Reuters", "AP", "AFP", "dpa", "EFE", "UPI", "ANSA", "Xinhua", "Kyodo", "PTI", "ANI", "IANS",
    "TASS", "PAP", "APA", "SDA", "Keystone-SDA", "ots", "epd", "KNA", "Bloomberg", "CNN", "CNS",
    "Efe",
    "Europa Press", "Lusa", "Belga", "ANP", "NTB", "TT", "Ritzau", "STT", "MTI", "ČTK", "Interfax",
    "Yonhap", "Bernama", "Antara", "VNA", "Anadolu", "AA", "MENA", "SPA", "WAM", "AAP", "CP", "PA",
  ]
  private static let chinese = [
    "新华社", "新華社", "中新社", "中新网", "中央社", "人民网", "央视网", "法新社", "路透社", "美联社", "共同社", "塔斯社", "本报", "本報",
  ]

  /// Reads the start of a paragraph.
  init?(_ opening: String) {
    if let line = Self.chineseLine(opening) {
      self = line
    } else if let line = Self.westernLine(opening) {
      self = line
    } else {
      return nil
    }
  }

  private init(text: String) { self.text = text }

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
  private static func mayHoldDash(_ opening: String) -> Bool {
    var before: UInt8 = 0
    var twoBefore: UInt8 = 0
    for byte in opening.utf8 {
      if byte == UInt8(ascii: "-"), before == 0x20 || before == 0x29 || before == 0x2E {
        return true
      }
      // U+2013 and U+2014.
      if byte == 0x93 || byte == 0x94, before == 0x80, twoBefore == 0xE2 { return true }
      (twoBefore, before) = (before, byte)
    }
    return false
  }

  /// `LONDON, March 7 (Reuters) -`, `WASHINGTON (AP) —`, `Berlin (dpa) –`.
  private static func westernLine(_ opening: String) -> Dateline? {
    guard mayHoldDash(opening) else { return nil }
    let characters = Array(opening)
    guard characters.first?.isUppercase == true else { return nil }
    // The dash that ends it.
    var end: Int?
    for index in characters.indices.prefix(80) {
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
