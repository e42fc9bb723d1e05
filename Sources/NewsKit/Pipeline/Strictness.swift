/// Which warnings are errors.
public struct Strictness: Sendable, Hashable {
  /// Every warning.
  public static let all = Strictness(codes: nil)
  /// None.
  public static let none = Strictness(codes: [])

  /// The codes of warnings that are errors; `nil` for all.
  private let codes: Set<Diagnostic.Code>?

  private init(codes: Set<Diagnostic.Code>?) { self.codes = codes }

  /// The warnings of some codes.
  public init(_ codes: some Sequence<Diagnostic.Code>) { self.codes = Set(codes) }

  /// The first diagnostic that is an error.
  public func violation(in diagnostics: [Diagnostic]) -> Diagnostic? {
    if codes?.isEmpty == true { return nil }
    return diagnostics.first { diagnostic in
      diagnostic.severity == .warning && (codes?.contains(diagnostic.code) ?? true)
    }
  }

  /// Throws the first diagnostic that is an error.
  public func check(_ diagnostics: [Diagnostic]) throws(ConversionError) {
    if let warning = violation(in: diagnostics) { throw ConversionError(treating: warning) }
  }
}

extension ConversionError {
  /// The failure that a warning is where warnings are errors.
  public init(treating warning: Diagnostic) {
    self.init(
      .badInput, warning.message + " (an error because of --strict)", file: warning.file,
      line: warning.line)
  }
}
