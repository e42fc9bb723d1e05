import Liquid
import NewsFrontMatter

extension Filter {
  /// Filters of lists, as Jekyll has them: some replace those of the language.
  static let jekyllLists: [String: Filter] = [
    "where": Filter(2...2) { input, arguments, context throws(LiquidError) in
      guard let items = try candidates(input, arguments, &context) else { return input }
      let name = arguments[0].text
      return .array(items.filter { matches(sortable(property(name, of: $0)), arguments[1]) })
    },
    "find": Filter(2...2) { input, arguments, context throws(LiquidError) in
      guard let items = try candidates(input, arguments, &context) else { return input }
      let name = arguments[0].text
      return items.first { matches(sortable(property(name, of: $0)), arguments[1]) } ?? .null
    },
    "where_exp": Filter(2...2) { input, arguments, context throws(LiquidError) in
      guard let items = try selectable(input, &context) else { return input }
      var chosen: [LiquidValue] = []
      let condition = Condition(parsing: arguments[1].text)
      for item in items where try holds(condition, arguments[0].text, item, &context) {
        chosen.append(item)
      }
      return .array(chosen)
    },
    "find_exp": Filter(2...2) { input, arguments, context throws(LiquidError) in
      guard let items = try selectable(input, &context) else { return input }
      let condition = Condition(parsing: arguments[1].text)
      for item in items where try holds(condition, arguments[0].text, item, &context) {
        return item
      }
      return .null
    },
    "group_by": Filter(1...1) { input, arguments, context throws(LiquidError) in
      guard let items = try groupable(input, &context) else { return input }
      let name = arguments[0].text
      return groups(items) { sortable(property(name, of: $0)).string }
    },
    "group_by_exp": Filter(2...2) { input, arguments, context throws(LiquidError) in
      guard let items = try groupable(input, &context) else { return input }
      let expression = FilteredExpression(parsing: arguments[1].text)
      let name = arguments[0].text
      var values: [LiquidValue] = []
      for item in items {
        values.append(
          try context.withVariable(name, item) { context throws(LiquidError) in
            try context.evaluate(expression)
          })
      }
      return groups(items, named: values)
    },
    "sort": Filter(0...2) { input, arguments, context throws(LiquidError) in
      try sort(input, arguments, &context)
    },
    "array_to_sentence_string": Filter(0...1) { input, arguments, context throws(LiquidError) in
      let items = try context.elements(of: input).map(\.string)
      let connector = arguments.count > 0 ? arguments[0].text : "and"
      switch items.count {
      case 0: return ""
      case 1: return .string(items[0])
      case 2: return .string("\(items[0]) \(connector) \(items[1])")
      default:
        let head = items.dropLast().joined(separator: ", ")
        return .string("\(head), \(connector) \(items[items.count - 1])")
      }
    },
    "push": Filter(1...1) { input, arguments, context throws(LiquidError) in
      try context.countParts(of: arguments[0])
      return change(input) { $0.append(arguments[0]) }
    },
    "unshift": Filter(1...1) { input, arguments, context throws(LiquidError) in
      try context.countParts(of: arguments[0])
      return change(input) { $0.insert(arguments[0], at: 0) }
    },
    "pop": Filter(0...1) { input, arguments, _ throws(LiquidError) in
      change(input) { $0.removeLast(min($0.count, howMany(arguments))) }
    },
    "shift": Filter(0...1) { input, arguments, _ throws(LiquidError) in
      change(input) { $0.removeFirst(min($0.count, howMany(arguments))) }
    },
    // Chance would make another book of the same posts each time: the first ones will do.
    "sample": Filter(0...1) { input, arguments, _ throws(LiquidError) in
      guard case .array(let items) = input.settled else { return input }
      let count = howMany(arguments)
      return count == 1 ? items.first ?? .null : .array(Array(items.prefix(count)))
    },
  ]

  private static func howMany(_ arguments: Arguments) -> Int {
    switch arguments[0] {
    case .int(let count): max(0, count)
    case .string(let text): max(0, Int(text) ?? 1)
    default: 1
    }
  }

  private static func change(
    _ input: LiquidValue, _ edit: (inout [LiquidValue]) -> Void
  ) -> LiquidValue {
    guard case .array(var items) = input.settled else { return input }
    edit(&items)
    return .array(items)
  }

  /// What `where` and `find` choose from; `nil` if they leave their input alone.
  private static func candidates(
    _ input: LiquidValue, _ arguments: Arguments, _ context: inout Context
  ) throws(LiquidError) -> [LiquidValue]? {
    if !arguments[0].isTruthy { return nil }
    switch arguments[1] {
    case .array, .object: return nil
    default: return try selectable(input, &context)
    }
  }

