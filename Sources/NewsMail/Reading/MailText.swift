internal import NewsAddress
internal import NewsModel
internal import NewsText

/// What of a message is its text, and what goes with it.
struct MailText {
  let message: MailMessage
  /// The part that is the text; `nil` where there is none.
  private(set) var part: MailPart?
  /// Whether it is HTML.
  var isHTML: Bool {
    ["text/html", "application/xhtml+xml"].contains(part?.type.value ?? "")
  }

  init(_ message: MailMessage) {
    self.message = message
    part = Self.text(of: message)
  }

  /// The first HTML part that is no attachment, else the first plain one. Where a part says which of those
  /// related to it is meant (`start`), that one.
  private static func text(of message: MailMessage) -> MailPart? {
    var plain: MailPart?
    // Depth first, as the parts are read. There are few levels.
    var waiting = message.parts.isEmpty ? [] : [0]
    while let number = waiting.popLast() {
      let part = message.parts[number]
      if part.isAttachment { continue }
      var children = part.children
      if part.type.value == "multipart/related", let start = part.type["start"] {
        let id = start.drop { $0 == "<" }.prefix { $0 != ">" }
        if let root = children.first(where: { message.parts[$0].contentID == String(id) }) {
          children = [root]
        }
      }
      if !children.isEmpty {
        waiting += children.reversed()
        continue
      }
      if part.isMultipart || part.type.value == "message/rfc822" { continue }
      switch part.type.value {
      case "text/html", "application/xhtml+xml": return part
      case "text/plain", "text", "text/markdown", "": plain = plain ?? part
      default: break
      }
    }
    return plain
  }

  /// The text's bytes, decoded from their transfer encoding, and the character encoding declared for them.
  var content: (bytes: [UInt8], charset: String?) {
    guard let part else { return ([], nil) }
    return (message.content(of: part), part.type["charset"])
  }

  /// Where the text stood on the web.
  var location: String? {
    let declared =
      part?.header.raw("content-location") ?? message.parts[0].header.raw(
        "snapshot-content-location")
      ?? message.parts[0].header.raw("content-location")
    return declared.flatMap { Self.isAddress($0) ? $0 : nil }
  }

  private static func isAddress(_ text: String) -> Bool {
    let lowered = text.prefix(8).lowercased()
    return lowered.hasPrefix("http://") || lowered.hasPrefix("https://")
  }

  /// The numbers of the parts by what texts call them: `cid:…`, and the addresses they stood at.
  var partsByAddress: [String: Int] {
    var parts: [String: Int] = [:]
    for (number, part) in message.parts.enumerated() where part.children.isEmpty {
      if let id = part.contentID, parts["cid:" + id] == nil { parts["cid:" + id] = number }
      if let location = part.header.raw("content-location"), parts[location] == nil {
        parts[location] = number
      }
    }
    return parts
  }
}

/// Gives the pictures of a message for the addresses that its text has for them.
struct MailPictures: Sendable {
  private let message: MailMessage
  private let parts: [String: Int]

  init(_ text: MailText) {
    message = text.message
    parts = text.partsByAddress
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
  func dataAddress(_ address: String) -> String? {
    guard let part = part(address), part.type.value.hasPrefix("image/"),
      part.content.count <= Self.largest
    else { return nil }
    return DataAddress.address(of: message.content(of: part), mediaType: part.type.value)
  }

  /// A larger picture is no part of a text.
  private static let largest = 32 << 20
}
