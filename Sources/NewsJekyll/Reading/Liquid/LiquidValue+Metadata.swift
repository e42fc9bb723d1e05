import Liquid
import NewsModel

extension LiquidValue {
  /// Front matter or data as templates see it.
  ///
  /// A time without an offset is one of UTC, as YAML means it, shown as the site's clocks do;
  /// one with an offset stays as it is.
  init(_ value: MetadataValue, _ clock: SiteClock) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let number): self = .int(number)
    case .number(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .timestamp(let timestamp):
      let isMoved = clock.isExplicit && timestamp.time.map { $0.offset == nil } ?? false
      self = .date(LiquidDate(isMoved ? clock.inZone(timestamp) ?? timestamp : timestamp))
    case .list(let items): self = .array(items.map { LiquidValue($0, clock) })
    case .map(let map):
      self = .object(LiquidMap(map.entries.map { ($0.key, LiquidValue($0.value, clock)) }))
    }
  }
}

extension LiquidDate {
  /// A model's date or time as templates see it.
  init(_ timestamp: Timestamp) {
    guard let time = timestamp.time else {
      self.init(dayOf: timestamp.year, month: timestamp.month, day: timestamp.day)
      return
    }
    self.init(
      seconds: timestamp.secondsSince1970, nanoseconds: time.nanosecond, offset: time.offset ?? 0,
      isUTC: time.offset == nil)
  }
}
