extension LiquidDate {
  /// The date by a pattern of `strftime`, as Ruby has it: its directives, the flags `-0^#_:` and
  /// widths.
  ///
  /// - Parameters:
  ///   - pattern: text with directives such as `%Y`; unknown ones stay as they are.
  ///   - zone: the name that `%Z` prints; by default `UTC` or the offset.
  public func formatted(_ pattern: String, zone: String? = nil) -> String {
    var writer = StrftimeWriter(date: self, zone: zone)
    writer.write(Array(pattern.utf8))
    return String(decoding: writer.output, as: UTF8.self)
  }
}

/// Writes one date by a pattern.
private struct StrftimeWriter {
  let date: LiquidDate
  let zone: String?
  let fields: LiquidDate.Fields
  var output: [UInt8] = []

  /// What stands between `%` and the letter.
  private struct Style {
    var isPlain = false
    var padding: UInt8?
    var isUpper = false
    var isSwapped = false
    var colons = 0
    var width: Int?
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  init(date: LiquidDate, zone: String?) {
    self.date = date
    self.zone = zone
    fields = date.fields
  }

  mutating func write(_ pattern: [UInt8]) {
    var place = 0
    while place < pattern.count {
      guard pattern[place] == UInt8(ascii: "%") else {
        output.append(pattern[place])
        place += 1
        continue
      }
      let start = place
      place += 1
      let style = Self.style(pattern, &place)
      guard place < pattern.count, directive(pattern[place], style) else {
        place = min(place + 1, pattern.count)
        output += pattern[start..<place]
        continue
      }
      place += 1
    }
  }

  private static func style(_ pattern: [UInt8], _ place: inout Int) -> Style {
    var style = Style()
    flags: while place < pattern.count {
      switch pattern[place] {
      case UInt8(ascii: "-"): style.isPlain = true
      case UInt8(ascii: "0"): style.padding = UInt8(ascii: "0")
      case UInt8(ascii: "_"): style.padding = UInt8(ascii: " ")
      case UInt8(ascii: "^"): style.isUpper = true
      case UInt8(ascii: "#"): style.isSwapped = true
      case UInt8(ascii: ":"): style.colons += 1
      case UInt8(ascii: "1")...UInt8(ascii: "9"):
        var width = 0
        while place < pattern.count, pattern[place].isLiquidDigit {
          width = min(width * 10 + Int(pattern[place] - 0x30), 1024)
          place += 1
        }
        style.width = width
        continue flags
      case UInt8(ascii: "E"), UInt8(ascii: "O"): break
      default: break flags
      }
      place += 1
    }
    return style
  }

  private mutating func number(
    _ value: Int, _ width: Int, _ style: Style, padding: UInt8 = UInt8(ascii: "0")
  ) {
    let digits = Array(String(value.magnitude).utf8)
    if value < 0 { output.append(UInt8(ascii: "-")) }
    if !style.isPlain {
      let missing = (style.width ?? width) - digits.count - (value < 0 ? 1 : 0)
      if missing > 0 {
        output += repeatElement(style.padding ?? padding, count: missing)
      }
    }
    output += digits
  }

  private mutating func text(_ text: String, _ style: Style, swapped: String? = nil) {
    var text = text
    if style.isUpper { text = text.uppercased() }
    if style.isSwapped { text = swapped ?? text.uppercased() }
    if let width = style.width, !style.isPlain {
      let missing = width - text.utf8.count
      if missing > 0 {
        output += repeatElement(style.padding ?? UInt8(ascii: " "), count: missing)
      }
    }
    output += text.utf8
  }

  private mutating func pattern(_ inner: String, _ style: Style) {
    var writer = StrftimeWriter(date: date, zone: zone)
    writer.write(Array(inner.utf8))
    text(String(decoding: writer.output, as: UTF8.self), style)
  }

