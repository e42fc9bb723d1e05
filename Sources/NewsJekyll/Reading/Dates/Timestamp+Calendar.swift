import NewsModel

extension Timestamp {
  /// Days since 1970-01-01 by the calendar, whatever the time.
  private var daysSince1970: Int {
    (Timestamp(year: year, month: month, day: day)?.secondsSince1970 ?? 0) / 86_400
  }

  /// 1 for Monday to 7 for Sunday.
  var weekday: Int { ((daysSince1970 % 7 + 7) % 7 + 3) % 7 + 1 }

  /// 1 for the first of January.
  var dayOfYear: Int {
    daysSince1970 - (Timestamp(year: year, month: 1, day: 1)?.daysSince1970 ?? 0) + 1
  }

  /// ISO 8601's week and the year it counts in.
  var isoWeek: (year: Int, week: Int) {
    let week = (dayOfYear - weekday + 10) / 7
    if week < 1 {
      let lastDay = Timestamp(year: max(year - 1, 1), month: 12, day: 31)
      return (year - 1, lastDay?.isoWeek.week ?? 52)
    }
    if week == 53 {
      let firstWeekday = Timestamp(year: min(year + 1, 9999), month: 1, day: 1)?.weekday ?? 5
      if firstWeekday <= 4 { return (year + 1, 1) }
    }
    return (year, week)
  }
}
