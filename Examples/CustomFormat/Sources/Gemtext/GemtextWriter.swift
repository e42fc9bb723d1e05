import NewsModel

/// Writes Gemtext. It has no inline markup: emphasis is lost, links follow their paragraph.
struct GemtextWriter: ArticleWriter {
  /// Where links go.
  enum Links: String, CaseIterable, Sendable {
    case after, none
  }

  let links: Links

  func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var lines: [String] = []
    if let title = publication.title { lines += ["# " + line(title), ""] }
    for section in publication.sections {
      if let title = section.title { lines += ["## " + line(title), ""] }
      for entry in section.entries {
        let article = entry.article
        if let title = article.metadata.title { lines += ["# " + line(title), ""] }
        for block in article.body { write(block, to: &lines) }
        for note in article.footnotes {
          for block in note.content { write(block, to: &lines) }
        }
      }
    }
    try sink.write(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  private func write(_ blocks: [Block], to lines: inout [String]) {
    for block in blocks { write(block, to: &lines) }
  }

  private func write(_ block: Block, to lines: inout [String]) {
    switch block {
    case .paragraph(let paragraph): write(paragraph.content, to: &lines)
    case .heading(let heading):
      let marks = String(repeating: "#", count: min(heading.level, 3))
      write(heading.content, marks + " ", to: &lines)
    case .list(let list):
      for item in list.items {
        var inner: [String] = []
        write(item.content, to: &inner)
        lines += inner.filter { !$0.isEmpty }.map { $0.hasPrefix("=> ") ? $0 : "* " + $0 }
      }
      lines.append("")
    case .definitionList(let list):
      for item in list.items {
        switch item {
        case .term(let content, _): write(content, to: &lines)
        case .definition(let content, _): write(content, to: &lines)
        }
      }
    case .quote(let quote):
      var inner: [String] = []
      write(quote.content, to: &inner)
      lines += inner.map { $0.isEmpty || $0.hasPrefix("=> ") ? $0 : "> " + $0 }
    case .code(let code): lines += ["```" + line(code.language ?? ""), safe(code.text), "```", ""]
    case .table(let table):
      write(table.caption, to: &lines)
      for row in table.rows {
        var cells: [String] = []
        for cell in row.cells { write(cell.content, to: &cells) }
        lines.append(cells.filter { !$0.isEmpty }.joined(separator: " | "))
      }
      lines.append("")
    case .figure(let figure):
      write(figure.content, to: &lines)
      write(figure.caption, to: &lines)
    case .thematicBreak: lines += ["---", ""]
    case .math(let tex): lines += ["```", safe(tex), "```", ""]
    case .media(let media):
      lines += ["=> \(address(media.source)) \(line(media.title ?? media.source))", ""]
      write(media.fallback, to: &lines)
    case .details(let details):
      write(details.summary, to: &lines)
      write(details.content, to: &lines)
    case .division(let division): write(division.content, to: &lines)
    // What later versions of the model have besides: its text stays.
    @unknown default: write(block.children, to: &lines)
    }
  }

  private func write(_ content: [Inline], _ prefix: String = "", to lines: inout [String]) {
    if links == .after, content.count == 1, case .link(let link) = content[0], !link.url.isEmpty {
      lines += ["=> \(address(link.url)) \(line(link.content.plainText))", ""]
      return
    }
    let text = line(content.plainText)
    // A blank before what would be read as a mark keeps it text.
    let isMark = ["#", "=>", "* ", ">", "```"].contains { text.hasPrefix($0) }
    if !text.isEmpty { lines.append(prefix + (prefix.isEmpty && isMark ? " " + text : text)) }
    if links == .after {
      for case .link(let link) in content where !link.url.isEmpty {
        lines.append("=> \(address(link.url)) \(line(link.content.plainText))")
      }
    }
    lines.append("")
  }

  private func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func address(_ url: String) -> String {
    String(url.map { $0.isWhitespace ? "+" : $0 })
  }

  /// Preformatted text, which no line of its own may close.
  private func safe(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("```") ? " " + $0 : String($0) }.joined(separator: "\n")
  }
}
