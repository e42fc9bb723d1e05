import NewsKit

@testable import NewsMarkup

/// What an article is without what a book has not: everything else must come back from one.
///
/// - Attributes: classes are the book's own, anchors that nothing leads to are left out, a language that
///   is the text's own is not declared again. A division says nothing besides.
/// - Addresses that lead nowhere from a book: links to them become their texts. Titles of links, and
///   sources of quotations.
/// - Ranks of headings: the highest of an article is the second, below its headline, and one in a quotation
///   no higher than the first; a first heading that repeats the headline is in it.
/// - Addresses of pictures: they lie in the book. A picture in a line of its own is a figure.
/// - Notes: their order is that of their references; one without a text is none.
/// - Details stand open; a time without a date is its text; the rows of a formula are one.
/// - Tables that become records: they are left out of what is written here.
struct BookDifferences: BlockRewriter {
  private let top: Int

  /// The first difference between an article and what was read of it; `nil` where there is none.
  static func first(between before: Article, and after: Article) -> String? {
    let (one, other) = (reduced(before), reduced(after))
    if before.metadata.title.map(words) != after.metadata.title.map(words) {
      return "title '\(before.metadata.title ?? "")' is '\(after.metadata.title ?? "")'"
    }
    let (own, read) = (facts(before.metadata), facts(after.metadata))
    for (key, value) in own where read[key] != value {
      return "\(key) \(value) is \(read[key] ?? [])"
    }
    for (place, (own, read)) in zip(one.body, other.body).enumerated() where own != read {
      return "block \(place): " + difference([own], [read])
    }
    if one.body.count != other.body.count {
      return "\(one.body.count) blocks are \(other.body.count)"
    }
    for (own, read) in zip(one.footnotes, other.footnotes) where own != read {
      return "note \(own.label) is \(read.label): " + difference(own.content, read.content)
    }
    return one.footnotes.count == other.footnotes.count
      ? nil : "\(one.footnotes.count) notes are \(other.footnotes.count)"
  }

  /// What a book says of an article besides its text; blanks aside.
  private static func facts(_ metadata: Metadata) -> [String: [[Substring]]] {
    func one(_ text: String?) -> [[Substring]] { text.map { [words($0)] } ?? [] }
    return [
      "deck": one(metadata.alternativeTitle), "dateline": one(metadata.dateline),
      "summary": one(metadata.summary), "editor": one(metadata.editor),
      "rights": one(metadata.rights), "categories": metadata.categories.map(words),
      "tags": metadata.tags.map(words),
    ]
  }

  private static func row(_ formula: String) -> String {
    formula.split { $0.isWhitespace }.joined(separator: " ")
  }

  private static func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }

  /// Two texts of the model, from shortly before where they part.
  private static func difference(_ own: [Block], _ read: [Block]) -> String {
    func json(_ blocks: [Block]) -> String {
      String(decoding: (try? Article(body: blocks).json()) ?? [], as: UTF8.self)
    }
    let (one, other) = (json(own), json(read))
    let start = max(0, zip(one, other).prefix { $0 == $1 }.count - 80)
    func excerpt(_ text: String) -> Substring { text.dropFirst(start).prefix(300) }
    return "\(excerpt(one))\n    is \(excerpt(other))"
  }

  private static func reduced(_ article: Article) -> Article {
    var article = article
    if case .heading(let first)? = article.body.first,
      first.content.plainText == article.metadata.title
    {
      article.body.removeFirst()
    }
    let top = HeadingRank.top(of: article.body) ?? 2
    article = article.rewritten(by: BookDifferences(top: top))
    article.footnotes.removeAll { $0.content.isEmpty }
    article.footnotes.sort { $0.label < $1.label }
    return article
  }

  mutating func rewrite(_ inline: Inline) -> [Inline] {
    switch inline {
    case .image(var image):
      image.source = "picture"
      image.attributes = .none
      image.title = nil
      return [.image(image)]
    case .link(var link):
      guard ["http:", "https:", "mailto:"].contains(where: link.url.hasPrefix) else {
        return link.content
      }
      link.url = link.url.removingPercentEscapes
      link.title = nil
      link.attributes = .none
      return [.link(link)]
    case .span(var span):
      span.attributes = .none
      return span.kind == nil || span.kind == .time(nil) ? span.content : [.span(span)]
    case .math(let formula): return [.math(Self.row(formula))]
    default: return [inline]
    }
  }

  mutating func rewrite(_ block: Block) -> [Block] {
    switch block {
    case .paragraph(var paragraph):
      paragraph.attributes = .none
      return [.paragraph(paragraph)]
    case .heading(var heading):
      heading.level = max(1, min(6, heading.level - top + 2))
      heading.attributes = .none
      return [.heading(heading)]
    case .quote(var quote):
      quote.source = nil
      quote.attributes = .none
      return [.quote(quote)]
    case .division(let division): return division.content
    case .math(let formula): return [.math(Self.row(formula))]
    case .list(var list):
      list.attributes = .none
      for index in list.items.indices { list.items[index].attributes = .none }
      return [.list(list)]
    case .code(var code):
      code.attributes = .none
      return [.code(code)]
    case .details(var details):
      details.attributes = .none
      details.isOpen = true
      return [.details(details)]
    case .definitionList(var list):
      list.attributes = .none
      list.items = list.items.map { item in
        switch item {
        case .term(let content, _): .term(content, .none)
        case .definition(let content, _): .definition(content, .none)
        }
      }
      return [.definitionList(list)]
    case .figure(var figure):
      figure.attributes = .none
      if figure.caption.isEmpty, figure.content.count == 1, case .paragraph = figure.content[0] {
        return figure.content
      }
      return [.figure(figure)]
    case .table(var table):
      table.attributes = .none
      func plain(_ row: Table.Row) -> Table.Row {
        var row = row
        row.attributes = .none
        for index in row.cells.indices { row.cells[index].attributes = .none }
        return row
      }
      table.head = table.head.map(plain)
      table.bodies = table.bodies.map { $0.map(plain) }
      table.foot = table.foot.map(plain)
      return [.table(table)]
    default: return [block]
    }
  }
}

extension String {
  fileprivate var removingPercentEscapes: String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// An article without tables that a book shows as records.
struct WithoutRecords: BlockRewriter {
  func rewrite(_ block: Block) -> [Block] {
    if case .table(let table) = block, TableRecords(table) != nil { [] } else { [block] }
  }
}
