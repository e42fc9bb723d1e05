/// What is wrong with a template, or went wrong in it.
///
/// Templates are read and rendered leniently: such errors are collected, not thrown, unless the
/// strict calls are used.
public struct LiquidError: Error, Sendable, Hashable {
  /// The kind of error.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The name of the kind.
    public var rawValue: String
    /// Makes a code.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A tag or expression is not written as the language demands.
    public static let syntax = Code(rawValue: "syntax")
    /// No such tag.
    public static let unknownTag = Code(rawValue: "unknownTag")
    /// No such filter.
    public static let unknownFilter = Code(rawValue: "unknownFilter")
    /// A filter or tag was given too much, too little or the wrong kind.
    public static let argument = Code(rawValue: "argument")
    /// No such partial template.
    public static let noTemplate = Code(rawValue: "noTemplate")
    /// A bound on output, depth or steps was reached; rendering stopped there.
    public static let limit = Code(rawValue: "limit")
    /// The processor was busy with the template for too long; rendering stopped somewhere.
    public static let time = Code(rawValue: "time")
  }

  /// The kind of error.
  public var code: Code
  /// What happened, one sentence without a final full stop.
  public var message: String
  /// The line of the template, from 1.
  public var line: Int?
  /// The name of the partial template, if it happened in one.
  public var template: String?

  /// Makes an error.
  public init(_ code: Code, _ message: String, line: Int? = nil, template: String? = nil) {
    self.code = code
    self.message = message
    self.line = line
    self.template = template
  }
}

extension LiquidError: CustomStringConvertible {
  /// `template:line: message`.
  public var description: String {
    var text = ""
    if let template { text += template + ":" }
    if let line { text += "\(line):" }
    return text.isEmpty ? message : text + " " + message
  }
}
