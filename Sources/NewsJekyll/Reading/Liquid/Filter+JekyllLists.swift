import Liquid
import NewsFrontMatter

extension Filter {
  /// Filters of lists, as Jekyll has them: some replace those of the language.
  static let jekyllLists: [String: Filter] = [
    "where": Filter(2...2) { input, arguments, context throws(LiquidError) in
      guard let items = try candidates(input, arguments, &context) else { return input }
      let name = try context.text(of: arguments[0])
      let target = try Target(arguments[1], &context)
      var chosen: [LiquidValue] = []
      for item in items where try target.matches(property(name, of: item), &context) {
        chosen.append(item)
      }
      return .array(chosen)
    },
    "find": Filter(2...2) { input, arguments, context throws(LiquidError) in
      guard let items = try candidates(input, arguments, &context) else { return input }
      let name = try context.text(of: arguments[0])
      let target = try Target(arguments[1], &context)
      for item in items where try target.matches(property(name, of: item), &context) {
        return item
      }
      return .null
    },
    "where_exp": Filter(2...2) { input, arguments, context throws(LiquidError) in
      guard let items = try selectable(input, &context) else { return input }
      var chosen: [LiquidValue] = []
      let condition = try condition(arguments[1], &context)
      for item in items where try holds(condition, arguments[0].text, item, &context) {
        chosen.append(item)
      }
      return .array(chosen)
    },
    "find_exp": Filter(2...2) { input, arguments, context throws(LiquidError) in
      guard let items = try selectable(input, &context) else { return input }
      let condition = try condition(arguments[1], &context)
      for item in items where try holds(condition, arguments[0].text, item, &context) {
        return item
      }
      return .null
    },
    "group_by": Filter(1...1) { input, arguments, context throws(LiquidError) in
      guard let items = try groupable(input, &context) else { return input }
      let name = try context.text(of: arguments[0])
      var values: [LiquidValue] = []
      for item in items {
        values.append(.string(try context.string(of: sortable(property(name, of: item)))))
      }
      return try groups(items, named: values, &context)
    },
    "group_by_exp": Filter(2...2) { input, arguments, context throws(LiquidError) in
      guard let items = try groupable(input, &context) else { return input }
      let markup = try context.text(of: arguments[1])
      try context.count(steps: markup.utf8.count)
      let expression = FilteredExpression(parsing: markup)
      let name = try context.text(of: arguments[0])
      var values: [LiquidValue] = []
      for item in items {
        values.append(
          try context.withVariable(name, item) { context throws(LiquidError) in
            try context.evaluate(expression)
          })
      }
      return try groups(items, named: values, &context)
    },
    "sort": Filter(0...2) { input, arguments, context throws(LiquidError) in
      try sort(input, arguments, &context)
    },
    "array_to_sentence_string": Filter(0...1) { input, arguments, context throws(LiquidError) in
      var items: [String] = []
      for item in try context.elements(of: input) { items.append(try context.string(of: item)) }
      let connector = arguments.count > 0 ? try context.text(of: arguments[0]) : "and"
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
    let input = context.settled(input)
    switch input {
    case .object(let map):
      try context.count(steps: map.count)
      return map.values
    case .array, .range: return try context.elements(of: input)
    default: return nil
    }
  }

  private static func groupable(
    _ input: LiquidValue, _ context: inout Context
  ) throws(LiquidError) -> [LiquidValue]? {
    let input = context.settled(input)
    switch input {
    case .array, .range, .object:
      try context.countParts(of: input)
      return try context.elements(of: input)
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

  /// A condition that a template gives as text.
  private static func condition(
    _ markup: LiquidValue, _ context: inout Context
  ) throws(LiquidError) -> Condition {
    let markup = try context.text(of: markup)
    try context.count(steps: markup.utf8.count)
    return Condition(parsing: markup)
  }

  /// What `where` and `find` look for.
  private enum Target {
    case nothing
    /// No text.
    case empty
    case text(String)

    init(_ value: LiquidValue, _ context: inout Context) throws(LiquidError) {
      switch value {
      case .null: self = .nothing
      case .empty, .blank: self = .empty
      default: self = .text(try context.string(of: value))
      }
    }

    /// Whether a property is it: equal as text, or a list with such an element.
    func matches(
      _ property: LiquidValue, _ context: inout Context
    ) throws(LiquidError) -> Bool {
      let property = sortable(property)
      switch (self, property) {
      case (.nothing, _): return property.isNull
      case (.empty, _): return try context.text(of: property).isEmpty
      case (.text(let wanted), .string(let text)): return text == wanted
      case (.text, .null): return false
      case (.text(let wanted), .array(let items)):
        for item in items where try context.string(of: item) == wanted { return true }
        return false
      case (.text(let wanted), _): return try context.string(of: property) == wanted
      }
    }
  }

  private static func groups(
    _ items: [LiquidValue], named names: [LiquidValue], _ context: inout Context
  ) throws(LiquidError) -> LiquidValue {
    var places: [String: Int] = [:]
    var groups: [(name: LiquidValue, items: [LiquidValue])] = []
    for (item, name) in zip(items, names) {
      let key = try context.inspection(of: name)
      if let place = places[key] {
        groups[place].items.append(item)
      } else {
        // A group is an object with three entries.
        try context.count(steps: 16)
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
      return .array(
        try sorted(items.map { ($0, $0) }, missingFirst: false, isLenient: false, &context))
    }
    let missing = arguments.count > 1 ? arguments[1].stringValue ?? arguments[1].shown : "first"
    guard missing == "first" || missing == "last" else {
      throw LiquidError(.argument, "'\(missing)' is neither 'first' nor 'last'")
    }
    let name = try context.text(of: arguments[0])
    return .array(
      try sorted(
        items.map { (sortable(property(name, of: $0)), $0) }, missingFirst: missing == "first",
        isLenient: true, &context))
  }

  private static func sorted(
    _ items: [(key: LiquidValue, item: LiquidValue)], missingFirst: Bool, isLenient: Bool,
    _ context: inout Context
  ) throws(LiquidError) -> [LiquidValue] {
    do {
      return try items.sorted { left, right in
        try isInOrder(left.key, right.key, missingFirst, isLenient, &context)
      }.map(\.item)
    } catch let error as LiquidError {
      throw error
    } catch {
      throw LiquidError(.argument, "'sort' cannot compare values of different kinds")
    }
  }

  private static func isInOrder(
    _ left: LiquidValue, _ right: LiquidValue, _ missingFirst: Bool, _ isLenient: Bool,
    _ context: inout Context
  ) throws(LiquidError) -> Bool {
    switch (left.isNull, right.isNull) {
    case (true, true): return false
    case (true, false): return missingFirst
    case (false, true): return !missingFirst
    case (false, false): break
    }
    try context.countComparison(of: left, right)
    if let order = left.compared(to: right) { return order < 0 }
    guard isLenient else {
      throw LiquidError(.argument, "'sort' cannot compare values of different kinds")
    }
    let (one, other) = (try context.text(of: left), try context.text(of: right))
    return one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}
