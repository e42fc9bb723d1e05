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
    footnotes.reduce(body.textBytes) { $0 + $1.content.textBytes }
  }
}

extension [Block] {
  /// As deep as the blocks are; readers keep that within ``Limits/depth``.
  fileprivate var textBytes: Int {
    reduce(0) { bytes, block in
      switch block {
      case .paragraph(let paragraph): return bytes + paragraph.content.textBytes
      case .code(let code): return bytes + code.text.utf8.count
      case .math(let tex): return bytes + tex.utf8.count
      default: break
      }
      var bytes = bytes
      block.forEachPart { part in
        switch part {
        case .attributes: break
        case .inlines(let inlines): bytes += inlines.textBytes
        case .blocks(let blocks): bytes += blocks.textBytes
        }
      }
      return bytes
    }
  }
}

extension [Inline] {
  fileprivate var textBytes: Int {
    reduce(0) { bytes, inline in
      switch inline {
      case .text(let text), .code(let text), .math(let text): bytes + text.utf8.count
      default: bytes + inline.children.textBytes
      }
    }
  }
}
