import Liquid

extension Filter {
  /// Filters of dates.
  static let jekyllDates: [String: Filter] = [
    "date_to_string": dateInWords(month: "%b"),
    "date_to_long_string": dateInWords(month: "%B"),
    "date_to_xmlschema": date("%Y-%m-%dT%H:%M:%S%:z"),
    "date_to_rfc822": date("%a, %d %b %Y %H:%M:%S %z"),
  ]

  private static func date(_ pattern: String) -> Filter {
    Filter { input, _, context throws(LiquidError) in
      if try context.text(of: input).isEmpty { return input }
      try context.count(steps: 32)
      return .string(try moment(input, context).formatted(pattern))
    }
  }

  /// `27 Jan 2011`, or with an ordinal number `27th Jan 2011`, `Jan 27th, 2011`.
  private static func dateInWords(month: String) -> Filter {
    Filter(0...2) { input, arguments, context throws(LiquidError) in
      if try context.text(of: input).isEmpty { return input }
      try context.count(steps: 32)
      let date = try moment(input, context)
      guard arguments[0].stringValue == "ordinal" else {
        return .string(date.formatted("%d \(month) %Y"))
      }
      let day = Int(date.formatted("%-d")) ?? 0
      let ending =
        switch (day / 10, day % 10) {
        case (1, _): "th"
        case (_, 1): "st"
        case (_, 2): "nd"
        case (_, 3): "rd"
        default: "th"
        }
      let isAmerican = arguments[1].stringValue == "US"
      return .string(
        date.formatted(isAmerican ? "\(month) %-d\(ending), %Y" : "%-d\(ending) \(month) %Y"))
    }
  }

  /// The moment in a value, as the site's clocks show it.
  private static func moment(
    _ value: LiquidValue, _ context: Context
  ) throws(LiquidError) -> LiquidDate {
    guard let date = context.date(value) else {
      throw LiquidError(.argument, "\(value.shown) is not a date")
    }
    return context.local(date)
  }
}
