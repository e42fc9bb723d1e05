/// Dates as a language prints them: `2022年3月7日 08:08`, `March 7, 2022, 08:08`, `7. März 2022`.
package enum DateText {
  /// A date in words of a language, Gregorian, in decimal digits.
  ///
  /// - Parameter language: BCP 47; what is not known is printed as ISO 8601 has it.
  package static func date(year: Int, month: Int, day: Int, language: String?) -> String {
    guard (1...12).contains(month) else { return "\(year)-\(month)-\(day)" }
    switch primary(language) {
    case "zh", "ja": return "\(year)年\(month)月\(day)日"
    case "ko": return "\(year)년 \(month)월 \(day)일"
    case "en":
      let name = englishMonths[month - 1]
      let region = language?.split { $0 == "-" || $0 == "_" }.dropFirst().last
      return region == nil || region?.uppercased() == "US"
        ? "\(name) \(day), \(year)" : "\(day) \(name) \(year)"
    default:
      if let language, let pattern = DatePattern.cached(for: language) {
        return pattern.text(year: year, month: month, day: day)
      }
      return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }
  }

  /// A month of a year: `2022年3月`, `March 2022`, `März 2022`.
  package static func month(year: Int, month: Int, language: String?) -> String {
    guard (1...12).contains(month) else { return "\(year)-\(month)" }
    switch primary(language) {
    case "zh", "ja": return "\(year)年\(month)月"
    case "ko": return "\(year)년 \(month)월"
    case "en": return "\(englishMonths[month - 1]) \(year)"
    default:
      if let language, let pattern = DatePattern.cached(for: language, .month) {
        return pattern.text(year: year, month: month, day: 1)
      }
      return "\(year)-\(twoDigits(month))"
    }
  }

  /// A date and a time of day.
  package static func dateTime(
    year: Int, month: Int, day: Int, hour: Int, minute: Int, language: String?
  ) -> String {
    let day = date(year: year, month: month, day: day, language: language)
    return dateTime(onDay: day, hour: hour, minute: minute, language: language)
  }

  /// A time of day after the words for its date.
  package static func dateTime(
    onDay date: String, hour: Int, minute: Int, language: String?
  ) -> String {
    let time = "\(twoDigits(hour)):\(twoDigits(minute))"
    return primary(language) == "en" ? "\(date), \(time)" : "\(date) \(time)"
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  package static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static func primary(_ language: String?) -> String {
    guard let language else { return "" }
    let end = language.utf8.firstIndex { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    return language[..<(end ?? language.endIndex)].lowercased()
  }
}
