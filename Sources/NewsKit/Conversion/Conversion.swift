/// What came of a conversion: its result, and what a person should know of it.
public struct Conversion<Result: Sendable>: Sendable {
  /// The result.
  public var result: Result
  /// What was dropped, repaired or guessed, in order.
  public var diagnostics: [Diagnostic]

  /// Makes the outcome of a conversion.
  public init(_ result: Result, diagnostics: [Diagnostic]) {
    self.result = result
    self.diagnostics = diagnostics
  }
}
