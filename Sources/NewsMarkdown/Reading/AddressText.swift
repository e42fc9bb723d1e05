/// Addresses as their author wrote them.
///
/// cmark percent-encodes every character of an address beyond plain ASCII. Where the text has the
/// decoded form and not the encoded one, the author wrote that.
struct AddressText: Sendable {
  private let source: [UInt8]

  init(source: [UInt8]) { self.source = source }

  /// The address of an attribute as it stands in the text.
  func asWritten(_ address: String) -> String {
    let encoded = Array(address.utf8)
    guard encoded.contains(UInt8(ascii: "%")), !contains(encoded) else { return address }
    let decoded = Self.decoded(encoded)
    guard decoded != encoded, contains(decoded),
      let text = String(validating: decoded, as: UTF8.self)
    else { return address }
    return text
  }

  /// The bytes with everything decoded that cmark would have encoded.
  private static func decoded(_ encoded: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < encoded.count {
      if encoded[index] == UInt8(ascii: "%"), index + 2 < encoded.count,
        let high = digit(encoded[index + 1]), let low = digit(encoded[index + 2])
      {
        let byte = high << 4 | low
        if byte >= 0x80 {
          result.append(byte)
          index += 3
          continue
        }
      }
      result.append(encoded[index])
      index += 1
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    default: nil
    }
  }

  private func contains(_ needle: [UInt8]) -> Bool {
    // Markdown writes an ampersand that could begin a reference as one.
    guard let first = needle.first, needle.count <= source.count else { return false }
    return source.withUnsafeBufferPointer { source in
      needle.withUnsafeBufferPointer { needle in
        var start = 0
        while start + needle.count <= source.count {
          guard let place = source[start...].firstIndex(of: first),
            place + needle.count <= source.count
          else { return false }
          if source[place..<(place + needle.count)].elementsEqual(needle) { return true }
          start = place + 1
        }
        return false
      }
    }
  }
}
