internal import NewsAddress
internal import NewsModel

/// Gives the pictures of a message for the addresses that its text has for them.
struct MailPictures: Sendable {
  private let message: MailMessage
  private let parts: [String: Int]

  init(_ message: MailMessage) {
    self.message = message
    parts = message.partsByAddress
  }

  /// The number of the part that an address means.
  private func part(_ address: String) -> MailPart? {
    var key = address
    if address.prefix(4).lowercased() == "cid:" {
      key = "cid:" + WebAddress.decoded(String(address.dropFirst(4)))
    }
    return (parts[key] ?? parts[String(key.prefix { $0 != "#" })]).map { message.parts[$0] }
  }

  /// The resource behind an address.
  func resource(_ address: String) -> Resource? {
    guard let part = part(address) else { return nil }
    return Resource(bytes: message.content(of: part), mediaType: part.type.value)
  }

  /// The picture behind an address, written out in an address of its own; `nil` for what is none.
  func dataAddress(_ address: String) -> String? { part(address).flatMap(dataAddress) }

  /// A part that is a picture, written out as an address; `nil` for what is none.
  func dataAddress(_ part: MailPart) -> String? {
    guard part.type.value.hasPrefix("image/"), part.content.count <= Self.largest else {
      return nil
    }
    return DataAddress.address(of: message.content(of: part), mediaType: part.type.value)
  }

  /// A larger picture is no part of a text.
  private static let largest = 32 << 20
}
