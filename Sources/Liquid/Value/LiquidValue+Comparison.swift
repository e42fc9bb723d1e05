extension LiquidValue {
  /// Whether two values are equal as `==` in a template has it.
  ///
  /// Numbers compare by amount, nothing is converted between text and numbers; `empty` and `blank`
  /// equal what is so.
  public func equals(_ other: LiquidValue) -> Bool { equals(other, depth: 0) }

  private func equals(_ other: LiquidValue, depth: Int) -> Bool {
    guard depth < 100 else { return false }
    switch (self, other) {
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.int(let a), .double(let b)), (.double(let b), .int(let a)): return Double(a) == b
    case (.double(let a), .double(let b)): return a == b
    case (.string(let a), .string(let b)): return a == b
    case (.date(let a), .date(let b)): return a == b
    case (.range(let a), .range(let b)): return a == b
    case (.array(let a), .array(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.equals($1, depth: depth + 1) }
    case (.object(let a), .object(let b)):
      return a.count == b.count
        && a.allSatisfy { entry in b[entry.key]?.equals(entry.value, depth: depth + 1) ?? false }
    case (.lazy(let a), .lazy(let b)):
      return a === b || a.whole.equals(b.whole, depth: depth + 1)
    case (.lazy(let a), _): return a.whole.equals(other, depth: depth + 1)
    case (_, .lazy(let b)): return equals(b.whole, depth: depth + 1)
    case (.empty, .empty), (.blank, .blank): return true
    case (.empty, .blank), (.blank, .empty): return false
    case (.empty, _): return other.isEmpty
    case (_, .empty): return isEmpty
    case (.blank, _): return other.isBlank
    case (_, .blank): return isBlank
    default: return false
    }
  }

  /// Whether this is a string, list or object without content.
  public var isEmpty: Bool {
    switch self {
    case .string(let text): text.isEmpty
    case .array(let items): items.isEmpty
    case .object(let map): map.isEmpty
    case .range(let range): range.count == 0
    case .lazy(let object): object.whole.isEmpty
    case .empty, .blank: true
    default: false
    }
  }

  /// Whether this is empty, white space, `nil` or `false`.
  public var isBlank: Bool {
    switch self {
    case .null, .bool(false): true
    case .string(let text): text.utf8.allSatisfy(\.isLiquidSpace)
    default: isEmpty
    }
  }

  /// How two values are ordered: below zero, zero, above zero; `nil` if they cannot be.
  public func compared(to other: LiquidValue) -> Int? {
    switch (self, other) {
    case (.int(let a), .int(let b)): return Self.order(a, b)
    case (.int(let a), .double(let b)): return Self.order(Double(a), b)
    case (.double(let a), .int(let b)): return Self.order(a, Double(b))
    case (.double(let a), .double(let b)): return Self.order(a, b)
    case (.string(let a), .string(let b)): return Self.order(a, b)
    case (.date(let a), .date(let b)): return Self.order(a, b)
    case (.bool(let a), .bool(let b)): return a == b ? 0 : nil
    case (.null, .null): return 0
    case (.array(let a), .array(let b)):
      for (left, right) in zip(a, b) {
        guard let order = left.compared(to: right) else { return nil }
        if order != 0 { return order }
      }
      return Self.order(a.count, b.count)
    default: return nil
    }
  }

  private static func order<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a > b ? 1 : 0 }

  /// By code points, as Ruby orders the bytes of UTF-8.
  private static func order(_ a: String, _ b: String) -> Int {
    if a == b { return 0 }
    return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
  }
}
