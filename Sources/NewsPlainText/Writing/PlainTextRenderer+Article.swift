import NewsModel
import NewsText

extension PlainTextRenderer {
  /// Writes an article: header, body, notes.
  mutating func write(_ article: Article, isAfterAnother: Bool = false) {
    if isAfterAnother { gap = 2 }
    notes.define(article.footnotes)
    if !options.isFragment { header(article.metadata) }
    blocks(article.body)
    writeNotes()
    if !options.isFragment { footer(article.metadata) }
  }

  /// Writes a line of text with a rule of its width below.
  mutating func title(_ text: String, rule: Unicode.Scalar) {
    let start = out.count
    fill(Array(text.utf8))
    guard !isPlain else { return }
    let width = out[start...].split(separator: 0x0A).map { DisplayWidth.of($0) }.max() ?? 0
    line(repeatElement(UInt8(ascii: rule), count: min(width, options.width ?? width)))
  }

  private mutating func header(_ metadata: Metadata) {
    if let title = metadata.title { self.title(title, rule: "=") }
    if let text = metadata.alternativeTitle { paragraph(text) }
    let authors = metadata.authors.map(\.name).joined(separator: separator)
    let byline = metadata.byline ?? (authors.isEmpty ? nil : authors)
    let source = metadata.source ?? metadata.publisher
    let lines: [String] = [
      byline,
      joined([
        metadata.published.map { [language] in VisibleDate($0, language: language).long },
        source?.name,
      ]),
      metadata.canonicalURL ?? source?.url,
    ].compactMap { $0 }
    if !lines.isEmpty, options.links != .none || lines.count > 1 || byline != nil {
      separate(1)
    }
    for (index, text) in lines.enumerated() {
      if index == lines.count - 1, text == metadata.canonicalURL ?? source?.url {
        if options.links != .none { line(text.utf8) }
      } else {
        fill(Array(text.utf8))
      }
    }
    separate(isPlain ? 1 : 2)
  }

  private mutating func footer(_ metadata: Metadata) {
    for text in [metadata.editor, metadata.rights] {
      if let text { paragraph(text) }
    }
  }

  private mutating func paragraph(_ text: String) {
    separate(1)
    fill(Array(text.utf8))
    separate(1)
  }

  private func joined(_ parts: [String?]) -> String? {
    let parts = parts.compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: isPlain ? ", " : " · ")
  }

  private var separator: String {
    switch language?.prefix(2) {
    case "zh", "ja": "、"
    default: ", "
    }
  }

  private mutating func writeNotes() {
    notes.addUnreferenced()
    var index = 0
    // A note may refer to further notes.
    while index < notes.all.count {
      separate(index == 0 ? 1 : 0)
      let marker = Array("[\(index + 1)] ".utf8)
      switch notes.all[index] {
      case .address(let address):
        self.marker = marker
        line(address.utf8)
      case .footnote(let footnote):
        indented(by: marker.count, marker: marker) { $0.blocks(footnote.content) }
      }
      index += 1
    }
    separate(1)
  }
}
