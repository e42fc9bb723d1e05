import ArgumentParser
import NewsKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The value of `--since` and `--until`: a day, a month, a year, or how long ago.
///
/// `2022-03-07`, `2022-03`, `2022`, `today`, `yesterday`, `7d`, `2w`, `3m`, `1y`, or a moment in
/// ISO 8601. What is counted back is counted from now, or from `SOURCE_DATE_EPOCH` where that is set.
struct DayArgument: ExpressibleByArgument {
  /// Its first day.
  let first: Timestamp
  /// Its last day.
  let last: Timestamp

  init?(argument: String) {
    let word = argument.lowercased()
    if let day = Self.ago(word) {
      (first, last) = (day, day)
    } else if let moment = Timestamp(iso8601: argument) {
      (first, last) = (moment, moment)
    } else {
      let numbers = word.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(numbers.count), numbers[0].utf8.count == 4,
        let year = Int(numbers[0])
      else { return nil }
      let month = numbers.count == 2 ? Int(numbers[1]) : nil
      if numbers.count == 2, numbers[1].utf8.count != 2 || !(1...12).contains(month ?? 0) {
        return nil
      }
      let next = (month ?? 12) == 12 ? (year + 1, 1) : (year, (month ?? 12) + 1)
      guard let first = Timestamp(year: year, month: month ?? 1, day: 1),
        let after = Timestamp(year: next.0, month: next.1, day: 1),
        let last = Self.day(after.secondsSince1970 / 86_400 - 1)
      else { return nil }
      (self.first, self.last) = (first, last)
    }
  }

  /// The day that a word counts back to.
  private static func ago(_ word: String) -> Timestamp? {
    if word == "today" { return day(today) }
    if word == "yesterday" { return day(today - 1) }
    guard let unit = word.last, let count = Int(word.dropLast()), (0...100_000).contains(count),
      let now = day(today)
    else { return nil }
    switch unit {
    case "d": return day(today - count)
    case "w": return day(today - 7 * count)
    case "m", "y":
      let months = now.year * 12 + now.month - 1 - (unit == "y" ? 12 * count : count)
      guard months > 0 else { return nil }
      // The last of a shorter month where the day is none of it.
      return (0...3).lazy.compactMap { back in
        Timestamp(year: months / 12, month: months % 12 + 1, day: now.day - back)
      }.first
    default: return nil
    }
  }

  /// Today, `2026-03-07`.
  static var todayText: String { day(today).map { String($0.iso8601.prefix(10)) } ?? "today" }

  /// Days since 1970-01-01, here.
  private static var today: Int {
    if let value = getenv("SOURCE_DATE_EPOCH"), let seconds = Int(String(cString: value)) {
      return Int((Double(seconds) / 86_400).rounded(.down))
    }
    var now = time(nil)
    var here = tm()
    localtime_r(&now, &here)
    return (now + here.tm_gmtoff) / 86_400
  }

  private static func day(_ days: Int) -> Timestamp? {
    guard let moment = Timestamp(secondsSince1970: days * 86_400) else { return nil }
    return Timestamp(year: moment.year, month: moment.month, day: moment.day)
  }
}
