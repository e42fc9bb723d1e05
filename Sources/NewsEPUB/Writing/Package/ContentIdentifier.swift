/// The identifier of a book: a UUID of version 5 (RFC 9562), made of what the book says.
enum ContentIdentifier {
  /// This project's name space: the UUID v5 of `https://newskit.invalid/` among addresses.
  private static let nameSpace: [UInt8] = [
    0xD3, 0x78, 0xDE, 0xDE, 0x65, 0x7A, 0x5A, 0xC8, 0xA6, 0x9B, 0xC5, 0xFA, 0x26, 0x1C, 0xAD, 0x4B,
  ]

  /// The address `urn:uuid:…` for a content.
  static func urn(of content: [UInt8]) -> String {
    var bytes = Array(SHA1.digest(of: nameSpace + content).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = "urn:uuid:"
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
    return text
  }
}
