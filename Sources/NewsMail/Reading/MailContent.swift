/// What a message says: the parts that are read, and how they belong together (RFC 2046, 5.1).
indirect enum MailContent {
  /// A text, HTML or plain.
  case text(MailPart)
  /// A picture that stands between texts.
  case picture(MailPart)
  /// One after the other.
  case sequence([MailContent])
  /// Forms of one content, the best first.
  case choice([MailContent])
  /// A message within this one.
  case message(MailHeader, MailContent)

  /// What a message says; `nil` where it has no text.
  static func of(_ message: MailMessage) -> MailContent? {
    guard !message.parts.isEmpty, let content = of(0, in: message), content.hasText else {
      return nil
    }
    return content
  }

  /// What a part says. Recursion is as deep as the parts are, of which there are few levels.
  private static func of(_ number: Int, in message: MailMessage) -> MailContent? {
    let part = message.parts[number]
    if part.isAttachment { return nil }
    switch part.type.value {
    case "message/rfc822":
      guard let inner = part.children.first, let content = of(inner, in: message) else {
        return nil
      }
      return .message(message.parts[inner].header, content)
    case "multipart/alternative":
      // The last is the best, and of texts that are not HTML the plain one, which comes first.
      let forms = part.children.compactMap { of($0, in: message) }
      let best = forms.reversed().filter(\.hasHTML) + forms.filter { !$0.hasHTML }
      return best.count > 1 ? .choice(best) : best.first
    case "multipart/related":
      return joined(related(part, in: message).compactMap { of($0, in: message) })
    case let type where type.hasPrefix("multipart/"):
      return joined(part.children.compactMap { of($0, in: message) })
    case "text/plain", "text/html", "application/xhtml+xml", "text", "text/markdown", "":
      return .text(part)
    case let type where type.hasPrefix("image/"):
      return number > 0 && part.isInline && part.contentID == nil ? .picture(part) : nil
    default: return nil
    }
  }

  private static func joined(_ contents: [MailContent]) -> MailContent? {
    contents.count > 1 ? .sequence(contents) : contents.first
  }

  /// The part that the others of these belong to, the one that is named (`start`) or the first, and
  /// those that nothing can refer to.
  private static func related(_ part: MailPart, in message: MailMessage) -> [Int] {
    let root = message.root(of: part) ?? part.children.first
    return part.children.filter { number in
      let child = message.parts[number]
      return number == root
        || child.contentID == nil && child.header.raw("content-location") == nil
    }
  }

  private var hasText: Bool { contains { _ in true } }
  private var hasHTML: Bool { contains(where: \.isHTML) }

  /// Whether there is a text of some kind in it.
  private func contains(where isMeant: (MailPart) -> Bool) -> Bool {
    switch self {
    case .text(let part): isMeant(part)
    case .picture: false
    case .sequence(let contents), .choice(let contents):
      contents.contains { $0.contains(where: isMeant) }
    case .message(_, let content): content.contains(where: isMeant)
    }
  }
}
