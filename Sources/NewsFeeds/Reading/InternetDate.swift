internal import NewsModel

/// The dates of feeds that follow no standard to the letter.
///
/// `2003`, `2003-12`, `20031231`, `2003335` (a day of the year), `-0312`, `2003-W01`, `2004-07-13
/// 14:23`, `Thu Jan  1 12:34:56 2004`, `2004년 05월 28일 오후 01:31:15`, weekdays and months in
/// Greek and Hungarian: the forms that Universal Feed Parser documents.
struct InternetDate {
  private let text: String

  init(_ text: String) { self.text = text }

  var timestamp: Timestamp? { w3c ?? korean ?? hungarian ?? greek ?? ctime }

  // MARK: - ISO 8601 beyond RFC 3339

  private var w3c: Timestamp? {
    let (day, rest) = split
    let digits = day.filter { $0 != "-" }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "W") }) else {
      return nil
    }
    let parts = day.split(separator: "-", omittingEmptySubsequences: true).map(String.init)
    var date: Timestamp?
    switch parts.count {
    case 1:
      let word = parts[0]
      switch word.utf8.count {
      case 4 where !day.hasPrefix("-"): date = number(word).flatMap { make($0, 1, 1) }
      case 4:
        // -YYMM
        date = number(word).flatMap { make(Self.century($0 / 100), $0 % 100, 1) }
      case 6:
        date = number(word).flatMap { make(Self.century($0 / 10_000), $0 / 100 % 100, $0 % 100) }
      case 7: date = number(word).flatMap { ordinal($0 / 1000, $0 % 1000) }
      case 8: date = number(word).flatMap { make($0 / 10_000, $0 / 100 % 100, $0 % 100) }
      case 5: date = number(word).flatMap { ordinal(Self.century($0 / 1000), $0 % 1000) }
      default: return nil
      }
    case 2:
      guard let first = number(parts[0]), let second = number(parts[1]) else { return nil }
      let year = parts[0].utf8.count == 4 ? first : Self.century(first)
      if parts[1].utf8.count == 3 {
        date = ordinal(year, second)
      } else {
        date = make(year, second, 1)
      }
    case 3:
      guard let first = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
      else { return nil }
      date = make(parts[0].utf8.count == 4 ? first : Self.century(first), month, day)
    default: return nil
    }
    guard var date else { return nil }
    if let rest { date.time = Timestamp.Time(loose: rest) }
    return date
  }

  private var split: (day: String, rest: String?) {
    for separator in ["T", "t", " "] {
      guard let at = text.firstIndex(of: Character(separator)) else { continue }
      return (String(text[..<at]), String(text[text.index(after: at)...]))
    }
    return (text, nil)
  }

  // MARK: - Languages

  /// `2004년 05월 28일  오후 01:31:15` and `2004-05-25 오후 11:23:17`, in Korea's time.
  private var korean: Timestamp? {
    guard text.contains("오전") || text.contains("오후") || text.contains("년") else { return nil }
    var numbers: [Int] = []
    var current = ""
    for character in text + " " {
      if character.isASCII, character.isNumber {
        current.append(character)
      } else if let value = number(current) {
        numbers.append(value)
        current = ""
      }
    }
    guard numbers.count >= 3, var date = make(numbers[0], numbers[1], numbers[2]) else {
      return nil
    }
    if numbers.count >= 5 {
      var hour = numbers[3] % 12
      if text.contains("오후") { hour += 12 } else if !text.contains("오전") { hour = numbers[3] }
      let time = Timestamp.Time(
        hour: hour, minute: numbers[4], second: numbers.count > 5 ? numbers[5] : 0, offset: 32_400)
      date = Timestamp(year: date.year, month: date.month, day: date.day, time: time) ?? date
    }
    return date
  }

  /// `2004-július-13T9:15-05:00`.
  private var hungarian: Timestamp? {
    let (day, rest) = split
    let parts = day.split(separator: "-").map { $0.lowercased() }
    guard parts.count == 3, let year = number(parts[0]), let dayOfMonth = number(parts[2]),
      let month = Self.hungarianMonths.firstIndex(of: parts[1]),
      var date = make(year, month + 1, dayOfMonth)
    else { return nil }
    if let rest { date.time = Timestamp.Time(loose: rest) }
    return date
  }

  /// `Κυρ, 11 Ιούλ 2004 12:00:00 EST`.
  private var greek: Timestamp? {
    var words = text.split(separator: " ").map(String.init)
    if words.first?.hasSuffix(",") == true { words.removeFirst() }
    guard words.count >= 3,
      let month = Self.greekMonths.firstIndex(where: { $0.contains(words[1]) })
    else { return nil }
    words[1] = Timestamp.monthNames[month]
    return Timestamp(rfc5322: words.joined(separator: " "))
  }

  /// C's `ctime`: `Thu Jan  1 12:34:56 2004`, with a zone before or after the year perhaps.
  private var ctime: Timestamp? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 5, let month = Timestamp.month(named: words[1]),
      let day = number(words[2].filter { $0 != "," })
    else { return nil }
    let years = words[3...].filter { $0.utf8.count == 4 && number($0) != nil }
    guard let year = years.last.flatMap(number) else { return nil }
    let times = words[3...].filter { $0.contains(":") }
    let zones = words[3...].filter { !$0.contains(":") && number($0) == nil }
    let rest = ([times.first ?? "00:00"] + zones.prefix(1)).joined(separator: " ")
    return Timestamp(
      rfc5322: "\(day) \(Timestamp.monthNames[month - 1]) \(year) \(rest)")
  }

  // MARK: - Numbers

  private func number(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func century(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

  private func make(_ year: Int, _ month: Int, _ day: Int) -> Timestamp? {
    Timestamp(year: year, month: month, day: day)
  }

  private func ordinal(_ year: Int, _ dayOfYear: Int) -> Timestamp? {
    guard var rest = dayOfYear as Int?, rest >= 1, rest <= 366 else { return nil }
    for month in 1...12 {
      let days = Timestamp.days(inMonth: month, of: year)
      if rest <= days { return make(year, month, rest) }
      rest -= days
    }
    return nil
  }

  private static let hungarianMonths = [
    "január", "február", "március", "április", "május", "június", "július", "augusztus",
    "szeptember", "október", "november", "december",
  ]

  private static let greekMonths: [[String]] = [
    ["Ιαν"], ["Φεβ"], ["Μάώ", "Μαώ", "Μαρ", "Μάρ"], ["Απρ"], ["Μάι", "Μαϊ", "Μαι"],
    ["Ιούν", "Ιον", "Ιουν"], ["Ιούλ", "Ιολ", "Ιουλ"], ["Αύγ", "Αυγ"], ["Σεπ"], ["Οκτ"],
    ["Νοέ", "Νοε"], ["Δεκ"],
  ]
}
