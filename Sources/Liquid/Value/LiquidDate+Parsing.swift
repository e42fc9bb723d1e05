extension LiquidDate {
  /// Reads a date as Ruby's `Time.parse` does, in the forms that people write.
  ///
  /// ISO 8601 and its relatives (`2021-03-04 20:00:00 +0900`, `2021/3/4`, `20210304T200000Z`), dates
  /// in English words (`March 4, 2021 8pm`, `Thu, 04 Mar 2021 20:00:00 GMT`), with offsets or the
  /// usual names of zones. Fails when there is no day in it.
  ///
  /// - Parameters:
  ///   - text: what was written.
  ///   - offset: the offset in seconds of the place's clock, given the seconds since 1970 as that
  ///     clock shows them; used where the text has no zone.
  public init?(parsing text: String, localOffset offset: (Int) -> Int = { _ in 0 }) {
    guard text.utf8.count <= 128 else { return nil }
    var parser = DateWords(text)
    guard parser.read() else { return nil }
    guard let month = parser.month, (1...12).contains(month) else { return nil }
    let day = parser.day ?? 1
    // The 31st of a shorter month is the next month's, as in Ruby.
    guard let year = parser.year, year < Self.yearLimit, (1...31).contains(day),
      (0...24).contains(parser.hour), (0...59).contains(parser.minute),
      (0...60).contains(parser.second)
    else { return nil }
    let local = LiquidDate(
      year: year, month: month, day: day, hour: parser.hour, minute: parser.minute,
      second: parser.second, nanoseconds: parser.nanoseconds)
    let known = parser.offset ?? offset(local.seconds)
    guard (-360_000...360_000).contains(known) else { return nil }
    self.init(
      seconds: local.seconds - known, nanoseconds: parser.nanoseconds, offset: known,
      isUTC: parser.isUTC)
  }
}

extension LiquidDate {
  /// Years from here on are no dates but numbers.
  fileprivate static let yearLimit = 90_000_000_000
}

/// Picks a date apart word by word.
private struct DateWords {
  private let bytes: [UInt8]
  private var place = 0

  var year: Int?
  var month: Int?
  var day: Int?
  var hour = 0
  var minute = 0
  var second = 0
  var nanoseconds = 0
  var offset: Int?
  var isUTC = false
  private var hasTime = false

  init(_ text: String) { bytes = Array(text.lowercased().utf8) }

