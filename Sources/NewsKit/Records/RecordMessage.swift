/// Values as bytes, one after the other: what a worker is asked and answers. Both ends are the same
/// program, so nothing says what it is.
struct MessageWriter {
  private(set) var bytes: [UInt8] = []

  /// - Parameter count: about how many bytes there will be.
  init(capacity count: Int) { bytes.reserveCapacity(count) }

  mutating func put(_ number: Int) {
    withUnsafeBytes(of: number) { bytes += $0 }
  }

  mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func put(_ more: [UInt8]) {
    put(more.count)
    bytes += more
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes += text.utf8
  }

  mutating func put(_ text: String?) {
    put(text != nil)
    if let text { put(text) }
  }
}

/// Reads such values back; what is missing reads as nothing.
struct MessageReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func number() -> Int {
    let word = take(MemoryLayout<Int>.size)
    guard word.count == MemoryLayout<Int>.size else { return 0 }
    return word.withUnsafeBytes { $0.loadUnaligned(as: Int.self) }
  }

  mutating func flag() -> Bool { take(1).first == 1 }

  mutating func array() -> [UInt8] { Array(take(number())) }

  mutating func string() -> String { String(decoding: take(number()), as: UTF8.self) }

  mutating func optionalString() -> String? { flag() ? string() : nil }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    let taken = rest.prefix(max(0, count))
    rest = rest.dropFirst(taken.count)
    return taken
  }
}
