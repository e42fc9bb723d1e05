/// Takes the bytes that a writer makes.
public protocol ByteSink {
  /// Appends bytes.
  mutating func write(_ bytes: [UInt8]) throws(ConversionError)
}

/// A sink that keeps the bytes in memory.
public struct ByteBuffer: ByteSink, Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty buffer.
  public init() {}

  /// Appends bytes.
  public mutating func write(_ bytes: [UInt8]) {
    if self.bytes.isEmpty { self.bytes = bytes } else { self.bytes += bytes }
  }
}
