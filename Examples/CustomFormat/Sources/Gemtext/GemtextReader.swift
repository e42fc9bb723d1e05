import NewsModel

/// Reads Gemtext: the first heading is the title.
struct GemtextReader: ArticleReader {
  func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw ConversionError(.badInput, "Gemtext is UTF-8, which this is not", file: source.path)
    }
    var article = Article()
    article.metadata.language = source.language
    var items: [List.Item] = []
    var code: [Substring]?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        if let lines = code {
          article.body.append(.code(CodeBlock(lines.joined(separator: "\n"))))
          code = nil
        } else {
          code = []
        }
      } else if code != nil {
        code?.append(line)
      } else if line.hasPrefix("* ") {
        items.append(List.Item([.paragraph(Paragraph(inlines(line.dropFirst(2))))]))
      } else {
        if !items.isEmpty { article.body.append(.list(List(items: items))) }
        items = []
        if let block = block(line, title: &article.metadata.title) {
          article.body.append(block)
        } else if line.hasPrefix("=>") {
          diagnostics.warn("a link without an address is left out", line: number + 1)
        }
      }
    }
    if !items.isEmpty { article.body.append(.list(List(items: items))) }
    if let lines = code {
      diagnostics.warn("preformatted text is not closed: it ends with the file")
      article.body.append(.code(CodeBlock(lines.joined(separator: "\n"))))
    }
    if article.body.isEmpty && article.metadata.title == nil {
      throw ConversionError(.badInput, "there is no text", file: source.path)
    }
    return [Publication.Entry(article, from: source)]
  }

  private func block(_ line: Substring, title: inout String?) -> Block? {
    if line.hasPrefix("=>") {
      let words = line.dropFirst(2).split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard let address = words.first.map(String.init) else { return nil }
      let shown = words.count > 1 ? inlines(words[1]) : []
      let link = Link(address, shown.isEmpty ? [.text(address)] : shown)
      return .paragraph(Paragraph([.link(link)]))
    }
    if line.hasPrefix("#") {
      let level = min(line.prefix { $0 == "#" }.count, 3)
      let content = inlines(line.dropFirst(level))
      if level == 1, title == nil, !content.isEmpty {
        title = content.plainText
        return nil
      }
      return .heading(Heading(level: level, content))
    }
    if line.hasPrefix(">") {
      return .quote(Quote([.paragraph(Paragraph(inlines(line.dropFirst())))]))
    }
    let content = inlines(line)
    return content.isEmpty ? nil : .paragraph(Paragraph(content))
  }

  /// The text of a line with its white space collapsed, as the model wants it.
  private func inlines(_ text: Substring) -> [Inline] {
    let collapsed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return collapsed.isEmpty ? [] : [.text(collapsed)]
  }
}
