internal import NewsModel

/// Reads dates as feeds write them: RFC 822 and RFC 3339, as they should, and what is found instead.
enum FeedDate {
  /// The date of an element; `nil` for what is none.
  static func date(_ text: String) -> Timestamp? {
    let text = FeedLine.collapsed(text)
    guard !text.isEmpty, text.utf8.count < 200 else { return nil }
    return Timestamp(iso8601: text) ?? Timestamp(rfc5322: text) ?? InternetDate(text).timestamp
  }
}
