extension Timestamp {
  /// The same as a moment: a missing time is midnight, a missing offset that of Greenwich.
  package var moment: Timestamp {
    var moment = self
    var time = self.time ?? Time(hour: 0, minute: 0)
    time.offset = time.offset ?? 0
    // RFC 3339 knows offsets of whole minutes.
    if let offset = time.offset, offset % 60 != 0 {
      return Timestamp(secondsSince1970: secondsSince1970) ?? self
    }
    moment.time = time
    return moment
  }

  /// RFC 3339's form, which wants a time and an offset.
  package var rfc3339: String { moment.iso8601 }

  /// RFC 822's form with a year of four figures: `Mon, 07 Mar 2022 08:08:22 +0800`.
  package var rfc822: String {
    let moment = self.moment
    guard let time = moment.time else { return "" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    // What no article has, but an input may say.
    let offset = max(-86_400, min(86_400, time.offset ?? 0))
    let seconds = moment.secondsSince1970.addingReportingOverflow(offset).partialValue
    let days = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
    // 1 January 1970 was a Thursday.
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((days % 7) + 7) % 7]
    let size = Int(clamping: offset.magnitude)
    let zone = (offset < 0 ? "-" : "+") + two(size / 3600) + two(size / 60 % 60)
    let month = Self.monthNames[min(12, max(1, moment.month)) - 1]
    let year =
      String(repeating: "0", count: max(0, 4 - String(moment.year).count)) + "\(moment.year)"
    return "\(weekday), \(two(moment.day)) \(month) \(year) "
      + "\(two(time.hour)):\(two(time.minute)):\(two(time.second)) \(zone)"
  }
}
