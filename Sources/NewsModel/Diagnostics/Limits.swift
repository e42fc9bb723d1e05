/// How much a conversion may take, so that hostile input ends in a message.
public struct Limits: Sendable, Hashable {
  /// Bytes of one input.
  public var inputBytes: Int = 256 << 20
  /// Bytes of one record among many, as it lies there and when it is decompressed: a page in an
  /// archive, a line of JSON.
  public var recordBytes: Int = 32 << 20
  /// Levels of blocks within blocks and inlines within inlines; deeper ones are flattened.
  public var depth: Int = 100
  /// Nodes of one document tree.
  public var nodes: Int = 20_000_000

  /// The defaults.
  public init() {}
  /// The defaults.
  public static let standard = Limits()
}
