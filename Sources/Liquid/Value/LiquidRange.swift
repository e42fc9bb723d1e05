/// Whole numbers from one to another, both included; empty when the last is below the first.
public struct LiquidRange: Sendable, Hashable {
  /// The first number.
  public var first: Int
  /// The last number.
  public var last: Int

  /// Makes a range.
  public init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }

  /// How many numbers there are.
  public var count: Int {
    guard last >= first else { return 0 }
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    return overflow || distance == .max ? .max : distance + 1
  }
}
