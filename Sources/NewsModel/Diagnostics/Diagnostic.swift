/// Something a person should know of a conversion that went on: what was dropped or repaired.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable {
    /// What was done, for the record.
    case note
    /// Something was dropped, repaired or guessed.
    case warning
  }

  /// How much it matters.
  public var severity: Severity
  /// What happened and what to do, one sentence without a final full stop.
  public var message: String
  /// The file or address.
  public var file: String?
  /// The line, from 1, where known.
  public var line: Int?

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, _ message: String, file: String? = nil, line: Int? = nil
  ) {
    self.severity = severity
    self.message = message
    self.file = file
    self.line = line
  }
}
