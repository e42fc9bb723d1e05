/// How much a template may take, so that a hostile one ends in a message.
public struct LiquidLimits: Sendable, Hashable {
  /// Bytes that one rendering may write, and that one string may hold.
  public var outputBytes = 64 << 20
  /// Blocks within blocks, partial templates included.
  public var depth = 100
  /// Nodes rendered, turns of loops, elements and bytes gone through by filters.
  public var steps = 50_000_000

  /// The defaults.
  public init() {}
}
