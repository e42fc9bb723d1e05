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
