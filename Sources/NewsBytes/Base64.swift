/// Base64 (RFC 4648) as it is found in the wild: either alphabet, line breaks, padding or none.
package enum Base64 {
  /// The bytes, or `nil` where a byte belongs to neither alphabet.
  package static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.underestimatedCount / 4 * 3)
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in text {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - 0x41)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - 0x61) + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte - 0x30) + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="):
        // Padding ends a piece; some put several one after the other.
        bits = 0
        continue
      case 0x09, 0x0A, 0x0D, 0x20: continue
      default: return nil
      }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return result
  }
}
