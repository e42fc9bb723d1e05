extension Timestamp {
  /// English names of months, as internet messages abbreviate them.
  package static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The number of a month by its English name or the first letters of it.
  package static func month(named name: some StringProtocol) -> Int? {
    let key = name.prefix(3).lowercased()
    guard key.utf8.count == 3, let index = monthNames.firstIndex(where: { $0.lowercased() == key })
    else { return nil }
    return index + 1
  }

  /// Reads the form of internet messages (RFC 822, 2822, 5322) and of HTTP:
  /// `Mon, 07 Mar 2022 08:08:22 +0800`.
  ///
  /// Lenient as RSS needs it: the weekday is passed over, whole names of months and names of zones
  /// are known, the time may be missing, day and month may have changed places, years have two
  /// figures.
  package init?(rfc5322 text: some StringProtocol) {
    if let usual = Self.usual(text) {
      self = usual
      return
    }
    var words = text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") }
      .map { String(decoding: $0, as: UTF8.self) }
    // Comments such as (CET) say again what the offset says.
    if words.count > 5 { words.removeAll { $0.hasPrefix("(") && $0.hasSuffix(")") } }
    if let first = words.first, first.utf8.first.map({ $0 < 0x30 || $0 > 0x39 }) == true,
      Self.month(named: first) == nil || words.count > 1 && Self.month(named: words[1]) != nil
    {
      words.removeFirst()
    }
    // 07-Mar-2022, as RFC 850 has it.
    if let first = words.first, first.contains("-") {
      words.replaceSubrange(0..<1, with: first.split(separator: "-").map(String.init))
    }
    guard words.count >= 3 else { return nil }
    if Self.month(named: words[0]) != nil { words.swapAt(0, 1) }
    guard let month = Self.month(named: words[1]), let day = Self.number(words[0], 1...2),
      var year = Self.number(words[2], 2...4)
    else { return nil }
    if words[2].utf8.count == 2 { year += year < 69 ? 2000 : 1900 }
    if words[2].utf8.count == 3 { year += 1900 }
    guard words.count > 3, let time = Time(loose: words[3...].joined(separator: " ")) else {
      self.init(year: year, month: month, day: day)
      return
    }
    self.init(year: year, month: month, day: day, time: time)
  }

  /// Reads what most programs write, `Mon, 07 Mar 2022 08:08:22 +0800`, to the letter; `nil` for all
  /// else.
  private static func usual(_ text: some StringProtocol) -> Timestamp? {
    text.utf8.withContiguousStorageIfAvailable { bytes -> Timestamp? in
      var place = 0
      func number(_ digits: Int, before mark: Unicode.Scalar?) -> Int? {
        let end = place + digits
        guard end + (mark == nil ? 0 : 1) <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[place..<end] {
          guard byte >= 0x30, byte <= 0x39 else { return nil }
          value = value * 10 + Int(byte - 0x30)
        }
        if let mark, bytes[end] != UInt8(ascii: mark) { return nil }
        place = end + (mark == nil ? 0 : 1)
        return value
      }
      // A weekday: a month in its place is none.
      if bytes.count > 5, bytes[3] == UInt8(ascii: ","), bytes[4] == 0x20,
        bytes[0] > 0x39, bytes[1] > 0x39, bytes[2] > 0x39, monthIndex(bytes, at: 0) == nil
      {
        place = 5
      }
      guard let day = number(2, before: " ") ?? number(1, before: " "), place + 4 < bytes.count,
        let month = monthIndex(bytes, at: place), bytes[place + 3] == 0x20
      else { return nil }
      place += 4
      guard let year = number(4, before: " "), let hour = number(2, before: ":"),
        let minute = number(2, before: ":"), let second = number(2, before: " "),
        hour < 24, minute < 60, second <= 60
      else { return nil }
      var offset = 0
      let zone = bytes[place...]
      if !zone.elementsEqual("GMT".utf8) {
        guard zone.count == 5, let sign = zone.first,
          sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
        else { return nil }
        place += 1
        guard let hours = number(2, before: nil), let minutes = number(2, before: nil), hours < 24,
          minutes < 60
        else { return nil }
        offset = (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
      }
      return Timestamp(
        year: year, month: month, day: day,
        time: Time(hour: hour, minute: minute, second: second, offset: offset))
    } ?? nil
  }

  /// The number of the month whose abbreviation stands there.
  private static func monthIndex(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    let names: StaticString = "janfebmaraprmayjunjulaugsepoctnovdec"
    for month in 0..<12 {
      let name = names.utf8Start + month * 3
      if bytes[place] | 0x20 == name[0], bytes[place + 1] | 0x20 == name[1],
        bytes[place + 2] | 0x20 == name[2]
      {
        return month + 1
      }
    }
    return nil
  }

  private static func number(_ text: String, _ digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}

extension Timestamp.Time {
  /// Reads `8:08`, `08:08:22.5 pm`, with an offset or the name of a zone after it.
  package init?(loose text: String) {
    var bytes = Array(text.utf8)[...]
    func number(_ bytes: inout ArraySlice<UInt8>, atMost digits: Int) -> Int? {
      var value = 0
      var count = 0
      while let byte = bytes.first, (0x30...0x39).contains(byte), count < digits {
        value = value * 10 + Int(byte - 0x30)
        bytes.removeFirst()
        count += 1
      }
      return count > 0 ? value : nil
    }
    guard let hour = number(&bytes, atMost: 2) else { return nil }
    self.init(hour: hour, minute: 0)
    if bytes.first == UInt8(ascii: ":") || bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      minute = number(&bytes, atMost: 2) ?? 0
      if bytes.first == UInt8(ascii: ":") {
        bytes.removeFirst()
        second = number(&bytes, atMost: 2) ?? 0
      }
      if bytes.first == UInt8(ascii: ".") || bytes.first == UInt8(ascii: ",") {
        bytes.removeFirst()
        var unit = 100_000_000
        while let byte = bytes.first, (0x30...0x39).contains(byte) {
          nanosecond += Int(byte - 0x30) * unit
          unit /= 10
          bytes.removeFirst()
        }
      }
    }
    var zone = String(decoding: bytes.drop { $0 == 0x20 }, as: UTF8.self)
    let upper = zone.uppercased()
    if upper.hasPrefix("AM") || upper.hasPrefix("PM") {
      self.hour = self.hour % 12 + (upper.hasPrefix("PM") ? 12 : 0)
      zone = String(zone.dropFirst(2).drop { $0 == " " })
    }
    offset = Self.offset(zone)
    guard (0...23).contains(self.hour), minute < 60, second <= 60 else { return nil }
  }

  /// Seconds east of Greenwich for `+0800`, `-5:30`, `GMT+1`, `EST`; `nil` for what is no zone.
  static func offset(_ zone: String) -> Int? {
    var zone = zone.uppercased()
    if let known = zones[zone] { return known }
    for prefix in ["GMT", "UTC", "Z"] where zone.hasPrefix(prefix) {
      zone = String(zone.dropFirst(prefix.utf8.count).drop { $0 == " " })
      if zone.isEmpty { return 0 }
    }
    guard let sign = zone.first, sign == "+" || sign == "-" else {
      // A zone and then something: "EST (New York)".
      let word = zone.prefix { $0.isLetter }
      return word.isEmpty ? nil : zones[String(word)]
    }
    let digits = zone.dropFirst().prefix { $0.isNumber || $0 == ":" }
    let parts = digits.split(separator: ":")
    var hours = 0
    var minutes = 0
    if parts.count == 2, let first = Int(parts[0].prefix(2)), let second = Int(parts[1].prefix(2)) {
      (hours, minutes) = (first, second)
    } else if let only = parts.first, only.utf8.count <= 4, let value = Int(only) {
      (hours, minutes) = only.utf8.count <= 2 ? (value, 0) : (value / 100, value % 100)
    } else {
      return nil
    }
    guard hours < 24, minutes < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// The zones that internet messages and feeds name, in seconds east of Greenwich.
  private static let zones: [String: Int] = {
    let hours: [String: Double] = [
      "UT": 0, "GMT": 0, "UTC": 0, "Z": 0, "WET": 0, "AST": -4, "ADT": -3, "EST": -5, "EDT": -4,
      "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8,
      "HST": -10, "NST": -3.5, "NDT": -2.5, "BST": 1, "IST": 5.5, "WEST": 1, "CET": 1, "MET": 1,
      "MEZ": 1, "CEST": 2, "MESZ": 2, "MEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "MSD": 4,
      "SGT": 8, "HKT": 8, "AWST": 8, "KST": 9, "JST": 9, "ACST": 9.5, "ACDT": 10.5, "AEST": 10,
      "AEDT": 11, "NZST": 12, "NZDT": 13, "BRT": -3, "ART": -3, "SAST": 2, "PKT": 5, "WIB": 7,
      "ICT": 7, "ET": -5, "CT": -6, "MT": -7, "PT": -8, "A": -1, "N": 1, "M": -12, "Y": 12,
    ]
    return hours.mapValues { Int($0 * 3600) }
  }()
}
