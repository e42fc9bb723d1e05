/// Which bytes beyond ASCII there are in a text: tells in a few steps that a word is not in it.
package struct ByteSet: Sendable {
  /// 0x80 to 0xBF, a bit each.
  private var low: UInt64 = 0
  /// 0xC0 to 0xFF.
  private var high: UInt64 = 0

  package init(_ bytes: [UInt8]) {
    for byte in bytes where byte >= 0x80 {
      let bit: UInt64 = 1 &<< UInt64(byte & 63)
      if byte < 0xC0 { low |= bit } else { high |= bit }
    }
  }

  /// Whether all of these bytes are among the others.
  package func isSubset(of other: ByteSet) -> Bool {
    low & ~other.low == 0 && high & ~other.high == 0
  }
}
