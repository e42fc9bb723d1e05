internal import NewsModel

/// What a message's header says of the article that it is.
enum MailMetadata {
  static func of(_ header: MailHeader) -> Metadata {
    var metadata = Metadata()
    metadata.title = header.text("subject")
    metadata.authors = header.bytes("from").map { people($0) } ?? []
    metadata.published = header.raw("date").flatMap { Timestamp(rfc5322: $0) }
    metadata.id = header.raw("message-id").map(withoutBrackets)
    metadata.canonicalURL = header.raw("archived-at").map(withoutBrackets).flatMap(address)
    metadata.language = header.raw("content-language").map { String($0.prefix { $0 != "," }) }
    // `"Harbour Weekly" <weekly.harbour.example>`
    if let list = header.text("list-id") {
      let name = list.prefix { $0 != "<" }.filter { $0 != "\"" }
      let trimmed = name.split(separator: " ").joined(separator: " ")
      if !trimmed.isEmpty { metadata.publisher = Organization(name: trimmed) }
      let id = list[(list.firstIndex(of: "<") ?? list.startIndex)...]
      metadata.extra["list_id"] = .string(withoutBrackets(String(id)))
    }
    for (name, key) in [("list-post", "list_post"), ("list-archive", "list_archive")] {
      if let value = header.raw(name) { metadata.extra[key] = .string(withoutBrackets(value)) }
    }
    return metadata
  }

  private static func withoutBrackets(_ text: String) -> String {
    guard let open = text.firstIndex(of: "<") else { return text }
    return String(text[text.index(after: open)...].prefix { $0 != ">" })
  }

  private static func address(_ text: String) -> String? {
    ["http://", "https://"].contains { text.lowercased().hasPrefix($0) } ? text : nil
  }

  /// The people of a list of addresses (RFC 5322, 3.4) by the names they are shown with, or else their
  /// addresses.
  static func people(_ bytes: [UInt8]) -> [Person] {
    var people: [Person] = []
    for mailbox in mailboxes(bytes).prefix(50) {
      let open = mailbox.lastIndex(of: UInt8(ascii: "<"))
      var name = clean(open.map { mailbox[..<$0] } ?? [])
      if name.isEmpty {
        let address = mailbox[(open.map { $0 + 1 } ?? mailbox.startIndex)...]
          .prefix { $0 != UInt8(ascii: ">") }
        // `ann@harbour.example (Ann Lee)`, as it was written once.
        if let comment = address.firstIndex(of: UInt8(ascii: "(")) {
          name = clean(address[(comment + 1)...].prefix { $0 != UInt8(ascii: ")") })
        }
        if name.isEmpty { name = clean(address) }
      }
      if !name.isEmpty { people.append(Person(name: name)) }
    }
    return people
  }

  private static func clean(_ bytes: ArraySlice<UInt8>) -> String {
    let escape = UInt8(ascii: "\\")
    let text = EncodedWords.decoded(
      bytes.filter { $0 != UInt8(ascii: "\"") && $0 != escape }[...])
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The addresses between the commas that stand in no quotes; of a group those within it.
  private static func mailboxes(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var mailboxes: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: ";") where !isQuoted:
        mailboxes.append(bytes[start..<index])
        start = index + 1
      case UInt8(ascii: ":") where !isQuoted: start = index + 1
      default: break
      }
      index += 1
    }
    if start < bytes.count { mailboxes.append(bytes[start...]) }
    return mailboxes.filter { $0.contains { $0 > 0x20 } }
  }
}
