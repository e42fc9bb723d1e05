/// A tag that was read and can be rendered.
public protocol LiquidNode: Sendable {
  /// Whether it prints nothing, so that a block of such tags prints no white space either.
  var isBlank: Bool { get }

  /// Prints into the context's output, or changes its variables.
  ///
  /// - Throws: `LiquidError` if it cannot; rendering goes on after the tag.
  func render(in context: inout Context) throws(LiquidError)
}

extension LiquidNode {
  /// It may print something.
  public var isBlank: Bool { false }
}
