extension Fingerprint {
  /// Below so many bytes, a text may be what many articles have instead of their own ("for
  /// subscribers"): then the title counts too.
  private static let shortText = 1000

  /// What an article says, in words and pictures, however it is marked up; `nil` for one that says
  /// nothing.
  init?(of article: Article) {
    self.init()
    // In one piece: where a text ends and the next begins is markup.
    var said: [UInt8] = []
    said.reserveCapacity(8192)
    article.body.walk { block in
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
    if said.isEmpty { return nil }
    if said.count < Self.shortText { add(article.metadata.title ?? "") }
    add(said)
  }
}
