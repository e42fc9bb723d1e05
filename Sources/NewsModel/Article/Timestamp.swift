/// A calendar date, perhaps with a time of day and an offset, as the source gave it.
///
/// ISO 8601 calendar, proleptic Gregorian. It keeps what the source gave: a day stays a day, a time
/// without an offset has none, a fraction of a second is not lost.
public struct Timestamp: Sendable, Hashable {
  /// The year, 1…9999.
  public var year: Int
  /// The month, 1…12.
  public var month: Int
  /// The day of the month, 1…31.
  public var day: Int
  /// The time of day, if one is known.
  public var time: Time?

  /// A time of day.
  public struct Time: Sendable, Hashable {
    /// 0…23.
    public var hour: Int
    /// 0…59.
    public var minute: Int
    /// 0…60.
    public var second: Int
    /// 0…999,999,999.
    public var nanosecond: Int
    /// Seconds east of Greenwich, `nil` when not known.
    public var offset: Int?

    /// Makes a time of day.
    public init(hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0, offset: Int? = nil) {
      self.hour = hour
      self.minute = minute
      self.second = second
      self.nanosecond = nanosecond
      self.offset = offset
    }
  }

  /// Makes a date, or `nil` if there is no such day or time.
  public init?(year: Int, month: Int, day: Int, time: Time? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    if let time {
      guard (0...23).contains(time.hour), (0...59).contains(time.minute),
        (0...60).contains(time.second), (0...999_999_999).contains(time.nanosecond),
        (-86_399...86_399).contains(time.offset ?? 0)
      else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
    self.time = time
  }

  /// How many days a month has.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
