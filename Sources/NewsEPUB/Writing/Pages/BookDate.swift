import NewsModel

/// Dates as a book's machine-readable parts take them.
enum BookDate {
  /// A day, or a moment with its offset: a time without one is no W3C date.
  static func text(of date: Timestamp) -> String {
    var date = date
    if var time = date.time {
      time.nanosecond = 0
      time.second = min(time.second, 59)
      if let offset = time.offset { time.offset = offset / 60 * 60 }
      date.time = time.offset == nil ? nil : time
    }
    return date.iso8601
  }

  /// `YYYY-MM-DDThh:mm:ssZ`.
  static func moment(_ secondsSince1970: Int) -> String? {
    Timestamp(secondsSince1970: secondsSince1970).map(text(of:))
  }
}
