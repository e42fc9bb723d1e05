extension Fingerprint {
  /// What an article says: title, text and pictures; how the text is marked does not count.
  init(of article: Article) {
    self.init()
    add(article.metadata.title ?? "")
    var own = self
    article.body.walk { block in
      switch block {
      case .code(let code): own.add(code.text)
      case .math(let text): own.add(text)
      case .media(let media): own.add(media.source)
      default: break
      }
    } inlines: { inline in
      switch inline {
      case .text(let text), .code(let text), .math(let text): own.add(text)
      case .image(let image): own.add(image.source)
      default: break
      }
    }
    self = own
  }
}
