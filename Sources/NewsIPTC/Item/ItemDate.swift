internal import NewsModel

/// Dates as IPTC's formats write them: ISO 8601 in its long form, or in its short one
/// (`20220307T080822+0800`).
enum ItemDate {
  static func date(_ text: String?) -> Timestamp? {
    guard let text = text?.collapsed, text.utf8.count < 64 else { return nil }
    if let timestamp = Timestamp(iso8601: text) { return timestamp }
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 8, let number = Int(String(digits) ?? ""),
      var date = Timestamp(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { return Timestamp(rfc5322: text) }
    var rest = text.utf8.dropFirst(8)
    if rest.isEmpty { return date }
    if rest.first == UInt8(ascii: "T") || rest.first == 0x20 { rest = rest.dropFirst() }
    let time = rest.prefix { (0x30...0x39).contains($0) }
    guard time.count == 4 || time.count == 6, let clock = Int(String(time) ?? "") else {
      // A time in the long form.
      return Timestamp(
        iso8601: "\(date.iso8601)T" + String(decoding: Array(rest), as: UTF8.self)) ?? date
    }
    let seconds = time.count == 6 ? clock : clock * 100
    let zone = String(decoding: Array(rest.dropFirst(time.count)), as: UTF8.self)
    let whole = Timestamp(iso8601: "1970-01-01T00:00:00" + (zone == "Z" ? "Z" : zone))
    date.time = Timestamp.Time(
      hour: seconds / 10_000, minute: seconds / 100 % 100, second: seconds % 100,
      offset: whole?.time?.offset)
    return Timestamp(year: date.year, month: date.month, day: date.day, time: date.time)
  }

  /// The short form, with as much as is known.
  static func short(_ timestamp: Timestamp) -> String {
    var timestamp = timestamp
    timestamp.time?.nanosecond = 0
    return timestamp.iso8601.split(separator: "T", maxSplits: 1).enumerated().map { index, part in
      // The hyphens of a date are nothing; that before an offset is its sign.
      String(part.filter { index == 0 ? $0 != "-" : $0 != ":" })
    }.joined(separator: "T")
  }
}
