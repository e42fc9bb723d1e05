/// Tells messages by their first bytes: the fields of a header.
enum MailRecognizer {
  /// Fields that messages have, and hardly anything else.
  private static let own: Set<String> = [
    "received", "return-path", "delivered-to", "message-id", "mime-version", "x-mailer",
    "list-unsubscribe", "dkim-signature", "content-transfer-encoding",
  ]
  private static let common: Set<String> = [
    "from", "to", "subject", "date", "content-type", "sender",
  ]

  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    // Fields begin with letters; no header begins as most posts and pages do.
    guard let first = head.first, (0x61...0x7A).contains(first | 0x20) else { return 0 }
    let names = names(in: head)
    let own = names.count { self.own.contains($0) }
    let common = Set(names.filter(self.common.contains)).count
    if own > 0, common > 1 { return 97 }
    return own > 1 || common > 2 ? 85 : 0
  }

  /// Whether a header says that its message is a page that a browser has saved.
  static func isPage(_ head: ArraySlice<UInt8>) -> Bool {
    var end = head.endIndex
    let header = MailHeader(head, end: &end)
    guard let type = header.bytes("content-type") else { return false }
    let value = MailParameters(type).value
    guard value == "multipart/related" || value == "text/html" else { return false }
    if header.bytes("snapshot-content-location") != nil { return true }
    if let from = header.raw("from"), from.lowercased().hasPrefix("<saved by") { return true }
    // Others write a header of the least: no address that it went from or to.
    return header.bytes("to") == nil && header.bytes("received") == nil
      && header.bytes("return-path") == nil && header.bytes("message-id") == nil
      && header.bytes("mime-version") != nil && (header.raw("from") ?? "").contains("@") == false
  }

  /// The names of the fields; none where the first line is no field.
  private static func names(in head: ArraySlice<UInt8>) -> [String] {
    var names: [String] = []
    var isFirst = true
    for line in head.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var line = line
      if line.last == 0x0D { line = line.dropLast() }
      if line.isEmpty { break }
      if line[line.startIndex] == 0x20 || line[line.startIndex] == 0x09 {
        if isFirst { return [] }
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), MailHeader.isName(line[..<colon])
      else {
        // The line that mailboxes begin a message with, or the cut end of what is looked at.
        if isFirst, line.starts(with: "From ".utf8) { continue }
        return line.endIndex == head.endIndex ? names : []
      }
      isFirst = false
      names.append(String(decoding: line[..<colon], as: UTF8.self).lowercased())
    }
    return names
  }
}
