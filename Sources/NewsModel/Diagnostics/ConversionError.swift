/// Why a conversion failed.
///
/// A struct with an open code, so that a new kind of failure breaks nobody's `switch`.
public struct ConversionError: Error, Sendable, Hashable {
  /// The kind of failure.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The name of the kind.
    public var rawValue: String
    /// Makes a code.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The input is not what its format demands, or is empty.
    public static let badInput = Code(rawValue: "bad-input")
    /// The input exceeds a limit.
    public static let limitExceeded = Code(rawValue: "limit-exceeded")
    /// No such format is registered, or it cannot do that.
    public static let unknownFormat = Code(rawValue: "unknown-format")
    /// An option is unknown, or its value makes no sense.
    public static let badOption = Code(rawValue: "bad-option")
    /// The input is not there or cannot be read.
    public static let noInput = Code(rawValue: "no-input")
    /// The output cannot be made there.
    public static let cannotCreate = Code(rawValue: "cannot-create")
    /// Reading or writing failed half-way.
    public static let inputOutput = Code(rawValue: "input-output")
    /// Something outside failed: a filter, a library.
    public static let software = Code(rawValue: "software")
  }

  /// The kind of failure.
  public var code: Code
  /// What happened and what to do, one sentence without a final full stop.
  public var message: String
  /// The file or address.
  public var file: String?
  /// The line, from 1, where known.
  public var line: Int?

  /// Makes an error. What its message quotes is put on one line and made printable.
  public init(_ code: Code, _ message: String, file: String? = nil, line: Int? = nil) {
    self.code = code
    self.message = PrintableText.message(message)
    self.file = file
    self.line = line
  }
}

extension ConversionError: CustomStringConvertible {
  /// `file:line: message`.
  public var description: String {
    var text = ""
    if let file { text += file + ":" }
    if let line { text += "\(line):" }
    return text.isEmpty ? message : text + " " + message
  }
}
