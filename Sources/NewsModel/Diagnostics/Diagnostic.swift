/// Something a person should know of a conversion that went on: what was dropped or repaired.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable {
    /// What was done, for the record.
    case note
    /// What was left out on purpose and nothing else would show, such as a draft among posts.
    case notice
    /// Something was dropped, repaired or guessed.
    case warning
  }

  /// The kind of thing, for programs: a stable name in small letters and hyphens.
  ///
  /// A struct with an open name, so that a format of your own has codes of its own.
  /// `Documentation/diagnostics.md` lists those of NewsKit.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The name, for example `link-unresolved`.
    public var rawValue: String
    /// Makes a code.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Makes a code.
    public init(_ name: String) { rawValue = name }

    /// No code was given.
    public static let other = Code("other")
  }

  /// How much it matters.
  public var severity: Severity
  /// The kind of thing.
  public var code: Code
  /// What happened and what to do, one sentence without a final full stop.
  public var message: String
  /// The file or address.
  public var file: String?
  /// The line, from 1, where known.
  public var line: Int?

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, _ code: Code, _ message: String, file: String? = nil,
    line: Int? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.file = file
    self.line = line
  }

  /// Makes a diagnostic without a code.
  public init(_ severity: Severity, _ message: String, file: String? = nil, line: Int? = nil) {
    self.init(severity, .other, message, file: file, line: line)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line: warning: message [code]`, as compilers print theirs.
  public var description: String {
    var text = ""
    if let file { text += file + ":" }
    if let line { text += "\(line):" }
    if !text.isEmpty { text += " " }
    text += "\(severity.rawValue): \(message)"
    return code == .other ? text : text + " [\(code.rawValue)]"
  }
}
