extension Context {
  /// The date in a value, as the filter `date` takes it: a date, seconds since 1970, a date in text,
  /// `now`; `nil` if it is none.
  public func date(_ value: LiquidValue) -> LiquidDate? {
    switch value {
    case .date(let date): return date
    case .int(let seconds): return local(seconds)
    case .string(let text):
      if text == "now" || text == "today" { return environment.now }
      if !text.isEmpty, text.utf8.allSatisfy(\.isLiquidDigit), let seconds = Int(text) {
        return local(seconds)
      }
      return LiquidDate(parsing: text, localOffset: environment.localOffset)
    default: return nil
    }
  }

  /// A point in time as the place's clock shows it; a day is its midnight there.
  public func local(_ date: LiquidDate) -> LiquidDate {
    guard date.isDay else {
      var moved = local(date.seconds)
      moved.nanoseconds = date.nanoseconds
      return moved
    }
    let offset = environment.localOffset(date.seconds)
    return LiquidDate(seconds: date.seconds - offset, offset: offset)
  }

  /// Seconds since 1970 as the place's clock shows them.
  private func local(_ seconds: Int) -> LiquidDate {
    let plain = LiquidDate(seconds: seconds)
    // The offset is asked for by local time, which is not known yet: once to come near, once more
    // in case a change of the clock lies between.
    let guess = environment.localOffset(plain.seconds)
    return plain.moved(toOffset: environment.localOffset(plain.seconds + guess))
  }
}
