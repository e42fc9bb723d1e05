extension Context {
  /// The value of an expression; `nil` for what is not there.
  public func evaluate(_ expression: Expression) -> LiquidValue { evaluate(expression.form) }

  private func evaluate(_ form: Expression.Form) -> LiquidValue {
    switch form {
    case .literal(let value): return value
    case .range(let first, let last):
      return .range(
        LiquidRange(first: Self.bound(evaluate(first)), last: Self.bound(evaluate(last))))
    case .variable(let root, let path):
      var value: LiquidValue
      switch root {
      case .name(let name): value = variable(name)
      case .index(let form): value = variable(evaluate(form).text)
      }
      for step in path {
        meter.add(1)
        value = part(step, of: value)
        if value.isNull { break }
      }
      return value
    }
  }

  private static func bound(_ value: LiquidValue) -> Int {
    switch value {
    case .int(let number): number
    case .double(let number): Int(saturating: number)
    case .string(let text): text.leadingInteger
    default: 0
    }
  }

  /// The value of a variable: of a loop or partial template, assigned, counted, given from outside.
  public func variable(_ name: String) -> LiquidValue {
    for frame in frames.reversed() where frame.name == name { return frame.value }
    if name == "forloop", let loop = loops.last { return .lazy(ForLoopObject(loop, loops)) }
    if let value = locals[name] { return value }
    if let count = counters[name] { return .int(count) }
    return variables[name] ?? .null
  }

  /// Sets a variable for the rest of the rendering, as `assign` does.
  public mutating func assign(_ name: String, _ value: LiquidValue) { locals[name] = value }

  private func part(_ step: Expression.Step, of value: LiquidValue) -> LiquidValue {
    switch step {
    case .index(let form):
      switch evaluate(form) {
      case .int(let place):
        if case .array(let items) = value {
          let index = place < 0 ? items.count + place : place
          return items.indices.contains(index) ? items[index] : .null
        }
        return value[String(place)]
      case .string(let key): return value[key]
      default: return .null
      }
    case .name(let key):
      switch value {
      case .object(let map): return map[key] ?? Self.command(key, of: value)
      case .lazy(let object):
        guard let value = object[key] else {
          let isCommand = key == "size" || key == "first" || key == "last"
          return isCommand ? Self.command(key, of: settled(value)) : .null
        }
        // It may have been made just now.
        if case .string(let text) = value { meter.add(bytes: text.utf8.count) }
        return value
      default:
        meter.add(Self.weight(value))
        return Self.command(key, of: value)
      }
    }
  }

  private static func command(_ name: String, of value: LiquidValue) -> LiquidValue {
    switch (name, value) {
    case ("size", .array(let items)): .int(items.count)
    case ("first", .array(let items)): items.first ?? .null
    case ("last", .array(let items)): items.last ?? .null
    case ("size", .string(let text)): .int(text.unicodeScalars.count)
    case ("size", .object(let map)): .int(map.count)
    case ("first", .object(let map)):
      map.first.map { .array([.string($0.key), $0.value]) } ?? .null
    case ("size", .range(let range)): .int(range.count)
    case ("first", .range(let range)): range.count == 0 ? .null : .int(range.first)
    case ("last", .range(let range)): range.count == 0 ? .null : .int(range.last)
    default: .null
    }
  }

  /// The value of an expression after its filters.
  ///
  /// - Throws: `LiquidError` if a filter fails.
  public mutating func evaluate(
    _ expression: FilteredExpression
  ) throws(LiquidError) -> LiquidValue {
    var value = evaluate(expression.value)
    for call in expression.filters {
      meter.add(8 + 2 * (call.arguments.count + call.named.count))
      guard let filter = environment.filters[call.name] else {
        report(LiquidError(.unknownFilter, "the filter '\(call.name)' is not known"))
        continue
      }
      let arguments = Filter.Arguments(
        positional: call.arguments.map { evaluate($0) },
        named: call.named.map { ($0.name, evaluate($0.value)) })
      guard filter.counts.contains(arguments.count) else {
        throw LiquidError(
          .argument, "the filter '\(call.name)' does not take \(arguments.count) arguments")
      }
      try count(steps: Self.weight(value))
      value = try filter.apply(value, arguments, &self)
      try check(value)
    }
    return value
  }

  /// No string may grow without bound, and making one is work.
  private mutating func check(_ value: LiquidValue) throws(LiquidError) {
    switch value {
    case .string(let text):
      let size = text.utf8.count
      if size > environment.limits.outputBytes {
        throw LiquidError(
          .limit, "a string is longer than \(environment.limits.outputBytes) bytes")
      }
      try count(steps: size >> 3)
    case .array(let items): try count(steps: items.count)
    default: break
    }
  }

  /// What it takes to go through the value once, elements of elements not counted.
  private static func weight(_ value: LiquidValue) -> Int {
    switch value {
    case .string(let text): text.utf8.count >> 3
    case .object(let map): map.count
    default: 0
    }
  }

  /// The value itself, where an object that makes its parts when asked stands for another; the making
  /// is counted.
  public func settled(_ value: LiquidValue) -> LiquidValue {
    guard case .lazy(let object) = value else { return value }
    let whole = object.whole
    if case .object(let map) = whole {
      for entry in map { meter.add(8 + Self.weight(entry.value)) }
    }
    return whole
  }

  /// How a value prints, with the work counted.
  ///
  /// - Throws: `LiquidError` if that is too much.
  public func text(of value: LiquidValue) throws(LiquidError) -> String {
    if case .string(let text) = value { return text }
    return try counted(settled(value).text)
  }

  /// A value as text, as filters of text take it, with the work counted.
  ///
  /// - Throws: `LiquidError` if that is too much.
  public func string(of value: LiquidValue) throws(LiquidError) -> String {
    if case .string(let text) = value { return text }
    return try counted(settled(value).string)
  }

  /// A value with its strings in quotes, with the work counted.
  ///
  /// - Throws: `LiquidError` if that is too much.
  public func inspection(of value: LiquidValue) throws(LiquidError) -> String {
    try counted(settled(value).inspected)
  }

  private func counted(_ text: String) throws(LiquidError) -> String {
    let size = text.utf8.count
    meter.add(2 + size >> 2)
    if size > environment.limits.outputBytes {
      throw LiquidError(.limit, "a string is longer than \(environment.limits.outputBytes) bytes")
    }
    if let error = meter.exhaustion() { throw error }
    return text
  }

  /// Counts a value's parts, and theirs, as steps: what a filter does that makes lists of lists, or
  /// goes through all of them.
  ///
  /// - Throws: `LiquidError` if they are too many or nested too deep.
  public mutating func countParts(of value: LiquidValue) throws(LiquidError) {
    try countParts(of: value, depth: 0)
  }

  private mutating func countParts(of value: LiquidValue, depth: Int) throws(LiquidError) {
    try count(steps: 1)
    guard value.isContainer else { return }
    guard depth < environment.limits.depth else {
      throw LiquidError(.limit, "lists are nested deeper than \(environment.limits.depth)")
    }
    switch value {
    case .array(let items):
      for item in items { try countParts(of: item, depth: depth + 1) }
    case .object(let map):
      for entry in map { try countParts(of: entry.value, depth: depth + 1) }
    default: break
    }
  }

  /// The elements of a value, for filters and loops.
  ///
  /// - Throws: `LiquidError` if there are too many.
  public mutating func elements(of value: LiquidValue) throws(LiquidError) -> [LiquidValue] {
    if case .range(let range) = value {
      // They take memory too.
      try count(
        steps: range.count.multipliedReportingOverflow(by: 4).overflow ? .max : range.count * 4)
      return (0..<range.count).map { .int(range.first + $0) }
    }
    let elements = settled(value).elements
    for case .string(let text) in elements { meter.add(bytes: text.utf8.count) }
    try count(steps: elements.count)
    return elements
  }

  /// Whether a condition holds.
  ///
  /// - Throws: `LiquidError` if it compares what cannot be compared.
  public mutating func evaluate(_ condition: Condition) throws(LiquidError) -> Bool {
    // The right side of each `and` and `or` is all the rest: one walk from the left decides.
    var result = false
    for comparison in condition.comparisons {
      meter.add(2)
      result = try holds(comparison)
      if result == comparison.isBeforeOr { return result }
    }
    return result
  }

  private mutating func holds(
    _ comparison: Condition.Comparison
  ) throws(LiquidError) -> Bool {
    let left = evaluate(comparison.left)
    guard let relation = comparison.relation else { return left.isTruthy }
    let right = evaluate(comparison.right)
    switch relation {
    case .equal: return try areEqual(left, right)
    case .unequal: return try !areEqual(left, right)
    case .contains:
      return try contains(left, right)
    case .less: return try order(left, right).map { $0 < 0 } ?? false
    case .lessOrEqual: return try order(left, right).map { $0 <= 0 } ?? false
    case .greater: return try order(left, right).map { $0 > 0 } ?? false
    case .greaterOrEqual: return try order(left, right).map { $0 >= 0 } ?? false
    case .unknown(let name): throw LiquidError(.syntax, "'\(name)' compares nothing")
    }
  }

  private mutating func contains(
    _ whole: LiquidValue, _ part: LiquidValue
  ) throws(LiquidError) -> Bool {
    guard part.isTruthy else { return false }
    switch whole {
    case .string(let text):
      let part = LiquidValue.string(try self.text(of: part))
      try count(steps: text.utf8.count >> 3)
      return whole.contains(part)
    case .array(let items):
      for item in items where try areEqual(item, part, comparesBlank: true) { return true }
      return false
    case .lazy(let object):
      if object[try text(of: part)] != nil { return true }
      return try contains(settled(whole), part)
    default: return whole.contains(part)
    }
  }

  private mutating func areEqual(
    _ left: LiquidValue, _ right: LiquidValue
  ) throws(LiquidError) -> Bool {
    try areEqual(left, right, comparesBlank: environment.comparesBlank)
  }

  /// Whether two values are equal, with the work of comparing them counted.
  ///
  /// - Throws: `LiquidError` if that is too much.
  mutating func areEqual(
    _ left: LiquidValue, _ right: LiquidValue, comparesBlank: Bool
  ) throws(LiquidError) -> Bool {
    if case .lazy(let a) = left, case .lazy(let b) = right, a === b { return true }
    let (left, right) = (settled(left), settled(right))
    switch (left, right) {
    case (.string(let a), .string(let b)):
      try count(steps: 1 + min(a.utf8.count, b.utf8.count) >> 4)
    case _ where left.isContainer && right.isContainer: try countParts(of: left)
    default: meter.add(1)
    }
    if !comparesBlank {
      switch (left, right) {
      case (.blank, _), (_, .blank): return false
      default: break
      }
    }
    return left.equals(right)
  }

  /// Counts the work of ordering two values.
  ///
  /// - Throws: `LiquidError` if it is too much.
  package mutating func countComparison(
    of left: LiquidValue, _ right: LiquidValue
  ) throws(LiquidError) {
    switch (left, right) {
    case (.string(let a), .string(let b)):
      try count(steps: 2 + min(a.utf8.count, b.utf8.count) >> 4)
    case (.array, .array): try countParts(of: left)
    default: try count(steps: 2)
    }
  }

  /// How two values are ordered; `nil` where the question makes no sense and the answer is no.
  private mutating func order(
    _ left: LiquidValue, _ right: LiquidValue
  ) throws(LiquidError) -> Int? {
    try countComparison(of: left, right)
    switch (left, right) {
    case (.null, _), (.bool, _), (.array, _): return nil
    default: break
    }
    if let order = left.compared(to: right) { return order }
    switch (left, right) {
    case (.int, .string), (.string, .int), (.double, .string), (.string, .double),
      (.date, .string), (.string, .date), (.date, .int), (.int, .date):
      throw LiquidError(
        .argument, "\(left.shown) and \(right.shown) cannot be compared")
    default: return nil
    }
  }
}

extension LiquidValue {
  /// Whether it is a list or an object that is all there.
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  /// Whether a string has a part, a list an element, an object a key.
  func contains(_ part: LiquidValue) -> Bool {
    guard part.isTruthy else { return false }
    switch self {
    case .string(let text): return text.utf8Contains(part.text)
    case .array(let items): return items.contains { $0.equals(part) }
    case .object(let map): return map[part.text] != nil
    case .range(let range):
      guard case .int(let number) = part else { return false }
      return number >= range.first && number <= range.last
    case .lazy(let object):
      return object[part.text] != nil || object.whole.contains(part)
    default: return false
    }
  }
}
