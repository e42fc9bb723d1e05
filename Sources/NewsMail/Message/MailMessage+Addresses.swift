/// What parts are called, and where they stood.
extension MailMessage {
  /// The numbers of the parts by what texts call them: `cid:…`, and the addresses they stood at.
  var partsByAddress: [String: Int] {
    var numbers: [String: Int] = [:]
    for (number, part) in parts.enumerated() where part.children.isEmpty {
      if let id = part.contentID, numbers["cid:" + id] == nil { numbers["cid:" + id] = number }
      if let location = part.header.raw("content-location"), numbers[location] == nil {
        numbers[location] = number
      }
    }
    return numbers
  }

  /// Where a text stood on the web.
  func location(of part: MailPart) -> String? {
    let declared =
      part.header.raw("content-location") ?? parts[0].header.raw("snapshot-content-location")
      ?? parts[0].header.raw("content-location")
    return declared.flatMap { Self.isAddress($0) ? $0 : nil }
  }

  private static func isAddress(_ text: String) -> Bool {
    let lowered = text.prefix(8).lowercased()
    return lowered.hasPrefix("http://") || lowered.hasPrefix("https://")
  }

  /// The part that its part names as the one that the others belong to (`start`, RFC 2387).
  func root(of part: MailPart) -> Int? {
    guard let start = part.type["start"] else { return nil }
    let id = String(start.drop { $0 == "<" }.prefix { $0 != ">" })
    return part.children.first { parts[$0].contentID == id }
  }
}
