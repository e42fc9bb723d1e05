extension Filter {
  /// The filters of Liquid itself.
  public static let standard: [String: Filter] = [text, html, encoding, number, list]
    .reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }

  /// A filter without arguments that turns text into text; `nil` becomes the empty text.
  static func text(_ transform: @escaping @Sendable (String) -> String) -> Filter {
    Filter { input, _, context throws(LiquidError) in
      .string(transform(try context.string(of: input)))
    }
  }

  /// A whole number given as such or in text.
  ///
  /// - Throws: `LiquidError` if it is not one.
  static func integer(_ value: LiquidValue) throws(LiquidError) -> Int {
    switch value {
    case .int(let number): return number
    case .string(let text):
      if let number = Int(text) { return number }
    default: break
    }
    throw LiquidError(.argument, "\(value.shown) is not a whole number")
  }
}
