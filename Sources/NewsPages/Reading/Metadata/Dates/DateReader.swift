internal import NewsBlocks
internal import NewsModel

/// Reads dates as pages write them, in many languages and calendars.
struct DateReader {
  /// Whether `3/7/2022` is March 7.
  var isMonthFirst = false
  /// The page's language, for months that two languages name alike, and for calendars.
  var language: String?

  /// A date in machine form, or one that is all of a text or stands in it.
  func date(in text: String) -> Timestamp? {
    let text = PlainText.collapsed(text)
    guard !text.isEmpty, text.utf8.count < 400 else { return nil }
    if let date = Timestamp(iso8601: text), isSane(date) { return date }
    if let date = compact(text) { return date }
    guard DateWord.mayBeDate(text.utf8) else { return nil }
    return find(DateWord.words(of: text, language: language))?.date
  }

  /// The date at the start of a text, after a label or a place of so many letters perhaps.
  func opening(of text: String, after limit: Int = 24) -> Timestamp? {
    guard DateWord.mayBeDate(text.utf8) else { return nil }
    let words = DateWord.words(of: text, language: language)
    guard let found = find(words) else { return nil }
    let letters = words[..<found.start].reduce(0) { sum, word in
      if case .word(let name) = word { sum + name.unicodeScalars.count } else { sum }
    }
    return letters <= limit ? found.date : nil
  }

  /// A numeric date with day and month the other way round, where both are possible.
  func swapped(_ date: Timestamp) -> Timestamp? {
    guard date.day <= 12, date.day != date.month else { return nil }
    return Timestamp(year: date.year, month: date.day, day: date.month, time: date.time)
  }

  /// Dates of news lie in these years.
  private func isSane(_ date: Timestamp) -> Bool { (1990...2100).contains(date.year) }

