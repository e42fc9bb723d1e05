/// The bytes within a `data:` address (RFC 2397).
struct DataAddress {
  /// The bytes.
  let bytes: [UInt8]

  /// Takes an address apart, or `nil` if it is none of this kind or not well formed.
  init?(_ address: String) {
    let source = address.utf8
    guard source.count > 5, address.prefix(5).lowercased() == "data:",
      let comma = source.firstIndex(of: UInt8(ascii: ","))
    else { return nil }
    let isBase64 = address[..<comma].lowercased().hasSuffix(";base64")
    let content = WebAddress.decoded(String(address[source.index(after: comma)...]))
    if isBase64 {
      guard let decoded = Self.base64(content.utf8) else { return nil }
      bytes = decoded
    } else {
      bytes = Array(content.utf8)
    }
  }

  private static func base64(_ content: String.UTF8View) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(content.count / 4 * 3)
    var buffer: UInt32 = 0
    var bits = 0
    for byte in content {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - 0x41)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - 0x61) + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte - 0x30) + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="), 0x09, 0x0A, 0x0D, 0x20: continue
      default: return nil
      }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return result
  }
}