  /// Writes one directive; says whether it is known.
  private mutating func directive(_ letter: UInt8, _ style: Style) -> Bool {
    let blank = UInt8(ascii: " ")
    let hour12 = fields.hour % 12 == 0 ? 12 : fields.hour % 12
    switch letter {
    case UInt8(ascii: "Y"): number(fields.year, fields.year < 0 ? 5 : 4, style)
    case UInt8(ascii: "C"): number(fields.year.flooredQuotient(100), 2, style)
    case UInt8(ascii: "y"): number(fields.year.flooredRemainder(100), 2, style)
    case UInt8(ascii: "m"): number(fields.month, 2, style)
    case UInt8(ascii: "B"): text(Self.months[fields.month - 1], style)
    case UInt8(ascii: "b"), UInt8(ascii: "h"):
      text(String(Self.months[fields.month - 1].prefix(3)), style)
    case UInt8(ascii: "d"): number(fields.day, 2, style)
    case UInt8(ascii: "e"): number(fields.day, 2, style, padding: blank)
    case UInt8(ascii: "j"): number(fields.dayOfYear, 3, style)
    case UInt8(ascii: "H"): number(fields.hour, 2, style)
    case UInt8(ascii: "k"): number(fields.hour, 2, style, padding: blank)
    case UInt8(ascii: "I"): number(hour12, 2, style)
    case UInt8(ascii: "l"): number(hour12, 2, style, padding: blank)
    case UInt8(ascii: "M"): number(fields.minute, 2, style)
    case UInt8(ascii: "S"): number(fields.second, 2, style)
    case UInt8(ascii: "L"): fraction(style.width ?? 3)
    case UInt8(ascii: "N"): fraction(style.width ?? 9)
    case UInt8(ascii: "z"): offset(style)
    case UInt8(ascii: "Z"):
      let name = zone ?? (date.isUTC || date.offset == 0 ? "UTC" : "")
      text(name, style, swapped: name.lowercased())
    case UInt8(ascii: "A"): text(Self.weekdays[fields.weekday], style)
    case UInt8(ascii: "a"): text(String(Self.weekdays[fields.weekday].prefix(3)), style)
    case UInt8(ascii: "u"): number(fields.weekday == 0 ? 7 : fields.weekday, 1, style)
    case UInt8(ascii: "w"): number(fields.weekday, 1, style)
    case UInt8(ascii: "G"): number(isoWeek.year, 4, style)
    case UInt8(ascii: "g"): number(isoWeek.year.flooredRemainder(100), 2, style)
    case UInt8(ascii: "V"): number(isoWeek.week, 2, style)
    case UInt8(ascii: "U"): number((fields.dayOfYear + 6 - fields.weekday) / 7, 2, style)
    case UInt8(ascii: "W"): number((fields.dayOfYear + 6 - (fields.weekday + 6) % 7) / 7, 2, style)
    case UInt8(ascii: "s"): number(date.seconds, 1, style)
    case UInt8(ascii: "p"):
      let name = fields.hour < 12 ? "AM" : "PM"
      text(name, style, swapped: name.lowercased())
    case UInt8(ascii: "P"): text(fields.hour < 12 ? "am" : "pm", style)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "%"): text("%", style)
    case UInt8(ascii: "c"): pattern("%a %b %e %H:%M:%S %Y", style)
    case UInt8(ascii: "D"), UInt8(ascii: "x"): pattern("%m/%d/%y", style)
    case UInt8(ascii: "F"): pattern("%Y-%m-%d", style)
    case UInt8(ascii: "v"): pattern("%e-%^b-%Y", style)
    case UInt8(ascii: "X"), UInt8(ascii: "T"): pattern("%H:%M:%S", style)
    case UInt8(ascii: "R"): pattern("%H:%M", style)
    case UInt8(ascii: "r"): pattern("%I:%M:%S %p", style)
    case UInt8(ascii: "+"): pattern("%a %b %e %H:%M:%S %Z %Y", style)
    default: return false
    }
    return true
  }

  /// The fraction of the second to so many digits, cut, not rounded.
  private mutating func fraction(_ digits: Int) {
    let all = String(Int(date.nanoseconds) + 1_000_000_000).utf8.dropFirst()
    output += all.prefix(digits)
    if digits > 9 { output += repeatElement(UInt8(ascii: "0"), count: digits - 9) }
  }

  private mutating func offset(_ style: Style) {
    let size = abs(Int(date.offset))
    output.append(date.offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let plain = Style()
    number(size / 3600, 2, plain)
    if style.colons > 0 { output.append(UInt8(ascii: ":")) }
    number(size / 60 % 60, 2, plain)
    if style.colons > 1 {
      output.append(UInt8(ascii: ":"))
      number(size % 60, 2, plain)
    }
  }

  /// The week by ISO 8601: that of the year which holds its Thursday.
  private var isoWeek: (year: Int, week: Int) {
    let fromMonday = (fields.weekday + 6) % 7
    let days = LiquidDate.days(year: fields.year, month: fields.month, day: fields.day)
    let thursday = LiquidDate.Fields(localSeconds: (days - fromMonday + 3) * 86_400)
    return (thursday.year, (thursday.dayOfYear - 1) / 7 + 1)
  }
}
