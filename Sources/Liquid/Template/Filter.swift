/// A filter: what it makes of a value.
public struct Filter: Sendable {
  /// What a filter is given after the colon.
  public struct Arguments: Sendable {
    /// Those without a name, in order.
    public var positional: [LiquidValue]
    /// Those with a name, in order.
    public var named: [(name: String, value: LiquidValue)]

    /// The argument at a place, `nil` if there are not so many.
    public subscript(place: Int) -> LiquidValue {
      positional.indices.contains(place) ? positional[place] : .null
    }

    /// The argument of a name, `nil` if there is none.
    public subscript(name: String) -> LiquidValue {
      named.last { $0.name == name }?.value ?? .null
    }

    /// How many have no name.
    public var count: Int { positional.count }
  }

  /// Computes the result.
  public typealias Function =
    @Sendable (
      _ input: LiquidValue, _ arguments: Arguments, _ context: inout Context
    ) throws(LiquidError) -> LiquidValue

  let counts: ClosedRange<Int>
  let apply: Function

  /// A filter that takes so many arguments without a name.
  public init(_ counts: ClosedRange<Int> = 0...0, _ apply: @escaping Function) {
    self.counts = counts
    self.apply = apply
  }
}
