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
    var said: [UInt8] = []
    said.reserveCapacity(8192)
    Self.append(entry.article.body, to: &said)
    if said.isEmpty { return nil }
    if said.count < Self.shortText { add(entry.metadata.title ?? "") }
    add(said)
  }

  /// How an article begins: the same for articles that say the same; `nil` for one that says
  /// nothing.
  init?(ofBeginning entry: Publication.Entry) {
    self.init()
    var said: [UInt8] = []
    for block in entry.article.body where said.count < Self.beginning {
      Self.append([block], to: &said)
    }
    if said.isEmpty { return nil }
    add(Array(said.prefix(Self.beginning)))
  }

  /// Appends what blocks say, in one piece: where a text ends and the next begins is markup.
  private static func append(_ blocks: [Block], to said: inout [UInt8]) {
    blocks.walk { block in
      switch block {
      case .code(let code): said += code.text.utf8
      case .math(let text): said += text.utf8
      case .media(let media): said += media.source.utf8
      default: break
      }
    } inlines: { inline in
      switch inline {
      case .text(let text), .code(let text), .math(let text): said += text.utf8
      case .image(let image): said += image.source.utf8
      default: break
      }
    }
  }
}
