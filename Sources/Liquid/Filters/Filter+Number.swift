extension Filter {
  /// Filters that compute.
  static let number: [String: Filter] = [
    "abs": .number { $0.magnitude.value },
    "ceil": .number { $0.whole(.up) },
    "floor": .number { $0.whole(.down) },
    "round": Filter(0...1) { input, arguments, _ throws(LiquidError) in
      let places = LiquidNumber(arguments[0]).rounded(.towardZero)
      return LiquidNumber(input).rounded(places: max(-30, min(places, 30)))
    },
    "plus": .pair { $0 + $1 },
    "minus": .pair { $0 - $1 },
    "times": .pair { $0 * $1 },
    "divided_by": .pair { $0.divided(by: $1) },
    "modulo": .pair { $0.remainder(by: $1) },
    "at_least": .pair { $0 < $1 ? $1 : $0 },
    "at_most": .pair { $1 < $0 ? $1 : $0 },
  ]

  private static func number(
    _ transform: @escaping @Sendable (LiquidNumber) -> LiquidValue
  ) -> Filter {
    Filter { input, _, _ throws(LiquidError) in transform(LiquidNumber(input)) }
  }

  private static func pair(
    _ operation: @escaping @Sendable (LiquidNumber, LiquidNumber) -> LiquidNumber?
  ) -> Filter {
    Filter(1...1) { input, arguments, _ throws(LiquidError) in
      guard let result = operation(LiquidNumber(input), LiquidNumber(arguments[0])) else {
        throw LiquidError(.argument, "divided by 0")
      }
      return result.value
    }
  }
}
