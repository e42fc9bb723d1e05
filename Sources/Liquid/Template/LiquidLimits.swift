/// How much a template may take, so that a hostile one ends in a message.
public struct LiquidLimits: Sendable, Hashable {
  /// Bytes that one rendering may write, and that one string may hold.
  public var outputBytes = 64 << 20
  /// Blocks within blocks, partial templates included.
  public var depth = 100
  /// Work done: nodes rendered, turns of loops, elements made, compared and sorted, and for each
  /// eight bytes made or read one. A step takes some tens of nanoseconds.
  public var steps = 25_000_000
  /// Seconds of the processor, for what the count of steps misses. Unlike the other limits this one
  /// depends on the machine: reaching it is a failure (``LiquidError/Code/time``), never a shorter
  /// output.
  public var processorSeconds: Double = 10

  /// The defaults.
  public init() {}
}
