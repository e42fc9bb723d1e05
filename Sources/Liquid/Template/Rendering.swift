/// What came of rendering a template.
public struct Rendering: Sendable {
  /// The output, in UTF-8.
  public var output: [UInt8]
  /// What is wrong with the template and what went wrong on the way, each thing once.
  public var problems: [LiquidError]

  /// Makes what came of a rendering.
  public init(output: [UInt8], problems: [LiquidError] = []) {
    self.output = output
    self.problems = problems
  }

  /// The output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }
}
