/// One input of a batch and where its output goes.
public struct BatchItem: Sendable, Hashable {
  /// The file to read; `-` for standard input.
  public var input: String
  /// The file to write.
  public var output: String

  /// Makes an item.
  public init(input: String, output: String) {
    self.input = input
    self.output = output
  }
}
