internal import NewsModel

/// Iran's solar calendar, by the 33-year rule, exact for the years of the web.
enum PersianCalendar {
  /// The Gregorian day of a Persian one.
  static func date(year: Int, month: Int, day: Int) -> Timestamp? {
    guard (1...12).contains(month), (1...31).contains(day), month <= 6 || day <= 30 else {
      return nil
    }
    // Nouruz 1375 was March 20, 1996; leap years of a cycle of 33 leave these remainders.
    func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
    guard month < 12 || day < 30 || isLeap(year) else { return nil }
    var days = (month - 1) * 30 + min(month - 1, 6) + day - 1
    if year >= 1375 {
      for past in 1375..<year { days += isLeap(past) ? 366 : 365 }
    } else {
      for past in year..<1375 { days -= isLeap(past) ? 366 : 365 }
    }
    // March 20, 1996 is 9575 days after 1970.
    guard let date = Timestamp(secondsSince1970: (9575 + days) * 86_400) else { return nil }
    return Timestamp(year: date.year, month: date.month, day: date.day)
  }
}
