extension Timestamp {
  /// The ISO 8601 form: `2022-03-07`, `2022-03-07T08:08:22+08:00`, `Z` for no offset from UTC.
  public var iso8601: String {
    var text: [UInt8] = []
    text.reserveCapacity(40)
    func put(_ number: Int, _ width: Int, after mark: Unicode.Scalar? = nil) {
      if let mark { text.append(UInt8(ascii: mark)) }
      if width == 2, (0..<100).contains(number) {
        text.append(0x30 + UInt8(number / 10))
        text.append(0x30 + UInt8(number % 10))
        return
      }
      let digits = String(number).utf8
      text.append(contentsOf: repeatElement(0x30, count: max(0, width - digits.count)))
      text.append(contentsOf: digits)
    }
    put(year, 4)
    put(month, 2, after: "-")
    put(day, 2, after: "-")
    guard let time else { return String(decoding: text, as: UTF8.self) }
    put(time.hour, 2, after: "T")
    put(time.minute, 2, after: ":")
    put(time.second, 2, after: ":")
    if time.nanosecond != 0 {
      put(time.nanosecond, 9, after: ".")
      while text.last == UInt8(ascii: "0") { text.removeLast() }
    }
    if time.offset == 0 {
      text.append(UInt8(ascii: "Z"))
    } else if let offset = time.offset {
      let size = Int(clamping: offset.magnitude)
      put(size / 3600, 2, after: offset < 0 ? "-" : "+")
      put(size / 60 % 60, 2, after: ":")
      if size % 60 != 0 { put(size % 60, 2, after: ":") }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads the ISO 8601 and RFC 3339 forms: a `T` or blanks between date and time, offsets with or
  /// without a colon, seconds optional, `,` or `.` before a fraction.
  public init?(iso8601 text: some StringProtocol) {
    var digits = Digits(Array(text.utf8))
    guard let year = digits.number(4), digits.skip("-"), let month = digits.number(2),
      digits.skip("-"), let day = digits.number(2)
    else { return nil }
    if digits.isAtEnd {
      self.init(year: year, month: month, day: day)
      return
    }
    guard digits.skip("T") || digits.skip("t") || digits.skipBlanks(),
      let hour = digits.number(2), digits.skip(":"), let minute = digits.number(2)
    else { return nil }
    var time = Time(hour: hour, minute: minute)
    if digits.skip(":") {
      guard let second = digits.number(2) else { return nil }
      time.second = second
      if digits.skip(".") || digits.skip(",") {
        guard let fraction = digits.fraction() else { return nil }
        time.nanosecond = fraction
      }
    }
    digits.skipBlanks()
    if !digits.isAtEnd {
      guard let offset = digits.offset(), digits.isAtEnd else { return nil }
      time.offset = offset
    }
    self.init(year: year, month: month, day: day, time: time)
  }

  /// Seconds since 1970-01-01T00:00:00Z; a missing time is midnight, a missing offset UTC.
  public var secondsSince1970: Int {
    // The fields can be set to anything: bounded, so that no sum overflows.
    func field(_ number: Int) -> Int { max(-1_000_000_000, min(number, 1_000_000_000)) }
    let (year, month, day) = (field(year), field(month), field(day))
    // Days from the civil calendar, counting years from March so that leap days come last.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    guard let time else { return days * 86_400 }
    return days * 86_400 + field(time.hour) * 3600 + field(time.minute) * 60 + field(time.second)
      - field(time.offset ?? 0)
  }

  /// The moment so many seconds after 1970-01-01T00:00:00Z, at an offset from UTC.
  public init?(secondsSince1970 seconds: Int, offset: Int = 0) {
    let (local, overflows) = seconds.addingReportingOverflow(offset)
    // Some 30,000 years either way, beyond which no date can be held.
    guard !overflows, local.magnitude < 1_000_000_000_000 else { return nil }
    let days = local / 86_400 - (local % 86_400 < 0 ? 1 : 0)
    let rest = local - days * 86_400
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
      time: Time(
        hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, offset: offset))
  }

  /// A cursor over the bytes of a date.
  private struct Digits {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    @discardableResult mutating func skipBlanks() -> Bool {
      let start = position
      while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
        position += 1
      }
      return position > start
    }

    mutating func number(_ width: Int) -> Int? {
      guard position + width <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[position..<position + width] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      position += width
      return value
    }

    /// Nanoseconds from any number of digits; what is finer is cut.
    mutating func fraction() -> Int? {
      var value = 0
      var unit = 100_000_000
      let start = position
      while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
        value += Int(bytes[position] - 0x30) * unit
        unit /= 10
        position += 1
      }
      return position > start ? value : nil
    }

    mutating func offset() -> Int? {
      if skip("Z") || skip("z") { return 0 }
      let sign: Int
      if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
      guard let hours = number(2) else { return nil }
      _ = skip(":")
      let minutes = isAtEnd ? 0 : number(2)
      guard let minutes, minutes < 60 else { return nil }
      return sign * (hours * 3600 + minutes * 60)
    }
  }
}
