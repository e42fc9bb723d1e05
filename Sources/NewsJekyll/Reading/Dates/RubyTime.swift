import NewsModel

/// A date and time as Ruby's `Time.parse` reads them out of text.
///
/// `Time.parse` looks for what it knows anywhere in a text: a clock time with `am`, `pm` and a
/// zone, then a date in one of many forms. The order of the attempts is Ruby's (`Date._parse`).
struct RubyTime: Equatable {
  var year: Int?
  var month: Int?
  var day: Int?
  var hour: Int?
  var minute: Int?
  var second: Int?
  var nanosecond = 0
  /// Seconds east of Greenwich where the text names a zone that is known.
  var offset: Int?

  /// Reads a text; `nil` where there is no year in it.
  ///
  /// Ruby takes what is missing from the clock on the wall; without a year, that would make the
  /// result depend on when it is asked, so it is refused.
  init?(parsing text: String) {
    var words = Words(text)
    readClock(&words)
    guard readDate(&words) else { return nil }
    guard year != nil else { return nil }
  }

  /// The moment as the text gives it: without an offset where none is named.
  var timestamp: Timestamp? {
    guard let year else { return nil }
    var time: Timestamp.Time?
    if let hour {
      time = Timestamp.Time(
        hour: hour, minute: minute ?? 0, second: second ?? 0, nanosecond: nanosecond,
        offset: offset)
    }
    if hour == 24 {
      // Midnight at the end of the day.
      guard minute ?? 0 == 0, second ?? 0 == 0,
        let start = Timestamp(year: year, month: month ?? 1, day: day ?? 1),
        let next = Timestamp(secondsSince1970: start.secondsSince1970 + 86_400)
      else { return nil }
      return Timestamp(
        year: next.year, month: next.month, day: next.day,
        time: Timestamp.Time(hour: 0, minute: 0, offset: offset))
    }
    let month = month ?? 1
    let day = day ?? 1
    if (1...12).contains(month), (29...31).contains(day),
      day > Timestamp.days(inMonth: month, of: year)
    {
      // Ruby counts on into the next month.
      return Timestamp(
        year: year, month: month + 1, day: day - Timestamp.days(inMonth: month, of: year),
        time: time)
    }
    return Timestamp(year: year, month: month, day: day, time: time)
  }

  // MARK: - The clock

  /// Finds `20:00`, `20:00:07.5`, `8pm`, `8:30 p.m.` with a zone after it and takes it out.
  private mutating func readClock(_ words: inout Words) {
    let tokens = words.tokens
    for index in tokens.indices {
      guard case .number(let hour, let width) = tokens[index], width <= 2 else { continue }
      var next = index + 1
      var minute: Int?
      var second: Int?
      var nanosecond = 0
      if next + 1 < tokens.count, tokens[next] == .mark(":"),
        case .number(let value, let width) = tokens[next + 1], width <= 2
      {
        minute = value
        next += 2
        if next + 1 < tokens.count, tokens[next] == .mark(":"),
          case .number(let value, let width) = tokens[next + 1], width <= 2
        {
          second = value
          next += 2
          if next + 1 < tokens.count, tokens[next] == .mark(".") || tokens[next] == .mark(","),
            case .number(let value, let width) = tokens[next + 1]
          {
            nanosecond = Self.fraction(value, width: width)
            next += 2
          }
        }
      }
      if minute == nil, next < tokens.count, tokens[next] == .word("h") {
        minute = 0
        next += 1
        if next < tokens.count, case .number(let value, let width) = tokens[next], width <= 2 {
          minute = value
          next += 1
        }
      }
      var isAfternoon: Bool?
      let half = next < tokens.count && tokens[next] == .blank ? next + 1 : next
      if half < tokens.count, case .word(let word) = tokens[half] {
        switch word {
        case "am", "a": (isAfternoon, next) = (false, half + 1)
        case "pm", "p": (isAfternoon, next) = (true, half + 1)
        default: break
        }
        if isAfternoon != nil, word.utf8.count == 1 {
          // a.m. and p.m.
          if next + 2 < tokens.count, tokens[next] == .mark("."), tokens[next + 1] == .word("m") {
            next += 2
            if next < tokens.count, tokens[next] == .mark(".") { next += 1 }
          } else {
            isAfternoon = nil
            next = half
          }
        }
      }
      guard minute != nil || isAfternoon != nil else { continue }
      self.hour = hour
      if let isAfternoon { self.hour = hour % 12 + (isAfternoon ? 12 : 0) }
      self.minute = minute
      self.second = second
      self.nanosecond = nanosecond
      let (offset, end) = Zone.read(tokens, from: next)
      self.offset = offset
      words.tokens.replaceSubrange(index..<end, with: [.blank])
      return
    }
  }

  private static func fraction(_ value: Int, width: Int) -> Int {
    var value = value
    var width = width
    while width < 9 {
      value *= 10
      width += 1
    }
    while width > 9 {
      value /= 10
      width -= 1
    }
    return value
  }

