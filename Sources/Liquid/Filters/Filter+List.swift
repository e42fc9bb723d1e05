extension Filter {
  /// Filters for lists and their elements.
  static let list: [String: Filter] = [
    "size": Filter { input, _, context throws(LiquidError) in
      switch context.settled(input) {
      case .array(let items): .int(items.count)
      case .object(let map): .int(map.count)
      case .string(let text): .int(text.unicodeScalars.count)
      case .range(let range): .int(range.count)
      case .int: 8  // The bytes of a number: Ruby answers so, and Liquid with it.
      default: 0
      }
    },
    "default": Filter(0...1) { input, arguments, _ throws(LiquidError) in
      let allowsFalse = arguments["allow_false"].isTruthy
      let isMissing = allowsFalse ? input.isNull : !input.isTruthy
      return isMissing || input.isEmpty ? (arguments.count > 0 ? arguments[0] : "") : input
    },
    "first": Filter { input, _, context throws(LiquidError) in
      switch context.settled(input) {
      case .string: .null
      case .range(let range): range.count == 0 ? .null : .int(range.first)
      case .array(let items): items.first ?? .null
      case .object(let map): map.first.map { .array([.string($0.key), $0.value]) } ?? .null
      default: .null
      }
    },
    "last": Filter { input, _, context throws(LiquidError) in
      switch context.settled(input) {
      case .array(let items): items.last ?? .null
      case .range(let range): range.count == 0 ? .null : .int(range.last)
      default: .null
      }
    },
    "join": Filter(0...1) { input, arguments, context throws(LiquidError) in
      let glue = arguments.count > 0 ? try context.string(of: arguments[0]) : " "
      var text = ""
      for (place, item) in try context.items(of: input).enumerated() {
        if place > 0 { text += glue }
        text += try context.text(of: item)
        if text.utf8.count > context.environment.limits.outputBytes {
          throw LiquidError(.limit, "a string is too long")
        }
      }
      return .string(text)
    },
    "reverse": Filter { input, _, context throws(LiquidError) in
      .array(try context.items(of: input).reversed())
    },
    "concat": Filter(1...1) { input, arguments, context throws(LiquidError) in
      let more: [LiquidValue]
      switch context.settled(arguments[0]) {
      case .array(let items):
        try context.count(steps: items.count)
        more = items
      case .range: more = try context.elements(of: arguments[0])
      default: throw LiquidError(.argument, "'concat' needs a list")
      }
      return .array(try context.items(of: input) + more)
    },
    "compact": Filter(0...1) { input, arguments, context throws(LiquidError) in
      let items = try context.items(of: input)
      if arguments.count == 0 || arguments[0].isNull {
        return .array(items.filter { !$0.isNull })
      }
      return .array(
        try items.filtered { item throws(LiquidError) in
          try !property(arguments[0], of: item, in: &context).isNull
        })
    },
    "map": Filter(1...1) { input, arguments, context throws(LiquidError) in
      var result: [LiquidValue] = []
      for item in try context.items(of: input) {
        result.append(try property(arguments[0], of: item, in: &context))
      }
      return .array(result)
    },
    "uniq": Filter(0...1) { input, arguments, context throws(LiquidError) in
      try uniq(try context.items(of: input), by: arguments[0], in: &context)
    },
    "sort": Filter(0...1) { input, arguments, context throws(LiquidError) in
      try sort(try context.items(of: input), by: arguments[0], in: &context, compare)
    },
    "sort_natural": Filter(0...1) { input, arguments, context throws(LiquidError) in
      try sort(try context.items(of: input), by: arguments[0], in: &context, compareFolded)
    },
    "sum": Filter(0...1) { input, arguments, context throws(LiquidError) in
      var sum = LiquidNumber(.int(0))
      for item in try context.items(of: input) {
        let value = arguments[0].isNull ? item : try property(arguments[0], of: item, in: &context)
        if case .string(let text) = value { context.meter.add(bytes: text.utf8.count) }
        sum = sum + LiquidNumber(value)
      }
      return sum.value
    },
    "where": selection { matches in .array(matches.filter(\.isMatch).map(\.item)) },
    "reject": selection { matches in .array(matches.filter { !$0.isMatch }.map(\.item)) },
    "find": selection { matches in matches.first(where: \.isMatch)?.item ?? .null },
    "find_index": selection { matches in
      matches.firstIndex(where: \.isMatch).map { .int($0) } ?? .null
    },
    "has": selection { matches in .bool(matches.contains(where: \.isMatch)) },
  ]

  private typealias Match = (item: LiquidValue, isMatch: Bool)

  /// A filter that looks at a property of each element: whether it is true, or equals a value.
  private static func selection(
    _ choose: @escaping @Sendable ([Match]) -> LiquidValue
  ) -> Filter {
    Filter(1...2) { input, arguments, context throws(LiquidError) in
      var matches: [Match] = []
      for item in try context.items(of: input) {
        // Liquid gives up without a word on a list with something in it that has no properties.
        if item.hasNoProperties { return .null }
        let value = try property(arguments[0], of: item, in: &context)
        let isMatch =
          arguments[1].isNull
          ? value.isTruthy : try context.areEqual(value, arguments[1], comparesBlank: true)
        matches.append((item, isMatch))
      }
      return choose(matches)
    }
  }

  /// What `element[name]` is in Ruby, where text answers with a part of itself.
  static func property(
    _ name: LiquidValue, of item: LiquidValue, in context: inout Context
  ) throws(LiquidError) -> LiquidValue {
    context.meter.add(2)
    switch (item, name) {
    case (.object, _), (.lazy, _):
      return name.isNull ? .null : item[try context.text(of: name)]
    case (.string(let text), .string(let part)):
      try context.count(steps: (text.utf8.count + part.utf8.count) >> 3)
      return text.utf8Contains(part) ? name : .null
    case (.string(let text), .int(let place)):
      try context.count(steps: text.utf8.count >> 2)
      let scalars = Array(text.unicodeScalars)
      let index = place < 0 ? scalars.count + place : place
      return scalars.indices.contains(index) ? .string(String(scalars[index])) : .null
    case (.int(let number), .int(let place)): return .int(number >> min(max(place, 0), 63) & 1)
    case (.null, _), (.bool, _), (.double, _), (.date, _), (.range, _): return .null
    default:
      throw LiquidError(.argument, "\(item.shown) has no property \(name.shown)")
    }
  }

  private static func uniq(
    _ items: [LiquidValue], by name: LiquidValue, in context: inout Context
  ) throws(LiquidError) -> LiquidValue {
    // A single element is not even looked at.
    if items.count < 2 { return .array(items) }
    if !name.isNull, items.contains(where: \.hasNoProperties) { return .null }
    // Equal values print equally, so only those that do are compared.
    var seen: [String: [LiquidValue]] = [:]
    var result: [LiquidValue] = []
    for item in items {
      let value = name.isNull ? item : try property(name, of: item, in: &context)
      let key = try context.inspection(of: value)
      var isKnown = false
      for other in seen[key] ?? [] where try context.areEqual(other, value, comparesBlank: true) {
        isKnown = true
        break
      }
      if isKnown { continue }
      context.meter.add(8)
      seen[key, default: []].append(value)
      result.append(item)
    }
    return .array(result)
  }

  /// Sorts, equal elements in their order; what has no such property comes last.
  private static func sort(
    _ items: [LiquidValue], by name: LiquidValue, in context: inout Context,
    _ order: (LiquidValue, LiquidValue, inout Context) throws(LiquidError) -> Int
  ) throws(LiquidError) -> LiquidValue {
    if !name.isNull, items.contains(where: \.hasNoProperties) { return .null }
    if items.count < 2 { return .array(items) }
    var keyed: [(key: LiquidValue, item: LiquidValue)] = []
    for item in items {
      keyed.append((name.isNull ? item : try property(name, of: item, in: &context), item))
    }
    do {
      try keyed.sort { try order($0.key, $1.key, &context) < 0 }
    } catch let error as LiquidError {
      throw error
    } catch {
      throw LiquidError(.argument, "values of different kinds cannot be sorted")
    }
    return .array(keyed.map(\.item))
  }

  private static func compare(
    _ a: LiquidValue, _ b: LiquidValue, in context: inout Context
  ) throws(LiquidError) -> Int {
    try context.countComparison(of: a, b)
    if let order = a.compared(to: b) { return order }
    if a.isNull { return 1 }
    if b.isNull { return -1 }
    throw LiquidError(.argument, "\(a.shown) and \(b.shown) cannot be sorted")
  }

  /// By their text, ASCII letters alike in both cases.
  private static func compareFolded(
    _ a: LiquidValue, _ b: LiquidValue, in context: inout Context
  ) throws(LiquidError) -> Int {
    if a.isNull || b.isNull { return a.isNull ? (b.isNull ? 0 : 1) : -1 }
    let (left, right) = (
      try context.text(of: a).foldedASCII(), try context.text(of: b).foldedASCII()
    )
    try context.count(steps: 4 + (left.count + right.count) >> 2)
    if left == right { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }
}

extension LiquidValue {
  /// Whether asking it for a property is an error in Ruby that Liquid passes over.
  fileprivate var hasNoProperties: Bool {
    switch self {
    case .null, .bool, .double, .date, .range: true
    default: false
    }
  }
}

extension String {
  fileprivate func foldedASCII() -> [UInt8] {
    utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}

extension Array {
  fileprivate func filtered(
    _ isIncluded: (Element) throws(LiquidError) -> Bool
  ) throws(LiquidError) -> [Element] {
    var result: [Element] = []
    for element in self where try isIncluded(element) { result.append(element) }
    return result
  }
}
