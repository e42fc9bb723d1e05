extension Timestamp {
  /// `2022-03-07`
  var dayText: String { String(iso8601.prefix(10)) }

  /// `2022-03`
  var monthText: String { String(iso8601.prefix(7)) }

  /// `2022-W10`, the week of ISO 8601 that the day lies in.
  var weekText: String {
    // Days since Monday, 1969-12-29; the week belongs to the year of its Thursday.
    let days =
      Timestamp(year: year, month: month, day: day).map { $0.secondsSince1970 / 86_400 } ?? 0
    let weekday = ((days + 3) % 7 + 7) % 7
    let thursday = Timestamp(secondsSince1970: (days - weekday + 3) * 86_400) ?? self
    let newYear = Timestamp(year: thursday.year, month: 1, day: 1) ?? self
    let ordinal = (thursday.secondsSince1970 - newYear.secondsSince1970) / 86_400
    let week = ordinal / 7 + 1
    return "\(thursday.year)-W" + (week < 10 ? "0" : "") + "\(week)"
  }
}
