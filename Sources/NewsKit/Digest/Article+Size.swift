extension Publication.Entry {
  /// What a picture takes of a book at most, which draws larger ones smaller: 1600 pixels of a
  /// photograph take less.
  private static let mostPictureBytes = 1_000_000

  /// The bytes of its text and of the pictures that a loader finds, each picture once.
  func bytes(with resources: (any ResourceLoader)?) -> Int {
    guard let resources else { return article.textBytes }
    var sources: Set<String> = []
    if let lead = article.metadata.leadImage { sources.insert(lead.source) }
    article.body.walk { _ in
    } inlines: { inline in
      if case .image(let image) = inline { sources.insert(image.source) }
    }
    return sources.reduce(article.textBytes) { bytes, source in
      let isData = source.utf8.starts(with: "data:".utf8)
      let size =
        isData
        ? source.utf8.count / 4 * 3
        : resources.bytes(for: source, from: origin ?? Origin())?.count ?? 0
      return bytes + min(size, Self.mostPictureBytes)
    }
  }
}

extension Article {
  /// The bytes of its text in UTF-8, a measure of how much of a book it takes.
  var textBytes: Int {
    var bytes = 0
    let countBlock: (Block) -> Void = { block in
      switch block {
      case .code(let code): bytes += code.text.utf8.count
      case .math(let tex): bytes += tex.utf8.count
      default: break
      }
    }
    let countInline: (Inline) -> Void = { inline in
      switch inline {
      case .text(let text), .code(let text), .math(let text): bytes += text.utf8.count
      default: break
      }
    }
    body.walk(countBlock, inlines: countInline)
    for footnote in footnotes { footnote.content.walk(countBlock, inlines: countInline) }
    return bytes
  }
}
