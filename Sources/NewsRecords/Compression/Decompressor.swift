/// Decompresses bytes that come in pieces, as one unit after the other: members of gzip, frames of
/// Zstandard.
package protocol Decompressor: AnyObject {
  /// Decompresses as much of the input as goes into the output.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep

  /// Begins the next unit.
  func reset()
}

/// How far one step went.
package struct DecompressionStep {
  /// What follows.
  package enum State {
    /// More input or more room is needed.
    case goesOn
    /// The unit has ended.
    case ends
    /// The input is damaged here.
    case fails
  }

  /// What follows.
  package var state: State
  /// How many bytes were read.
  package var consumed: Int
  /// How many bytes were made.
  package var produced: Int
}