  /// The elements of a list, the values of an object; `nil` for anything else.
  private static func selectable(
    _ input: LiquidValue, _ context: inout Context
  ) throws(LiquidError) -> [LiquidValue]? {
    switch input.settled {
    case .object(let map):
      try context.count(steps: map.count)
      return map.values
    case .array, .range: return try context.elements(of: input.settled)
    default: return nil
    }
  }

  private static func groupable(
    _ input: LiquidValue, _ context: inout Context
  ) throws(LiquidError) -> [LiquidValue]? {
    switch input.settled {
    case .array, .range, .object:
      try context.countParts(of: input.settled)
      return try context.elements(of: input.settled)
    default: return nil
    }
  }

  private static func holds(
    _ condition: Condition, _ name: String, _ item: LiquidValue, _ context: inout Context
  ) throws(LiquidError) -> Bool {
    try context.count(steps: 1)
    return try context.withVariable(name, item) { context throws(LiquidError) in
      try context.evaluate(condition)
    }
  }

  /// A property of an element; a name with dots leads through several.
  private static func property(_ name: String, of item: LiquidValue) -> LiquidValue {
    if !name.utf8.contains(0x2E) { return item[name] }
    var value = item
    for part in name.split(separator: ".") { value = value[String(part)] }
    return value
  }

  /// Text that is a number counts as one.
  private static func sortable(_ value: LiquidValue) -> LiquidValue {
    guard case .string(let text) = value else { return value }
    let bytes = text.utf8.drop { $0 <= 0x20 }
    guard let first = bytes.first,
      first == 0x2D || first == 0x2E || (first >= 0x30 && first <= 0x39)
    else { return value }
    let trimmed = String(decoding: bytes.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
    guard trimmed.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x2E || ($0 >= 0x30 && $0 <= 0x39) }) else {
      return value
    }
    if let number = Int(trimmed) { return .int(number) }
    var digits = trimmed
    if digits.hasSuffix(".") { digits += "0" }
    return Double(digits).map { .double($0) } ?? value
  }

  /// Whether a property is what `where` looks for: equal as text, or a list with such an element.
  private static func matches(_ property: LiquidValue, _ target: LiquidValue) -> Bool {
    switch target {
    case .null: return property.isNull
    case .empty, .blank: return property.text.isEmpty
    default: break
    }
    let wanted = target.string
    switch property {
    case .string(let text): return text == wanted
    case .null: return false
    case .array(let items): return items.contains { $0.string == wanted }
    default: return property.string == wanted
    }
  }

  private static func groups(
    _ items: [LiquidValue], by name: (LiquidValue) -> String
  ) -> LiquidValue {
    groups(items, named: items.map { .string(name($0)) })
  }

  private static func groups(_ items: [LiquidValue], named names: [LiquidValue]) -> LiquidValue {
    var places: [String: Int] = [:]
    var groups: [(name: LiquidValue, items: [LiquidValue])] = []
    for (item, name) in zip(items, names) {
      let key = name.inspected
      if let place = places[key] {
        groups[place].items.append(item)
      } else {
        places[key] = groups.count
        groups.append((name, [item]))
      }
    }
    return .array(
      groups.map { group in
        ["name": group.name, "items": .array(group.items), "size": .int(group.items.count)]
      })
  }

  /// Sorts by themselves or by a property; what has none comes first, or last if asked.
  private static func sort(
    _ input: LiquidValue, _ arguments: Arguments, _ context: inout Context
  ) throws(LiquidError) -> LiquidValue {
    if input.isNull { throw LiquidError(.argument, "'sort' cannot sort nothing") }
    let items = try context.elements(of: input)
    if arguments[0].isNull {
      return .array(try sorted(items.map { ($0, $0) }, missingFirst: false, isLenient: false))
    }
    let missing = arguments.count > 1 ? arguments[1].text : "first"
    guard missing == "first" || missing == "last" else {
      throw LiquidError(.argument, "'\(missing)' is neither 'first' nor 'last'")
    }
    let name = arguments[0].text
    return .array(
      try sorted(
        items.map { (sortable(property(name, of: $0)), $0) }, missingFirst: missing == "first",
        isLenient: true))
  }

  private static func sorted(
    _ items: [(key: LiquidValue, item: LiquidValue)], missingFirst: Bool, isLenient: Bool
  ) throws(LiquidError) -> [LiquidValue] {
    var isComparable = true
    let sorted = items.sorted { left, right in
      switch (left.key.isNull, right.key.isNull) {
      case (true, true): return false
      case (true, false): return missingFirst
      case (false, true): return !missingFirst
      case (false, false): break
      }
      if let order = left.key.compared(to: right.key) { return order < 0 }
      if !isLenient { isComparable = false }
      return left.key.text.utf8.lexicographicallyPrecedes(right.key.text.utf8)
    }
    if !isComparable {
      throw LiquidError(.argument, "'sort' cannot compare values of different kinds")
    }
    return sorted.map(\.item)
  }
}