  private static let months = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]
  private static let zones = [
    "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9,
    "kst": 9, "ist": 5, "hst": -10, "akst": -9, "akdt": -8, "wet": 0, "west": 1, "aest": 10,
  ]

  /// Reads all; says whether a day was found.
  mutating func read() -> Bool {
    while place < bytes.count {
      let byte = bytes[place]
      if byte.isLiquidDigit {
        if !readNumber() { return false }
      } else if byte >= 0x61, byte <= 0x7A {
        if !readWord() { return false }
      } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), hasTime, offset == nil {
        readOffset()
      } else {
        place += 1
      }
    }
    return month != nil && (year != nil) && (day != nil || year != nil)
  }

  private mutating func digits() -> (value: Int, count: Int) {
    let start = place
    var value = 0
    while place < bytes.count, bytes[place].isLiquidDigit, place - start < 18 {
      value = value * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    return (value, place - start)
  }

  private func peek(_ distance: Int = 0) -> UInt8 {
    place + distance < bytes.count ? bytes[place + distance] : 0
  }

  private mutating func readNumber() -> Bool {
    let (value, count) = digits()
    let next = peek()
    if next == UInt8(ascii: ":"), !hasTime { return readTime(hour: value) }
    if next == UInt8(ascii: "-") || next == UInt8(ascii: "/") || next == UInt8(ascii: "."),
      year == nil || month == nil, peek(1).isLiquidDigit
    {
      return readDate(value, count, separator: next)
    }
    if next == UInt8(ascii: "-"), day == nil, peek(1) >= 0x61 {  // 4-mar-2021
      day = value
      place += 1
      return true
    }
    if count == 8, month == nil {
      (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
      if peek() == UInt8(ascii: "t") { place += 1 }
      return true
    }
    if count >= 4 && (count == 6 || count == 4), month != nil, day != nil, year != nil, !hasTime {
      (hour, minute) = count == 6 ? (value / 10_000, value / 100 % 100) : (value / 100, value % 100)
      second = count == 6 ? value % 100 : 0
      hasTime = true
      return true
    }
    // A number alone: an hour with am or pm, a day, a year.
    var ahead = 0
    while peek(ahead) == 0x20 { ahead += 1 }
    if !hasTime, peek(ahead) == UInt8(ascii: "a") || peek(ahead) == UInt8(ascii: "p"),
      peek(ahead + 1) == UInt8(ascii: "m"), !(peek(ahead + 2) >= 0x61)
    {
      hour = value
      hasTime = true
      return true
    }
    if count <= 2, day == nil {
      day = value
      for suffix in ["st", "nd", "rd", "th"] where bytes[place...].starts(with: suffix.utf8) {
        place += 2
        break
      }
    } else if year == nil {
      year = count <= 2 ? Self.century(value) : value
    }
    return true
  }

  /// Two digits of a year mean 1969 to 2068.
  private static func century(_ value: Int) -> Int { value + (value >= 69 ? 1900 : 2000) }

  private mutating func readDate(_ first: Int, _ count: Int, separator: UInt8) -> Bool {
    place += 1
    let (middle, _) = digits()
    guard peek() == separator, peek(1).isLiquidDigit else {
      if count == 4 {
        (year, month) = (first, middle)
      } else {
        (month, day) = (first, middle)
      }
      return true
    }
    place += 1
    let (last, lastCount) = digits()
    if count >= 3 {
      (year, month, day) = (first, middle, last)
    } else if lastCount >= 3 {
      // 4.3.2021 and 4-3-2021 and 4/3/2021: the day comes first, as Ruby has it.
      (day, month, year) = (first, middle, last)
    } else {
      (year, month, day) = (Self.century(first), middle, last)
    }
    if peek() == UInt8(ascii: "t") { place += 1 }
    return true
  }

  private mutating func readTime(hour value: Int) -> Bool {
    hour = value
    hasTime = true
    place += 1
    minute = digits().value
    if peek() == UInt8(ascii: ":"), peek(1).isLiquidDigit {
      place += 1
      second = digits().value
      if peek() == UInt8(ascii: ".") || peek() == UInt8(ascii: ","), peek(1).isLiquidDigit {
        place += 1
        let (fraction, count) = digits()
        var value = fraction
        for _ in 0..<max(0, 9 - count) { value *= 10 }
        for _ in 0..<max(0, count - 9) { value /= 10 }
        nanoseconds = value
      }
    }
    return true
  }

  private mutating func readOffset() {
    let sign = bytes[place] == UInt8(ascii: "-") ? -1 : 1
    place += 1
    let (value, count) = digits()
    switch count {
    case 1, 2:
      var minutes = 0
      if peek() == UInt8(ascii: ":") {
        place += 1
        minutes = min(digits().value, 99)
      }
      offset = sign * (value * 3600 + minutes * 60)
    case 3, 4: offset = sign * (value / 100 * 3600 + value % 100 * 60)
    default: break
    }
  }

  private mutating func readWord() -> Bool {
    let start = place
    while place < bytes.count, bytes[place] >= 0x61, bytes[place] <= 0x7A { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    if word == "am" || word == "pm", hasTime {
      guard hour <= 12 else { return true }
      hour = hour % 12 + (word == "pm" ? 12 : 0)
    } else if let zone = Self.zones[word], hasTime, offset == nil {
      offset = zone * 3600 + (word == "ist" ? 1800 : 0)
      isUTC = zone == 0 && (word == "utc" || word == "z" || word == "gmt")
    } else if month == nil, let named = Self.months[String(word.prefix(3))] {
      month = named
    }
    return true
  }
}
