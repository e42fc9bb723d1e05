/// A `data:` address (RFC 2397): a resource written out in its own address.
package struct DataAddress {
  /// What it holds.
  package let resource: Resource

  /// Takes an address apart, or `nil` if it is none of this kind or not well formed.
  package init?(_ address: String) {
    let source = address.utf8
    guard source.count > 5, Self.isData(address), let comma = source.firstIndex(of: 0x2C)
    else { return nil }
    let head = address[address.utf8.index(address.startIndex, offsetBy: 5)..<comma].lowercased()
    let parameters = head.split(separator: ";", omittingEmptySubsequences: false)
    let type = parameters.first.map(String.init) ?? ""
    let content = Self.decoded(source[source.index(after: comma)...])
    let bytes: [UInt8]
    if parameters.last == "base64" {
      guard let decoded = Self.base64(content) else { return nil }
      bytes = decoded
    } else {
      bytes = content
    }
    resource = Resource(bytes: bytes, mediaType: type.isEmpty ? "text/plain" : type)
  }

  /// Whether an address is of this kind.
  package static func isData(_ address: String) -> Bool {
    address.utf8.prefix(5).elementsEqual("data:".utf8) || address.prefix(5).lowercased() == "data:"
  }

  /// The bytes that percent-escapes stand for.
  private static func decoded(_ text: Substring.UTF8View) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let high = rest.first.flatMap(digit),
        let low = rest.dropFirst().first.flatMap(digit)
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func base64(_ content: [UInt8]) -> [UInt8]? {
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
        buffer &= (1 << UInt32(bits)) - 1
      }
    }
    return result
  }
}