  /// `20220307`, `20220307080822`, `1646640502`, `1646640502000`.
  private func compact(_ text: String) -> Timestamp? {
    guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text) else {
      return nil
    }
    var date: Timestamp?
    switch text.utf8.count {
    case 8: date = make(number / 10_000, number / 100 % 100, number % 100)
    case 14:
      let day = number / 1_000_000
      let time = number % 1_000_000
      date = make(day / 10_000, day / 100 % 100, day % 100).flatMap {
        Timestamp(
          year: $0.year, month: $0.month, day: $0.day,
          time: .init(hour: time / 10_000, minute: time / 100 % 100, second: time % 100))
      }
    case 10: date = Timestamp(secondsSince1970: number)
    case 13: date = Timestamp(secondsSince1970: number / 1000)
    default: break
    }
    return date.flatMap { isSane($0) ? $0 : nil }
  }

  // MARK: - Days

  /// The first date among some words, and where it begins.
  private func find(_ words: [DateWord]) -> (date: Timestamp, start: Int)? {
    let parts = words.indices.filter { words[$0].isPart }
    for index in parts.indices where index + 2 < parts.count {
      let places = (parts[index], parts[index + 1], parts[index + 2])
      guard isGap(words[(places.0 + 1)..<places.1]), isGap(words[(places.1 + 1)..<places.2]),
        // The minutes of a time are no day.
        index == 0 || parts[index - 1] + 2 != places.0
          || words[places.0 - 1] != .mark(UInt8(ascii: ":")),
        let date = day(
          (words[places.0], words[places.1], words[places.2]), between: words[places.0...places.2])
      else { continue }
      let time =
        self.time(words[(places.2 + 1)...])
        ?? (index > 1 ? self.time(words[parts[index - 2]..<places.0]) : nil)
      return (
        Timestamp(year: date.year, month: date.month, day: date.day, time: time) ?? date,
        places.0
      )
    }
    return nil
  }

  /// Whether what stands between two parts may stand within a date: `7th of March`, `7 tháng 3 năm`.
  private func isGap(_ words: ArraySlice<DateWord>) -> Bool {
    // `2005年9月 (14)` is a month with as many articles.
    guard words.count <= 6, !words.contains(.mark(UInt8(ascii: "("))) else { return false }
    var count = 0
    for case .word(let name) in words {
      count += 1
      guard count <= 2, name.unicodeScalars.count <= 5 else { return false }
    }
    return true
  }

  private func day(
    _ triple: (DateWord, DateWord, DateWord), between words: ArraySlice<DateWord>
  ) -> Timestamp? {
    func has(_ mark: UInt8) -> Bool { words.contains(.mark(mark)) }
    switch triple {
    case (.number(let year, 3...4), .number(let month, 1...2), .number(let day, 1...2)):
      return make(year, month, day)
    case (.number(let year, 4), .month(let month), .number(let day, 1...2)),
      (.number(let year, 4), .number(let day, 1...2), .month(let month)),
      (.number(let day, 1...2), .month(let month), .number(let year, 4)),
      (.month(let month), .number(let day, 1...2), .number(let year, 4)):
      return make(year, month, day)
    case (.number(let day, 1...2), .month(let month), .number(let year, 2)):
      return make((primary == "th" ? 2500 : 2000) + year, month, day)
    case (.era(let year), .number(let month, 1...2), .number(let day, 1...2)):
      return make(year, month, day)
    case (.number(let first, 1...2), .number(let second, 1...2), .number(let year, 4)):
      // Not 12:30 2022.
      guard !has(UInt8(ascii: ":")) else { return nil }
      if second > 12 { return make(year, first, second) }
      if first > 12 || !isMonthFirst || has(UInt8(ascii: ".")) {
        return make(year, second, first)
      }
      return make(year, first, second)
    case (.number(let first, 1...2), .number(let second, 1...2), .number(let third, 2)):
      let marks = words.count { $0 == .mark(UInt8(ascii: ".")) || $0 == .mark(UInt8(ascii: "/")) }
      guard marks == 2 else { return nil }
      // 令和 is told apart by its era; two figures first are a year in these languages only.
      if ["zh", "ja", "ko", "hu", "lt", "mn"].contains(primary), first > 12, third <= 31 {
        return make(2000 + first, second, third)
      }
      return isMonthFirst
        ? make(2000 + third, first, second) : make(2000 + third, second, first)
    default: return nil
    }
  }

  private var primary: String { language.map { String($0.prefix { $0 != "-" }) } ?? "" }

  /// A day of the Gregorian calendar; a Thai or Persian year tells its own.
  private func make(_ year: Int, _ month: Int, _ day: Int) -> Timestamp? {
    var date: Timestamp?
    switch year {
    case 1990...2100: date = Timestamp(year: year, month: month, day: day)
    case 2533...2643: date = Timestamp(year: year - 543, month: month, day: day)
    case 1369...1479: date = PersianCalendar.date(year: year, month: month, day: day)
    case 79...189 where primary == "zh": date = Timestamp(year: year + 1911, month: month, day: day)
    default: break
    }
    return date.flatMap { isSane($0) ? $0 : nil }
  }

  // MARK: - Times

  /// `08:08:22 +0800`, `10.30 Uhr`, `10h30`, `3:15 PM EST`, a few words after a date.
  private func time(_ words: ArraySlice<DateWord>) -> Timestamp.Time? {
    let words = words.prefix(16)
    // The first number must be the hour.
    guard let start = words.firstIndex(where: { if case .number = $0 { true } else { false } }),
      case .number(var hour, 1...2) = words[start], start + 1 < words.endIndex
    else { return nil }
    var index = start + 1
    guard index + 1 < words.endIndex, case .number(let minute, let digits) = words[index + 1],
      digits == 2 || digits == 1 && words[index] != .mark(UInt8(ascii: ":"))
    else { return nil }
    switch words[index] {
    case .mark(UInt8(ascii: ":")), .word("h"), .word("시"), .word("時"), .word("时"), .word("點"): break
    case .mark(UInt8(ascii: ".")):
      let isSaid = ["uhr", "uur", "wib", "น"].contains { word in
        index + 2 < words.endIndex && words[index + 2] == .word(word)
      }
      let isAnnounced = words[words.startIndex..<start].contains {
        ["kl", "klo", "kello", "ora", "ore", "pukul", "alle"].map { DateWord.word($0) }.contains($0)
      }
      guard isSaid || isAnnounced else { return nil }
    default: return nil
    }
    var time = Timestamp.Time(hour: hour, minute: minute)
    index += 2
    if index + 1 < words.endIndex, words[index] == .mark(UInt8(ascii: ":")),
      case .number(let second, 2) = words[index + 1]
    {
      time.second = second
      index += 2
      // Fractions, whatever parts them.
      if index + 1 < words.endIndex,
        words[index] == .mark(UInt8(ascii: ".")) || words[index] == .mark(UInt8(ascii: ":")),
        case .number = words[index + 1]
      {
        index += 2
      }
    }
    let isEvening =
      words[words.startIndex..<start].contains { Self.afternoon.contains($0) }
      || isHalf("p", words[index...])
    if isEvening, hour < 12 {
      hour += 12
    } else if isHalf("a", words[index...]), hour == 12 {
      hour = 0
    }
    time.hour = hour
    time.offset = offset(words[index...])
    guard (0...23).contains(time.hour), (0...59).contains(minute) else { return nil }
    return time
  }

  private static let afternoon: [DateWord] = [.word("下午"), .word("晚上"), .word("午後"), .word("오후")]

  /// `pm` and `p.m.` follow.
  private func isHalf(_ letter: String, _ words: ArraySlice<DateWord>) -> Bool {
    guard let first = words.first else { return false }
    if first == .word(letter + "m") || letter == "p" && first == .word("م") { return true }
    return first == .word(letter) && words.count > 2
      && words[words.startIndex + 1] == .mark(UInt8(ascii: "."))
      && words[words.startIndex + 2] == .word("m")
  }

  private static let zones: [String: Int] = [
    "z": 0, "gmt": 0, "utc": 0, "bst": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2,
    "eest": 3, "msk": 3, "мск": 3, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "wib": 7, "aest": 10, "aedt": 11, "nzst": 12,
    "nzdt": 13,
  ]

  /// Seconds east of Greenwich: `+0800`, `+08:00`, `GMT+8`, `EST`.
  private func offset(_ words: ArraySlice<DateWord>) -> Int? {
    var named: Int?
    for (index, word) in zip(words.indices, words).prefix(6) {
      switch word {
      case .word(let name):
        if let zone = Self.zones[name] { named = named ?? zone * 3600 }
      case .mark(UInt8(ascii: "+")), .mark(UInt8(ascii: "-")):
        guard index + 1 < words.endIndex, case .number(let value, let digits) = words[index + 1]
        else { continue }
        let sign = word == .mark(UInt8(ascii: "-")) ? -1 : 1
        if digits == 4, value % 100 < 60, value <= 1400 {
          return sign * (value / 100 * 3600 + value % 100 * 60)
        }
        guard digits <= 2, value <= 14 else { return named }
        if index + 3 < words.endIndex, words[index + 2] == .mark(UInt8(ascii: ":")),
          case .number(let minutes, 2) = words[index + 3], minutes < 60
        {
          return sign * (value * 3600 + minutes * 60)
        }
        return named == nil ? nil : sign * value * 3600
      case .number, .month, .era: return named
      default: continue
      }
    }
    return named
  }
}
