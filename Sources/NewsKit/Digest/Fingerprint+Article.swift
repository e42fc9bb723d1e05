extension Fingerprint {
  /// Below so many bytes, a text may be what many articles have instead of their own ("for
  /// subscribers"): then the title counts too.
  private static let shortText = 1000
  /// So many bytes are the beginning of a text.
  private static let beginning = 64

  /// What an article says, in words and pictures, however it is marked up; `nil` for one that says
  /// nothing.
  init?(of entry: Publication.Entry) {
    self.init()
    var content: [UInt8] = []
    content.reserveCapacity(8192)
    Self.append(entry.article.body, to: &content)
    if content.isEmpty { return nil }
    if content.count < Self.shortText { add(entry.article.metadata.title ?? "") }
    add(content)
  }

  /// How an article begins: the same for articles that say the same; `nil` for one that says
  /// nothing.
  init?(ofBeginning entry: Publication.Entry) {
    self.init()
    var content: [UInt8] = []
    for block in entry.article.body where content.count < Self.beginning {
      Self.append([block], to: &content)
    }
    if content.isEmpty { return nil }
    add(Array(content.prefix(Self.beginning)))
  }

  /// Appends what blocks say, in one piece: where a text ends and the next begins is markup.
  private static func append(_ blocks: [Block], to content: inout [UInt8]) {
    blocks.walk { block in
      switch block {
      case .code(let code): content += code.text.utf8
      case .math(let text): content += text.utf8
      case .media(let media): content += media.source.utf8
      default: break
      }
    } inlines: { inline in
      switch inline {
      case .text(let text), .code(let text), .math(let text): content += text.utf8
      case .image(let image): content += image.source.utf8
      default: break
      }
    }
  }
}
