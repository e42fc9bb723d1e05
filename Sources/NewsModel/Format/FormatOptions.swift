/// Values of format options, as given on a command line or in code.
public struct FormatOptions: Sendable, Hashable {
  private var values: [String: [String]] = [:]

  /// No options.
  public init() {}

  /// The names given, in alphabetical order.
  public var names: [String] { values.keys.sorted() }

  /// Gives an option; a flag's value is `true` or `false`.
  public mutating func set(_ name: String, _ value: String) {
    values[name, default: []].append(value)
  }

  /// These options and others, which come behind.
  public func merging(_ others: FormatOptions) -> FormatOptions {
    var all = self
    for (name, values) in others.values { all.values[name, default: []] += values }
    return all
  }

  /// Takes an option out.
  public mutating func remove(_ name: String) { values[name] = nil }

  /// Whether a flag was given; `nil` if it was not mentioned.
  public func flag(_ name: String) throws(ConversionError) -> Bool? {
    switch values[name]?.last {
    case nil: return nil
    case "true", "yes", "on", "": return true
    case "false", "no", "off": return false
    case let other?:
      throw ConversionError(.badOption, "--\(name) is on or off, not '\(other)'")
    }
  }

  /// The last value given.
  public func value(_ name: String) -> String? { values[name]?.last }
  /// All values given, in order.
  public func values(_ name: String) -> [String] { values[name] ?? [] }

  /// A whole number.
  public func integer(_ name: String, in range: ClosedRange<Int>) throws(ConversionError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw ConversionError(
        .badOption,
        "--\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text)'"
      )
    }
    return number
  }

  /// One of a set of words.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, as type: Choice.Type = Choice.self
  ) throws(ConversionError) -> Choice? where Choice.RawValue == String {
    guard let text = value(name) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw ConversionError(.badOption, "--\(name) is one of \(known), not '\(text)'")
  }
}