  // MARK: - The date

  private mutating func readDate(_ words: inout Words) -> Bool {
    let tokens = words.tokens
    return readNamedMonth(tokens) || readHyphens(tokens) || readSlashes(tokens)
      || readDigits(tokens)
  }

  /// `4 March 2021`, `March 4th, 2021`, `4-Mar-2021`.
  private mutating func readNamedMonth(_ tokens: [Words.Token]) -> Bool {
    for index in tokens.indices {
      guard case .word(let word) = tokens[index], let month = Self.month(word) else { continue }
      self.month = month
      var rest: [(value: Int, width: Int)] = []
      var before: (value: Int, width: Int)?
      for (place, token) in tokens.enumerated() {
        guard case .number(let value, let width) = token else { continue }
        if place < index { before = (value, width) } else { rest.append((value, width)) }
      }
      if let before {
        if before.width >= 3 {
          year = before.value
          day = rest.first?.value
        } else {
          day = before.value
          year = rest.first.map { Self.year($0.value, width: $0.width) }
        }
      } else if let first = rest.first {
        if first.width >= 3 {
          year = first.value
        } else {
          day = first.value
          if rest.count > 1 { year = Self.year(rest[1].value, width: rest[1].width) }
        }
      }
      return true
    }
    return false
  }

  /// `2021-03-04`, `21-3-4`, and `2021-063` for the sixty-third day.
  private mutating func readHyphens(_ tokens: [Words.Token]) -> Bool {
    readTriple(tokens, separator: "-", allowsDays: true)
  }

  /// `2021/03/04`, `2021.03.04`, and with the day first where that must be one.
  private mutating func readSlashes(_ tokens: [Words.Token]) -> Bool {
    readTriple(tokens, separator: "/", allowsDays: false)
      || readTriple(tokens, separator: ".", allowsDays: false)
  }

  private mutating func readTriple(
    _ tokens: [Words.Token], separator: Character, allowsDays: Bool
  ) -> Bool {
    for index in tokens.indices {
      guard case .number(let first, let firstWidth) = tokens[index], index + 2 < tokens.count,
        tokens[index + 1] == .mark(separator),
        case .number(let second, let secondWidth) = tokens[index + 2]
      else { continue }
      if index + 4 < tokens.count, tokens[index + 3] == .mark(separator),
        case .number(let third, let thirdWidth) = tokens[index + 4]
      {
        if firstWidth <= 2, thirdWidth > 2 {
          // Ruby reads 3/4/2021 and 4-3-2021 with the day first.
          (year, month, day) = (third, second, first)
        } else {
          (year, month, day) = (Self.year(first, width: firstWidth), second, third)
        }
        return true
      }
      if allowsDays, firstWidth == 4, secondWidth == 3 {
        return setDay(second, of: first)
      }
    }
    return false
  }

  /// `20210304`, `20210304200000`, `2021063`.
  private mutating func readDigits(_ tokens: [Words.Token]) -> Bool {
    for (index, token) in tokens.enumerated() {
      guard case .number(let value, let width) = token else { continue }
      switch width {
      case 14, 12:
        var rest = width == 14 ? value : value * 100
        if width == 14 { second = rest % 100 }
        rest /= 100
        minute = rest % 100
        hour = rest / 100 % 100
        (year, month, day) = (rest / 100_000_000, rest / 1_000_000 % 100, rest / 10_000 % 100)
        return true
      case 8:
        (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
        // 20210304T200000
        if index + 2 < tokens.count, tokens[index + 1] == .word("t"),
          case .number(let clock, let width) = tokens[index + 2], width == 6 || width == 4
        {
          let clock = width == 4 ? clock * 100 : clock
          (hour, minute, second) = (clock / 10_000, clock / 100 % 100, clock % 100)
          offset = Zone.read(tokens, from: index + 3).offset
        }
        return true
      case 6:
        (year, month, day) = (Self.year(value / 10_000, width: 2), value / 100 % 100, value % 100)
        return true
      case 7:
        return setDay(value % 1000, of: value / 1000)
      default: continue
      }
    }
    return false
  }

  /// Takes a date given as a year and a day in it.
  private mutating func setDay(_ dayOfYear: Int, of year: Int) -> Bool {
    guard (1...366).contains(dayOfYear), let start = Timestamp(year: year, month: 1, day: 1),
      let date = Timestamp(secondsSince1970: start.secondsSince1970 + (dayOfYear - 1) * 86_400)
    else { return false }
    (self.year, month, day) = (date.year, date.month, date.day)
    return true
  }

  /// Two digits are of this century below 69, as in `Date._parse`.
  private static func year(_ value: Int, width: Int) -> Int {
    width > 2 ? value : value + (value < 69 ? 2000 : 1900)
  }

  private static func month(_ word: String) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { word.hasPrefix($0) }.map { $0 + 1 }
  }
}
