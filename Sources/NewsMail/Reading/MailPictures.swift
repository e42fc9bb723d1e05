internal import NewsAddress
internal import NewsModel
internal import Synchronization

/// Gives the pictures of a message for the addresses that its text has for them.
struct MailPictures: Sendable {
  private let message: MailMessage
  private let parts: [String: Int]
  private let room: Room

  /// How many bytes may still be written out: a picture that is shown again and again is not
  /// multiplied beyond measure.
  private final class Room: Sendable {
    private let left: Mutex<Int>

    init(_ bytes: Int) { left = Mutex(bytes) }

    /// Takes some bytes; whether there were as many.
    func take(_ bytes: Int) -> Bool {
      left.withLock { left in
        if left < bytes { return false }
        left -= bytes
        return true
      }
    }
  }

  init(_ message: MailMessage) {
    self.message = message
    parts = message.partsByAddress
    room = Room((8 << 20) + 4 * message.bytes.count)
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
    guard part.type.value.hasPrefix("image/"), part.content.count <= Self.largest,
      room.take(part.content.count)
    else { return nil }
    return DataAddress.address(of: message.content(of: part), mediaType: part.type.value)
  }

  /// A larger picture is no part of a text.
  private static let largest = 32 << 20
}
