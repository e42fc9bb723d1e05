internal import NewsBlocks
internal import NewsBytes
package import NewsModel

/// What newspapers say of an article in its own text: where it is from, who wrote and edited it.
///
/// One place for all readers. What is found fills the metadata where it is empty and is reported as a
/// note. What leaves the text is what only leads away from it (the original's address standing
/// alone at the end, links back to the site) and lines that say nothing but what the metadata then
/// say: who wrote it, where it is from.
package struct ArticleConventions {
  /// Whether even these stay.
  package var keepsText: Bool
  /// Whether the authors are those of the whole site: whoever the text names goes before them.
  package var hasSiteAuthors: Bool

  package init(keepsText: Bool = false, hasSiteAuthors: Bool = false) {
    self.keepsText = keepsText
    self.hasSiteAuthors = hasSiteAuthors
  }

  /// How far from either end of the text such lines stand.
  private static let reach = 4
  /// Longer paragraphs are running text.
  private static let longest = 80

  /// Reads the lines of an article.
  package func apply(to article: inout Article, diagnostics: inout Diagnostics) {
    let siteAuthors = article.metadata.authors
    if hasSiteAuthors { article.metadata.authors = [] }
    defer { if article.metadata.authors.isEmpty { article.metadata.authors = siteAuthors } }
    readEnd(&article, &diagnostics)
    let body = article.body
    // Lines that became metadata and nothing else.
    var spent: [Int] = []
    for (index, block) in body.prefix(Self.reach).enumerated() {
      guard case .paragraph(let paragraph) = block else { continue }
      let text = paragraph.content.plainText
      if Self.isShort(text) {
        if readByline(text, &article.metadata, &diagnostics) {
          spent.append(index)
        } else if readSource(paragraph.content, text, &article.metadata, &diagnostics) {
          spent.append(index)
        }
      }
      if index < 3 { readDateline(text, &article.metadata, &diagnostics) }
    }
    for index in body.indices.suffix(Self.reach) {
      guard case .paragraph(let paragraph) = body[index] else { continue }
      let text = paragraph.content.plainText
      guard Self.isShort(text) else {
        // In Chinese the editor stands in brackets at the end of the last sentence.
        if article.metadata.editor == nil, LabelledLine.mayHoldLabel(text, last: 96) {
          readEditor(String(text.suffix(24)), &article.metadata, &diagnostics)
        }
        continue
      }
      if readSource(paragraph.content, text, &article.metadata, &diagnostics) {
        spent.append(index)
      }
      readEditor(text, &article.metadata, &diagnostics)
    }
    readClosingSource(body, &article.metadata, &diagnostics)
    if !keepsText, spent.count < body.count {
      trimSummary(&article, spent)
      for index in spent.sorted(by: >) { article.body.remove(at: index) }
    }
  }

  /// A summary that was made of the text's beginning begins without the lines that left it.
  private func trimSummary(_ article: inout Article, _ spent: [Int]) {
    guard var summary = article.metadata.summary?[...] else { return }
    for index in spent.sorted() {
      guard case .paragraph(let paragraph) = article.body[index] else { continue }
      let text = paragraph.content.plainText
      guard !text.isEmpty, summary.hasPrefix(text) else { break }
      summary = summary.dropFirst(text.count).drop(while: \.isWhitespace)
    }
    article.metadata.summary = summary.isEmpty ? nil : String(summary)
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
        // What the text announces is part of it.
        guard !TrailingLine.belongs(address, to: kept.dropLast().last) else { break }
        if article.metadata.canonicalURL == nil, PlainText.isAddress(address) {
          article.metadata.canonicalURL = address
        }
        diagnostics.note(
          keepsText ? .lineRead : .lineDropped,
          keepsText
            ? "the address at the end is that of the original: \(address)"
            : "the address at the end was taken for that of the original: \(address)")
      } else if TrailingLine.isNavigation(paragraph.content) {
        readSection(paragraph.content, &article.metadata, &diagnostics)
        if !keepsText {
          diagnostics.note(
            .lineDropped, "links back to the site were left out: \(paragraph.content.plainText)")
        }
      } else {
        break
      }
      kept.removeLast()
    }
    if !keepsText, kept.count < article.body.count { article.body = Array(kept) }
  }

  /// A link back to a category says what the site calls it: `返回常州日报新闻`.
  private func readSection(
    _ content: [Inline], _ metadata: inout Metadata, _ diagnostics: inout Diagnostics
  ) {
    guard metadata.section == nil else { return }
    for case .link(let link) in content {
      guard let name = TrailingLine.destination(link.content.plainText),
        let slug = TrailingLine.lastPart(of: link.url),
        metadata.categories.contains(where: { $0.lowercased() == slug })
      else { continue }
      metadata.section = name
      diagnostics.note(.lineRead, "the section was read from the link back to it: \(name)")
      return
    }
  }

  // MARK: - Lines

  /// Whether the line names where the article is from, and nothing else.
  private func readSource(
    _ content: [Inline], _ text: String, _ metadata: inout Metadata,
    _ diagnostics: inout Diagnostics
  ) -> Bool {
    guard metadata.source == nil, let name = LabelledLine.source(text) else { return false }
    // A link on part of the name leads to a word, not to the source.
    var url: String?
    for case .link(let link) in content
    where link.content.plainText == name && PlainText.isAddress(link.url) {
      url = link.url
    }
    metadata.source = Organization(name: name, url: url)
    diagnostics.note(.lineRead, "the source was read from '\(text)'")
    return text.unicodeScalars.count - name.unicodeScalars.count <= Self.longestLabel
  }

  /// `（文章来源：` and `）` around a name are a label; more than that says something else besides.
  private static let longestLabel = 12

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
      diagnostics.note(.lineRead, "the source was read from '(\(name))' at the end")
      return
    }
  }

  private func readEditor(
    _ text: String, _ metadata: inout Metadata, _ diagnostics: inout Diagnostics
  ) {
    guard metadata.editor == nil, let name = LabelledLine.editor(text) else { return }
    metadata.editor = name
    diagnostics.note(.lineRead, "the editor was read from '\(text)'")
  }

  /// Whether the line names who wrote the article, and nothing else.
  private func readByline(
    _ text: String, _ metadata: inout Metadata, _ diagnostics: inout Diagnostics
  ) -> Bool {
    guard metadata.byline == nil, let names = LabelledLine.authors(text) else { return false }
    guard metadata.authors.isEmpty || names == metadata.authors.map(\.name) else { return false }
    // The mark that stands before names in Chinese papers is none of them.
    metadata.byline = String(text.drop { "□■◎ ".contains($0) })
    if metadata.authors.isEmpty { metadata.authors = names.map { Person(name: $0) } }
    diagnostics.note(.lineRead, "the author line was read from '\(text)'")
    return true
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
      diagnostics.note(.lineRead, "the dateline was read from '\(line.text)'")
    }
    if metadata.source == nil, let agency = line.agency {
      metadata.source = Organization(name: agency)
      diagnostics.note(.lineRead, "the source was read from '\(line.text)'")
    }
    if metadata.authors.isEmpty, !line.reporters.isEmpty {
      metadata.authors = line.reporters.map { Person(name: $0) }
      diagnostics.note(.lineRead, "the authors were read from '\(line.text)'")
    }
  }
}
