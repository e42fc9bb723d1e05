package import NewsModel

/// Blocks in one line, for tables of tests: `p(text em(stressed))`.
package enum BlockDump {
  package static func dump(_ blocks: [Block]) -> String { blocks.map(dump).joined(separator: " ") }

  package static func dump(_ block: Block) -> String {
    switch block {
    case .paragraph(let paragraph):
      "p" + attributes(paragraph.attributes) + "(\(dump(paragraph.content)))"
    case .heading(let heading):
      "h\(heading.level)" + attributes(heading.attributes) + "(\(dump(heading.content)))"
    case .list(let list): self.list(list)
    case .definitionList(let list):
      "dl(" + list.items.map(definition).joined(separator: " ") + ")"
    case .quote(let quote):
      "quote" + attributes(quote.attributes) + (quote.source.map { "<\($0)>" } ?? "")
        + "(\(dump(quote.content)))"
    case .code(let code):
      "code" + attributes(code.attributes) + (code.language.map { ":" + $0 } ?? "")
        + "(\(code.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")))"
    case .table(let table): self.table(table)
    case .figure(let figure):
      "figure" + attributes(figure.attributes)
        + "(\(dump(figure.content)) | \(dump(figure.caption)))"
    case .thematicBreak: "hr"
    case .math(let math): "math(\(math))"
    case .media(let media):
      "\(media.kind.rawValue)<\(media.source)>" + (media.title.map { "'\($0)'" } ?? "")
        + (media.poster.map { " poster<\($0)>" } ?? "")
        + (media.fallback.isEmpty ? "" : "(\(dump(media.fallback)))")
    case .details(let details):
      "details\(details.isOpen ? "!" : "")[\(dump(details.summary))](\(dump(details.content)))"
    case .division(let division):
      "div" + attributes(division.attributes) + "(\(dump(division.content)))"
    }
  }

  private static func list(_ list: List) -> String {
    var text = "ul"
    if case .ordered(let start, let style) = list.kind {
      text = "ol" + (start == 1 ? "" : "\(start)") + (style == .decimal ? "" : style.rawValue)
    }
    text += attributes(list.attributes) + (list.isTight ? "" : "~") + "("
    text += list.items.map { item in
      let task = item.task.map { $0 ? "x" : "_" } ?? ""
      let number = item.number.map { "=\($0)" } ?? ""
      return "li\(task)\(number)" + attributes(item.attributes) + "(\(dump(item.content)))"
    }.joined(separator: " ")
    return text + ")"
  }

  private static func definition(_ item: DefinitionList.Item) -> String {
    switch item {
    case .term(let content, let said): "dt" + attributes(said) + "(\(dump(content)))"
    case .definition(let content, let said): "dd" + attributes(said) + "(\(dump(content)))"
    }
  }

  private static func table(_ table: Table) -> String {
    func rows(_ rows: [Table.Row]) -> String {
      rows.map { $0.cells.map(cell).joined(separator: " ") }.joined(separator: " ; ")
    }
    var parts: [String] = []
    if !table.caption.isEmpty { parts.append("caption(\(dump(table.caption)))") }
    if !table.head.isEmpty { parts.append("head{\(rows(table.head))}") }
    for body in table.bodies { parts.append("body{\(rows(body))}") }
    if !table.foot.isEmpty { parts.append("foot{\(rows(table.foot))}") }
    return "table" + attributes(table.attributes) + "(" + parts.joined(separator: " ") + ")"
  }

  private static func cell(_ cell: Table.Cell) -> String {
    var text = cell.isHeader ? "th" : "td"
    if cell.columnSpan > 1 { text += "c\(cell.columnSpan)" }
    if cell.rowSpan > 1 { text += "r\(cell.rowSpan)" }
    if let alignment = cell.alignment { text += "/" + alignment.rawValue }
    return text + "(\(dump(cell.content)))"
  }

  package static func dump(_ inlines: [Inline]) -> String { inlines.map(dump).joined() }

  package static func dump(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): text
    case .emphasis(let content): "em(\(dump(content)))"
    case .strong(let content): "strong(\(dump(content)))"
    case .strikethrough(let content): "s(\(dump(content)))"
    case .subscript(let content): "sub(\(dump(content)))"
    case .superscript(let content): "sup(\(dump(content)))"
    case .code(let text): "`\(text)`"
    case .link(let link):
      "a" + attributes(link.attributes) + "<\(link.url)>" + (link.title.map { "'\($0)'" } ?? "")
        + "(\(dump(link.content)))"
    case .image(let image):
      "img<\(image.source)|\(image.alternative)>" + (image.title.map { "'\($0)'" } ?? "")
        + (image.width.map { "w\($0)" } ?? "") + (image.height.map { "h\($0)" } ?? "")
    case .lineBreak: "⏎"
    case .ruby(let ruby):
      "ruby(" + ruby.pairs.map { dump($0.base) + "/" + dump($0.reading) }.joined(separator: " ")
        + ")"
    case .math(let math): "$\(math)$"
    case .footnote(let label): "[^\(label)]"
    case .span(let span): self.span(span)
    }
  }

  private static func span(_ span: Span) -> String {
    let name =
      switch span.kind {
      case nil: "span"
      case .abbreviation(let title)?: "abbr" + (title.map { "'\($0)'" } ?? "")
      case .time(let date)?: "time" + (date.map { "'\($0)'" } ?? "")
      case let kind?: "\(kind)"
      }
    return name + attributes(span.attributes) + "(\(dump(span.content)))"
  }

  private static func attributes(_ attributes: Attributes) -> String {
    (attributes.id.map { "#" + $0 } ?? "") + attributes.classes.map { "." + $0 }.joined()
      + (attributes.language.map { "@" + $0 } ?? "")
      + (attributes.direction.map { "→" + $0.rawValue } ?? "")
  }
}
