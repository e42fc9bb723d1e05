internal import NewsModel

/// Reads dates as pages write them, in many languages.
struct DateReader {
  /// Whether `3/7/2022` is March 7.
  var isMonthFirst = false

  private enum Token: Equatable {
    case number(Int, digits: Int)
    case month(Int)
    case word
    case mark(UInt8)
  }

  /// A date in machine form, or one that is all of a text or stands in it.
  func date(in text: String) -> Timestamp? {
    let text = PlainText.collapsed(text)
    guard !text.isEmpty, text.utf8.count < 400 else { return nil }
    if let date = Timestamp(iso8601: text), isSane(date) { return date }
    if let date = compact(text) { return date }
    return find(text)
  }

  /// Dates of news lie in these years.
  private func isSane(_ date: Timestamp) -> Bool { (1990...2100).contains(date.year) }

  /// `20220307`, `1646640502`, `1646640502000`.
  private func compact(_ text: String) -> Timestamp? {
    guard let number = Int(text), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    switch text.utf8.count {
    case 8:
      let date = Timestamp(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      return date.flatMap { isSane($0) ? $0 : nil }
    case 10: return Timestamp(secondsSince1970: number)
    case 13: return Timestamp(secondsSince1970: number / 1000)
    default: return nil
    }
  }

  private func find(_ text: String) -> Timestamp? {
    let tokens = Self.tokens(of: text)
    // Numbers and month names, with the marks between them left out but their kind kept.
    let parts = tokens.indices.filter {
      switch tokens[$0] {
      case .number, .month: true
      default: false
      }
    }
    for start in parts.indices {
      guard start + 2 < parts.count else { break }
      let triple = (tokens[parts[start]], tokens[parts[start + 1]], tokens[parts[start + 2]])
      guard parts[start + 2] - parts[start] <= 8,
        let date = day(triple, between: tokens[parts[start]...parts[start + 2]])
      else { continue }
      let rest = start + 3 < parts.count ? Array(tokens[parts[start + 3]...]) : []
      return Timestamp(year: date.year, month: date.month, day: date.day, time: time(rest)) ?? date
    }
    return nil
  }

  private func day(
    _ triple: (Token, Token, Token), between tokens: ArraySlice<Token>
  ) -> Timestamp? {
    switch triple {
    case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
      return make(year, month, day)
    case (.number(let year, 4), .month(let month), .number(let day, 1...2)):
      return make(year, month, day)
    case (.number(let day, 1...2), .month(let month), .number(let year, 4)):
      return make(year, month, day)
    case (.month(let month), .number(let day, 1...2), .number(let year, 4)):
      return make(year, month, day)
    case (.number(let day, 1...2), .month(let month), .number(let year, 2)):
      return make(2000 + year, month, day)
    case (.number(let first, 1...2), .number(let second, 1...2), .number(let year, 4)):
      // Not 12:30 2022.
      guard !tokens.contains(.mark(UInt8(ascii: ":"))) else { return nil }
      if second > 12 { return make(year, first, second) }
      if first > 12 || !isMonthFirst || tokens.contains(.mark(UInt8(ascii: "."))) {
        return make(year, second, first)
      }
      return make(year, first, second)
    case (.number(let day, 1...2), .number(let month, 1...2), .number(let year, 2)):
      guard
        tokens.filter({ $0 == .mark(UInt8(ascii: ".")) || $0 == .mark(UInt8(ascii: "/")) }).count
          == 2
      else { return nil }
      return isMonthFirst && tokens.contains(.mark(UInt8(ascii: "/")))
        ? make(2000 + year, day, month) : make(2000 + year, month, day)
    default: return nil
    }
  }

  private func make(_ year: Int, _ month: Int, _ day: Int) -> Timestamp? {
    Timestamp(year: year, month: month, day: day).flatMap { isSane($0) ? $0 : nil }
  }

  /// `08:08:22 +0800` at the start of what follows a date.
  private func time(_ tokens: [Token]) -> Timestamp.Time? {
    guard tokens.count >= 3, case .number(let hour, 1...2) = tokens[0],
      tokens[1] == .mark(UInt8(ascii: ":")), case .number(let minute, 2) = tokens[2]
    else { return nil }
    var time = Timestamp.Time(hour: hour, minute: minute)
    var index = 3
    if tokens.count >= 5, tokens[3] == .mark(UInt8(ascii: ":")),
      case .number(let second, 2) = tokens[4]
    {
      time.second = second
      index = 5
    }
    if index + 1 < tokens.count, case .number(let zone, 4) = tokens[index + 1] {
      let size = zone / 100 * 3600 + zone % 100 * 60
      if tokens[index] == .mark(UInt8(ascii: "+")) { time.offset = size }
      if tokens[index] == .mark(UInt8(ascii: "-")) { time.offset = -size }
    }
    return time
  }

  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    let scalars = Array(text.lowercased().unicodeScalars)
    var index = 0
    while index < scalars.count, tokens.count < 80 {
      let scalar = scalars[index]
      if scalar.value < 0x80, scalar.properties.numericType != nil {
        var value = 0
        let start = index
        while index < scalars.count, let digit = Character(scalars[index]).wholeNumberValue,
          scalars[index].value < 0x80, index - start < 15
        {
          value = value * 10 + digit
          index += 1
        }
        tokens.append(.number(value, digits: index - start))
      } else if scalar.properties.isAlphabetic {
        let start = index
        while index < scalars.count,
          scalars[index].properties.isAlphabetic
            || scalars[index].properties.generalCategory == .nonspacingMark
        {
          index += 1
        }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[start..<index])
        let name = String(word)
        // 年月日 part numbers, `t` parts date and time, ordinals follow numbers.
        if let month = MonthNames.month(name) {
          tokens.append(.month(month))
        } else {
          tokens.append(.word)
        }
      } else {
        if scalar.value > 0x20, scalar.value < 0x80 { tokens.append(.mark(UInt8(scalar.value))) }
        index += 1
      }
    }
    return tokens
  }
}
