extension Context {
  /// The elements of a value for a filter: lists in lists are flattened, an object is one element,
  /// and so is anything else but `nil`.
  ///
  /// - Throws: `LiquidError` if there are too many.
  public mutating func items(of value: LiquidValue) throws(LiquidError) -> [LiquidValue] {
    switch settled(value) {
    case .null: return []
    case .array(let items):
      for case .string(let text) in items { meter.add(bytes: text.utf8.count) }
      try count(steps: items.count)
      guard items.contains(where: { if case .array = $0 { true } else { false } }) else {
        return items
      }
      var result: [LiquidValue] = []
      try flatten(items, into: &result, depth: 0)
      return result
    case .range: return try elements(of: value)
    case .empty, .blank: return [""]
    default: return [value]
    }
  }

  private mutating func flatten(
    _ items: [LiquidValue], into result: inout [LiquidValue], depth: Int
  ) throws(LiquidError) {
    try count(steps: items.count)
    for item in items {
      if case .array(let inner) = item, depth < 100 {
        try flatten(inner, into: &result, depth: depth + 1)
      } else {
        if case .string(let text) = item { meter.add(bytes: text.utf8.count) }
        result.append(item)
      }
    }
  }
}
