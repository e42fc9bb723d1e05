#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Finding bytes in a text with the C library's means, which look at many of them at a time.
extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte in a range, which must lie in the buffer.
  package func place(of byte: UInt8, from start: Int = 0, to end: Int? = nil) -> Int? {
    let end = end ?? count
    precondition(start >= 0 && end <= count)
    guard start < end, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

extension String {
  /// Gives the bytes to a closure. Public only to be inlined.
  @inlinable
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension Array<UInt8> {
  /// The first place of a byte in a range.
  package func place(of byte: UInt8, from start: Int = 0, to end: Int? = nil) -> Int? {
    withUnsafeBufferPointer { $0.place(of: byte, from: start, to: end) }
  }
}

extension Array<UInt8> {
  /// The first place of some bytes, of which there must be one at least.
  package func place(of piece: [UInt8], from start: Int = 0) -> Int? {
    var index = start
    while index <= count - piece.count, let found = place(of: piece[0], from: index) {
      if found > count - piece.count { return nil }
      if self[found..<(found + piece.count)].elementsEqual(piece) { return found }
      index = found + 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// The first place of a byte.
  package func place(of byte: UInt8) -> Int? {
    withUnsafeBufferPointer { $0.place(of: byte) }.map { startIndex + $0 }
  }
}

extension ArraySlice<UInt8> {
  /// The first byte that is no blank, past a byte order mark: what tells markup (`<`) and JSON (`{`)
  /// from text before more is looked at.
  package var firstMark: UInt8? {
    let text = starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
    return text.first { $0 > 0x20 }
  }
}
