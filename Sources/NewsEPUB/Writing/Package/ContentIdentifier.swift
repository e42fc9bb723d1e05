import NewsModel

/// The identifier of a book: a UUID of version 5 (RFC 9562), made of what the book says.
enum ContentIdentifier {
  /// This project's name space: the UUID v5 of `https://newskit.invalid/` among addresses.
  private static let nameSpace: [UInt8] = [
    0xD3, 0x78, 0xDE, 0xDE, 0x65, 0x7A, 0x5A, 0xC8, 0xA6, 0x9B, 0xC5, 0xFA, 0x26, 0x1C, 0xAD, 0x4B,
  ]

  /// The address `urn:uuid:…` for a content.
  static func urn(of content: [UInt8]) -> String {
    UUIDName.urn(of: SHA1.digest(of: nameSpace + content), version: 5)
  }
}
