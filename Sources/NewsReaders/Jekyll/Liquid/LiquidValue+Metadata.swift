import Liquid
import NewsModel

extension LiquidValue {
  /// Front matter or data as templates see it.
  ///
  /// A time without an offset is told as UTC, as YAML means it.
  init(_ value: MetadataValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let number): self = .int(number)
    case .number(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .timestamp(let timestamp): self = .date(LiquidDate(timestamp))
    case .list(let items): self = .array(items.map { LiquidValue($0) })
    case .map(let map):
      self = .object(LiquidMap(map.entries.map { ($0.key, LiquidValue($0.value)) }))
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
