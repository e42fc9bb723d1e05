internal import NewsBlocks
internal import NewsBytes
package import NewsModel

/// What newspapers say of an article in its own text: where it is from, who wrote and edited it.
///
/// One place for all readers. What is found fills the metadata where it is empty and is reported as a
/// note. Nothing leaves the text but what only leads away from it: the original's address standing
/// alone at the end, and links back to the site.
package struct ArticleConventions {
  /// Whether even these stay.
  package var keepsText: Bool

  package init(keepsText: Bool = false) {
    self.keepsText = keepsText
  }

  /// How far from either end of the text such lines stand.
  private static let reach = 4
  /// Longer paragraphs are running text.
  private static let longest = 80

  /// Reads the lines of an article.
  package func apply(to article: inout Article, diagnostics: inout Diagnostics) {
    readEnd(&article, &diagnostics)
    let body = article.body
    for (index, block) in body.prefix(Self.reach).enumerated() {
      guard case .paragraph(let paragraph) = block else { continue }
      let text = paragraph.content.plainText
      if Self.isShort(text) {
        readByline(text, &article.metadata, &diagnostics)
        readSource(paragraph.content, text, &article.metadata, &diagnostics)
      }
      if index < 3 { readDateline(text, &article.metadata, &diagnostics) }
    }
    for block in body.suffix(Self.reach) {
      guard case .paragraph(let paragraph) = block else { continue }
      let text = paragraph.content.plainText
      guard Self.isShort(text) else {
        // In Chinese the editor stands in brackets at the end of the last sentence.
        if article.metadata.editor == nil, LabelledLine.mayHoldLabel(text, last: 96) {
          readEditor(String(text.suffix(24)), &article.metadata, &diagnostics)
        }
        continue
      }
      readSource(paragraph.content, text, &article.metadata, &diagnostics)
      readEditor(text, &article.metadata, &diagnostics)
    }
    readClosingSource(body, &article.metadata, &diagnostics)
  }

  /// Whether a paragraph is short enough for a line of its own.
  private static func isShort(_ text: String) -> Bool {
    if text.utf8.count <= longest { return true }
    guard text.utf8.count <= longest * 4 else { return false }
    return text.withBytes { bytes in
      var characters = 0
      for byte in bytes where byte & 0xC0 != 0x80 {
        characters += 1
        if characters > longest { return false }
      }
      return true
    }
  }

  // MARK: - The end

  /// Takes the address of the original and links back to the site from the end.
  private func readEnd(_ article: inout Article, _ diagnostics: inout Diagnostics) {
    var kept = article.body[...]
    while kept.count > 1, case .paragraph(let paragraph)? = kept.last {
      if let address = TrailingLine.address(paragraph.content) {
        if article.metadata.canonicalURL == nil, PlainText.isAddress(address) {
          article.metadata.canonicalURL = address
        }
        diagnostics.note(
          keepsText
            ? "the address at the end is that of the original: \(address)"
            : "the address at the end was taken for that of the original: \(address)")
      } else if TrailingLine.isNavigation(paragraph.content) {
        if !keepsText {
          diagnostics.note("links back to the site were left out: \(paragraph.content.plainText)")
        }
      } else {
        break
      }
      kept.removeLast()
    }
    if !keepsText, kept.count < article.body.count { article.body = Array(kept) }
  }

  // MARK: - Lines

  private func readSource(
    _ content: [Inline], _ text: String, _ metadata: inout Metadata,
    _ diagnostics: inout Diagnostics
  ) {
    guard metadata.source == nil, let name = LabelledLine.source(text) else { return }
    // A link on part of the name leads to a word, not to the source.
    var url: String?
    for case .link(let link) in content
    where link.content.plainText == name && PlainText.isAddress(link.url) {
      url = link.url
    }
    metadata.source = Organization(name: name, url: url)
    diagnostics.note("the source was read from '\(text)'")
  }

  /// The name in brackets after the last sentence.
  private func readClosingSource(
    _ body: [Block], _ metadata: inout Metadata, _ diagnostics: inout Diagnostics
  ) {
    guard metadata.source == nil else { return }
    for block in body.suffix(2).reversed() {
      guard case .paragraph(let paragraph) = block else { continue }
      let text = paragraph.content.plainText
      guard ClosingSource.mayStand(in: text),
        let name = ClosingSource.name(in: String(text.suffix(40)))
      else { continue }
      metadata.source = Organization(name: name)
      diagnostics.note("the source was read from '(\(name))' at the end")
      return
    }
  }

  private func readEditor(
    _ text: String, _ metadata: inout Metadata, _ diagnostics: inout Diagnostics
  ) {
    guard metadata.editor == nil, let name = LabelledLine.editor(text) else { return }
    metadata.editor = name
    diagnostics.note("the editor was read from '\(text)'")
  }

  private func readByline(
    _ text: String, _ metadata: inout Metadata, _ diagnostics: inout Diagnostics
  ) {
    guard metadata.byline == nil, let names = LabelledLine.authors(text) else { return }
    guard metadata.authors.isEmpty || names == metadata.authors.map(\.name) else { return }
    metadata.byline = text
    if metadata.authors.isEmpty { metadata.authors = names.map { Person(name: $0) } }
    diagnostics.note("the author line was read from '\(text)'")
  }

  /// The first 120 characters, or a little more.
  private static func opening(of text: String) -> String {
    guard text.utf8.count > 480 else { return text }
    let end = text.utf8.index(text.startIndex, offsetBy: 480)
    return String(text.unicodeScalars[..<text.unicodeScalars.index(after: end)])
  }

  private func readDateline(
    _ text: String, _ metadata: inout Metadata, _ diagnostics: inout Diagnostics
  ) {
    guard metadata.dateline == nil || metadata.source == nil || metadata.authors.isEmpty,
      Dateline.mayBegin(text), let line = Dateline(Self.opening(of: text))
    else { return }
    if metadata.dateline == nil, let place = line.place {
      metadata.dateline = place
      diagnostics.note("the dateline was read from '\(line.text)'")
    }
    if metadata.source == nil, let agency = line.agency {
      metadata.source = Organization(name: agency)
      diagnostics.note("the source was read from '\(line.text)'")
    }
    if metadata.authors.isEmpty, !line.reporters.isEmpty {
      metadata.authors = line.reporters.map { Person(name: $0) }
      diagnostics.note("the authors were read from '\(line.text)'")
    }
  }
}
