import NewsText

/// A piece of a text that may hold a date.
///
/// A date is three of them, of which two at least are numbers of at most four digits (see
/// ``DateReader``).
enum DateWord: Equatable {
  case number(Int, digits: Int)
  /// A month by its name.
  case month(Int)
  /// A year of a Japanese or Chinese era, as one of ours.
  case era(Int)
  /// Another word, in lower case.
  case word(String)
  case mark(UInt8)

  /// Whether it can be the day, month or year of a date.
  var isPart: Bool {
    switch self {
    case .number, .month, .era: true
    default: false
    }
  }

  /// Whether a text can hold a date as these bytes tell: by two numbers of Latin digits, or by letters
  /// of scripts that have other digits or numerals (U+0660 and above, but for punctuation and signs).
  static func mayBeDate(_ utf8: some Sequence<UInt8>) -> Bool {
    var numbers = 0
    var digits = 0
    for byte in utf8 {
      if byte &- 0x30 < 10 {
        digits += 1
        // The fifth says that it is no number of a date.
        if digits == 1 { numbers += 1 } else if digits == 5 { numbers -= 1 }
        continue
      }
      digits = 0
      if numbers > 1 || byte >= 0xD9 && byte != 0xE2 { return true }
    }
    return numbers > 1
  }

  /// The pieces of a text, at most so many.
  static func words(of text: String, language: String?, atMost limit: Int = 96) -> [DateWord] {
    var words: [DateWord] = []
    let scalars = Self.scalars(of: text)
    var index = 0
    while index < scalars.count, words.count < limit {
      let scalar = scalars[index]
      if let digit = digit(scalar) {
        var value = digit
        let start = index
        index += 1
        while index < scalars.count, index - start < 15, let digit = Self.digit(scalars[index]) {
          value = value * 10 + digit
          index += 1
        }
        words.append(.number(value, digits: index - start))
      } else if isHan(scalar) {
        index = addHan(scalars, from: index, to: &words)
      } else if isAlphabetic(scalar) {
        let start = index
        while index < scalars.count, isLetter(scalars[index]) { index += 1 }
        index = abbreviation(scalars, from: start, to: index)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<index].filter { $0 != "." })
        let name = String(view)
        if let month = MonthNames.month(name, language: language) {
          words.append(.month(month))
        } else if let last = words.last, case .word(let before) = last,
          let month = MonthNames.month(before + " " + name, language: language)
        {
          // كانون الثاني, тамыз айы and the like: two words.
          words[words.count - 1] = .month(month)
        } else {
          words.append(.word(name))
        }
      } else {
        if scalar.value > 0x20, scalar.value < 0x80 { words.append(.mark(UInt8(scalar.value))) }
        if scalar.value == 0xFF1A { words.append(.mark(UInt8(ascii: ":"))) }
        index += 1
      }
    }
    return words
  }

  /// ม.ค. is a month's name though it has stops in it.
  private static func abbreviation(
    _ scalars: [Unicode.Scalar], from start: Int, to end: Int
  ) -> Int {
    var end = end
    while (0x0E00...0x0E7F).contains(scalars[start].value), end + 1 < scalars.count,
      scalars[end] == ".", (0x0E00...0x0E7F).contains(scalars[end + 1].value), end - start < 8
    {
      end += 1
      while end < scalars.count, isLetter(scalars[end]) { end += 1 }
    }
    return end
  }

  /// A text in lower case, as far as a date is looked for in it.
  private static func scalars(of text: String) -> [Unicode.Scalar] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.prefix(600).map { Unicode.Scalar($0 &- 0x41 < 26 ? $0 | 0x20 : $0) }
    }
    return Array(text.lowercased().unicodeScalars.prefix(600))
  }

  /// Asks the tables of Unicode only where they are needed.
  private static func isAlphabetic(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.value | 0x20 &- 0x61 < 26 : scalar.properties.isAlphabetic
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return isAlphabetic(scalar) }
    guard !isHan(scalar) else { return false }
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  /// The value of a decimal digit of any script.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    if value < 0x80 { return (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil }
    guard value >= 0x660, scalar.properties.generalCategory == .decimalNumber else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }

  // MARK: - Chinese and Japanese

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || scalar.value == 0x3007
  }

  private static let numerals: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "十": 10, "元": 1,
  ]

  /// The years before an era's first.
  private static let eras: [(name: String, before: Int)] = [
    ("令和", 2018), ("平成", 1988), ("昭和", 1925), ("民國", 1911), ("民国", 1911),
  ]

  /// Reads eras, numerals and words of Chinese characters; returns where to go on.
  private static func addHan(
    _ scalars: [Unicode.Scalar], from start: Int, to words: inout [DateWord]
  ) -> Int {
    for era in eras where starts(scalars, start, era.name) {
      var index = start + era.name.unicodeScalars.count
      var year: Int?
      while index < scalars.count, let next = digit(scalars[index]) ?? numerals[scalars[index]] {
        // No era has lasted so long; what more digits would make of it is no year.
        if year ?? 0 > 9999 { break }
        if next == 10 {
          year = (year ?? 1) * 10
        } else if let before = year, before % 10 == 0 {
          year = before + next
        } else {
          year = (year ?? 0) * 10 + next
        }
        index += 1
      }
      if let year, year < 200 {
        words.append(.era(era.before + year))
        return index
      }
    }
    var index = start
    // 二〇二二, 十二, 三十一.
    var figures: [Int] = []
    while index < scalars.count, let figure = numerals[scalars[index]], figures.count < 6 {
      figures.append(figure)
      index += 1
    }
    if !figures.isEmpty, index < scalars.count, "年月日號号".unicodeScalars.contains(scalars[index]) {
      words.append(number(figures))
      return index
    }
    index = start
    while index < scalars.count, isHan(scalars[index]),
      index == start || numerals[scalars[index]] == nil,
      !eras.contains(where: { index > start && starts(scalars, index, $0.name) })
    {
      index += 1
      // 年 and 月 part what is before them from what follows.
      if "年月日時时點".unicodeScalars.contains(scalars[index - 1]) { break }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<index])
    words.append(.word(String(view)))
    return index
  }

  private static func number(_ figures: [Int]) -> DateWord {
    guard let ten = figures.firstIndex(of: 10) else {
      return .number(figures.reduce(0) { $0 * 10 + $1 }, digits: figures.count)
    }
    let tens = figures[..<ten].reduce(0) { $0 * 10 + $1 }
    let ones = figures[(ten + 1)...].reduce(0) { $0 * 10 + $1 }
    return .number(max(tens, 1) * 10 + ones, digits: 2)
  }

  private static func starts(_ scalars: [Unicode.Scalar], _ start: Int, _ word: String) -> Bool {
    let word = Array(word.unicodeScalars)
    return start + word.count <= scalars.count
      && Array(scalars[start..<(start + word.count)]) == word
  }
}
