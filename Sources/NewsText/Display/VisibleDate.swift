package import NewsModel
/// A date as readers see it, in words of their language.
package struct VisibleDate: Sendable {
  /// With the time of day, where that says something.
  package let long: String
  /// The day alone.
  package let short: String

  /// Writes a date out.
  ///
  /// - Parameter language: BCP 47; where it is not known, the date is ISO 8601's.
  package init(_ date: Timestamp, language: String?) {
    short = DateText.date(
      year: date.year, month: date.month, day: date.day, language: language)
    // Midnight sharp is how a date without a time is often written.
    if let time = date.time, time.hour != 0 || time.minute != 0 || time.second != 0 {
      long = DateText.dateTime(
        onDay: short, hour: time.hour, minute: time.minute, language: language)
    } else {
      long = short
    }
  }
}
