/// A point in time with its offset, or a day without a time.
///
/// Proleptic Gregorian. Prints as Ruby's `Time` and `Date` do: `2021-03-04 20:00:00 +0900`,
/// `2021-03-04`.
public struct LiquidDate: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int { didSet { seconds = Self.bounded(seconds) } }
  /// 0…999,999,999.
  public var nanoseconds: Int32
  /// Seconds east of Greenwich.
  public var offset: Int32
  /// Whether it is a day only.
  public var isDay: Bool
  /// Whether it was given as UTC by name (`Z`, `UTC`), and prints so.
  public var isUTC: Bool

  /// Makes a point in time, at an offset in seconds east of Greenwich.
  public init(seconds: Int, nanoseconds: Int = 0, offset: Int = 0, isUTC: Bool = false) {
    self.seconds = Self.bounded(seconds)
    self.nanoseconds = Int32(max(0, min(nanoseconds, 999_999_999)))
    self.offset = Int32(max(-360_000, min(offset, 360_000)))
    self.isDay = false
    self.isUTC = isUTC
  }

  /// Makes a date from calendar fields at an offset; fields out of range carry over.
  public init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    nanoseconds: Int = 0, offset: Int = 0, isUTC: Bool = false
  ) {
    let time = Self.field(hour) * 3600 + Self.field(minute) * 60 + Self.field(second)
    let local =
      Self.days(year: Self.field(year), month: Self.field(month), day: Self.field(day)) * 86_400
      + time
    self.init(
      seconds: local.subtractingSaturated(offset), nanoseconds: nanoseconds, offset: offset,
      isUTC: isUTC)
  }

  /// Makes a day without a time.
  public init(dayOf year: Int, month: Int, day: Int) {
    self.init(year: year, month: month, day: day)
    isDay = true
  }

  /// The same point in time, at another offset.
  public func moved(toOffset offset: Int) -> LiquidDate {
    LiquidDate(seconds: seconds, nanoseconds: Int(nanoseconds), offset: offset)
  }

  /// Some 290 billion years to either side, with room for what is added to a moment: beyond that
  /// sums overflow.
  private static func bounded(_ seconds: Int) -> Int {
    max(-9_200_000_000_000_000_000, min(seconds, 9_200_000_000_000_000_000))
  }

  /// A calendar's or clock's field, within what the sums of them bear.
  private static func field(_ number: Int) -> Int {
    max(-90_000_000_000, min(number, 90_000_000_000))
  }

  /// Days since 1970-01-01 of a civil date, counting years from March so that leap days come last.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date as a calendar and a clock show it at the offset.
  var fields: Fields { Fields(localSeconds: seconds + Int(offset)) }

  /// Calendar and clock fields.
  struct Fields {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int
    var minute: Int
    var second: Int
    /// 0 is Sunday.
    var weekday: Int
    /// 1 is the first of January.
    var dayOfYear: Int

    init(localSeconds: Int) {
      let days = localSeconds.flooredQuotient(86_400)
      let rest = localSeconds - days * 86_400
      hour = rest / 3600
      minute = rest / 60 % 60
      second = rest % 60
      weekday = (days + 4).flooredRemainder(7)
      let shifted = days + 719_468
      let era = shifted.flooredQuotient(146_097)
      let dayOfEra = shifted - era * 146_097
      let yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
      let dayFromMarch = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      let monthFromMarch = (5 * dayFromMarch + 2) / 153
      day = dayFromMarch - (153 * monthFromMarch + 2) / 5 + 1
      month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
      year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
      dayOfYear = days - LiquidDate.days(year: year, month: 1, day: 1) + 1
    }
  }
}

extension LiquidDate: Comparable {
  /// Whether one point in time is before another, whatever their offsets.
  public static func < (a: LiquidDate, b: LiquidDate) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }

  /// Whether two are the same point in time, whatever their offsets.
  public static func == (a: LiquidDate, b: LiquidDate) -> Bool {
    (a.seconds, a.nanoseconds) == (b.seconds, b.nanoseconds)
  }

  /// Hashes the point in time.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(seconds)
    hasher.combine(nanoseconds)
  }
}

extension LiquidDate: CustomStringConvertible {
  /// As Ruby prints it: `2021-03-04` or `2021-03-04 20:00:00 +0900`.
  public var description: String {
    formatted(isDay ? "%Y-%m-%d" : isUTC ? "%Y-%m-%d %H:%M:%S UTC" : "%Y-%m-%d %H:%M:%S %z")
  }
}

extension Int {
  /// The quotient rounded down, for divisors above zero.
  func flooredQuotient(_ divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }

  /// What is left of division rounded down, for divisors above zero.
  func flooredRemainder(_ divisor: Int) -> Int { self - flooredQuotient(divisor) * divisor }
}
