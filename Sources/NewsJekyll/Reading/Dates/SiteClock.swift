import NewsFrontMatter
import NewsModel
import NewsText

/// How a site tells the time: the rules that turn a front matter's date into a moment.
struct SiteClock: Sendable {
  /// The zone in which local times are meant.
  var zone: TimeZone
  /// Whether the site names its zone, so that every time is shown in it.
  var isExplicit: Bool
  /// Whether a day without a time stays one: outside a site, where nobody asks for an instant.
  var keepsDays = false

  /// The moment that a `date` value means, or `nil` if it means none.
  ///
  /// YAML's own times without a zone are UTC, those that stayed text are local, a day is its local
  /// midnight.
  func moment(of value: MetadataValue) -> Timestamp? {
    switch value {
    case .timestamp(var timestamp):
      if timestamp.time != nil, timestamp.time?.offset == nil { timestamp.time?.offset = 0 }
      return placed(timestamp)
    case .string, .integer, .number:
      return RubyTime(parsing: value.rubyText)?.timestamp.flatMap(placed)
    default: return nil
    }
  }

  /// Local midnight of a day.
  func midnight(year: Int, month: Int, day: Int) -> Timestamp? {
    Timestamp(year: year, month: month, day: day).flatMap(placed)
  }

  /// The moment in the site's zone: local midnight of a day, local time where no offset is given.
  private func placed(_ timestamp: Timestamp) -> Timestamp? {
    if timestamp.time == nil, keepsDays { return timestamp }
    if timestamp.time?.offset != nil {
      return isExplicit ? inZone(timestamp) : timestamp
    }
    var local = timestamp
    local.time = local.time ?? Timestamp.Time(hour: 0, minute: 0)
    let offset = zone.offset(atLocalSeconds: local.secondsSince1970)
    local.time?.offset = offset
    // A time that the clocks skip moves on by as much as they do.
    let isSkipped = zone.offset(atSecondsSince1970: local.secondsSince1970) != offset
    return isSkipped ? inZone(local) : local
  }

  /// The same moment as the clocks of the site show it.
  func inZone(_ timestamp: Timestamp) -> Timestamp? {
    guard let time = timestamp.time else { return timestamp }
    let seconds = timestamp.secondsSince1970
    var moment = Timestamp(
      secondsSince1970: seconds, offset: zone.offset(atSecondsSince1970: seconds))
    moment?.time?.nanosecond = time.nanosecond
    return moment
  }
}
