internal import NewsFiles
internal import NewsModel

/// Dates and spans of time in headers (RFC 9110, 5.6.7 and 10.2.3).
enum HTTPDate {
  /// Seconds since 1970 of a date; `nil` for what is none.
  static func seconds(_ text: String?) -> Int? {
    guard let text else { return nil }
    return (Timestamp(rfc5322: text) ?? asctime(text))?.secondsSince1970
  }

  /// How many seconds `Retry-After` asks to wait: a number, or the time until a date.
  static func delay(_ text: String?) -> Int? {
    guard let text else { return nil }
    if let number = Int(text) { return number >= 0 ? number : nil }
    return seconds(text).map { max(0, $0 - FileSystem.now) }
  }

  /// `Sun Nov  6 08:49:37 1994`, which old servers send.
  private static func asctime(_ text: String) -> Timestamp? {
    let words = text.split(separator: " ")
    guard words.count == 5, words[0].utf8.count == 3 else { return nil }
    return Timestamp(rfc5322: "\(words[2]) \(words[1]) \(words[4]) \(words[3]) GMT")
  }
}
