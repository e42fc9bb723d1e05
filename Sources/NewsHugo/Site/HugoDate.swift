import NewsModel

/// Dates of front matter in the forms that Hugo takes.
enum HugoDate {
  /// The moment that a value means; `nil` if it means none.
  static func timestamp(_ value: MetadataValue) -> Timestamp? {
    switch value {
    case .timestamp(let timestamp): return timestamp
    case .string: break
    default: return nil
    }
    guard let text = value.words, text.utf8.count < 64 else { return nil }
    if let timestamp = Timestamp(iso8601: text) { return timestamp }
    // `2006-01-02 15:04:05 -0700 MST`, and days with less than two figures.
    let words = text.split(separator: " ")
    if words.count > 1, let timestamp = Timestamp(iso8601: words.dropLast().joined(separator: " "))
    {
      return timestamp
    }
    let numbers = words[0].split(separator: "-").map { Int($0) }
    if numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2],
      let date = Timestamp(year: year, month: month, day: day)
    {
      return date
    }
    return Timestamp(rfc5322: text) ?? inWords(text)
  }

  /// `January 2, 2006`.
  private static func inWords(_ text: String) -> Timestamp? {
    let words = text.split { " ,".contains($0) }
    guard words.count >= 3, let month = Timestamp.month(named: words[0]), let day = Int(words[1]),
      let year = Int(words[2]), words[2].utf8.count == 4
    else { return nil }
    return Timestamp(year: year, month: month, day: day)
  }

  /// The day that a file's name begins with, and what follows it: `2020-01-31-a-bridge`,
  /// `2020-01-31T10:00:00Z_a-bridge`, `2020-01-31`.
  static func ofName(_ name: String) -> (date: Timestamp, rest: String)? {
    let bytes = Array(name.utf8)
    guard bytes.count >= 10,
      let date = Timestamp(iso8601: String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    if bytes.count == 10 { return (date, "") }
    if bytes[10] == UInt8(ascii: "T") {
      let end = bytes.firstIndex { $0 == UInt8(ascii: "_") } ?? bytes.count
      let moment = Timestamp(iso8601: String(decoding: bytes[..<end], as: UTF8.self))
      guard let moment else { return nil }
      return (moment, String(decoding: bytes[end...].dropFirst(), as: UTF8.self))
    }
    guard bytes[10] == UInt8(ascii: "-") || bytes[10] == UInt8(ascii: "_") else { return nil }
    return (date, String(decoding: bytes[11...], as: UTF8.self))
  }
}
