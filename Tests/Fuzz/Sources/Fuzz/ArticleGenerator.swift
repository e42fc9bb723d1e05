import NewsKit

/// Makes an article of any bytes: each asks for a block or an inline, or is its text. So a fuzzer
/// reaches every form of the model without having to learn a language first.
struct ArticleGenerator {
  private var bytes: ArraySlice<UInt8>
  private var depth = 0
  /// Blocks and inlines that may still be made.
  private var budget = 400

  static func article(from bytes: [UInt8]) -> Article {
    var generator = ArticleGenerator(bytes: bytes[...])
    var article = Article()
    article.metadata = generator.metadata()
    while !generator.bytes.isEmpty, generator.budget > 0 { article.body.append(generator.block()) }
    for label in ["1", "a", "é !"] where generator.next() & 1 == 0 {
      article.footnotes.append(
        Footnote(label: label, content: generator.blocks()))
    }
    return article
  }

  private mutating func next() -> UInt8 { bytes.popFirst() ?? 0 }

  /// Up to 31 bytes of the input as text.
  private mutating func text() -> String {
    let count = Int(next() & 31)
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    bytes = bytes.dropFirst(count)
    return text
  }

  private mutating func optionalText() -> String? { next() & 3 == 0 ? text() : nil }

  private mutating func attributes() -> Attributes {
    guard next() & 7 == 0 else { return .none }
    return Attributes(
      id: optionalText(), classes: next() & 1 == 0 ? [text()] : [], language: optionalText(),
      direction: next() & 7 == 0 ? .rightToLeft : nil)
  }

  private mutating func metadata() -> Metadata {
    var metadata = Metadata()
    metadata.title = optionalText()
    metadata.byline = optionalText()
    metadata.language = optionalText()
    metadata.canonicalURL = optionalText()
    metadata.summary = optionalText()
    if next() & 3 == 0 { metadata.tags = [text(), text()] }
    if next() & 3 == 0 { metadata.authors = [Person(name: text(), url: optionalText())] }
    if next() & 3 == 0 {
      metadata.published = Timestamp(secondsSince1970: Int(next()) << 24 | Int(next()) << 8)
    }
    if next() & 3 == 0 {
      metadata.extra = MetadataMap([
        .init(key: text(), value: .string(text())), .init(key: text(), value: .list([.null])),
      ])
    }
    return metadata
  }

  // MARK: Blocks

  private mutating func blocks() -> [Block] {
    guard depth < 20 else { return [] }
    depth += 1
    defer { depth -= 1 }
    return (0..<Int(next() & 3)).map { _ in block() }
  }

  private mutating func block() -> Block {
    budget -= 1
    guard budget > 0 else { return .thematicBreak }
    switch next() % 14 {
    case 0:
      return .heading(Heading(level: Int(next() % 6) + 1, inlines(), attributes: attributes()))
    case 1: return .list(list())
    case 2:
      return .definitionList(
        DefinitionList(
          items: [.term(inlines(), attributes()), .definition(blocks(), attributes())]))
    case 3: return .quote(Quote(blocks(), source: optionalText(), attributes: attributes()))
    case 4: return .code(CodeBlock(text(), language: optionalText(), attributes: attributes()))
    case 5: return .table(table())
    case 6: return .figure(Figure(blocks(), caption: blocks(), attributes: attributes()))
    case 7: return .thematicBreak
    case 8: return .math(text())
    case 9:
      return .media(
        Media(.embed, source: text(), title: optionalText(), fallback: blocks()))
    case 10: return .details(Details(summary: inlines(), content: blocks()))
    case 11: return .division(Division(blocks(), attributes: attributes()))
    default: return .paragraph(Paragraph(inlines(), attributes: attributes()))
    }
  }

  private mutating func list() -> List {
    let kind: List.Kind =
      next() & 1 == 0 ? .unordered : .ordered(start: Int(next()), style: .decimal)
    return List(
      kind, isTight: next() & 1 == 0,
      items: (0..<Int(next() & 3)).map { _ in
        List.Item(blocks(), task: next() & 7 == 0 ? next() & 1 == 0 : nil)
      })
  }

  private mutating func table() -> Table {
    func row(_ generator: inout Self) -> Table.Row {
      Table.Row(
        (0..<Int(generator.next() & 3)).map { _ in
          Table.Cell(
            generator.blocks(), isHeader: generator.next() & 3 == 0,
            columnSpan: Int(generator.next() & 15) + 1, rowSpan: Int(generator.next() & 15) + 1)
        })
    }
    return Table(
      caption: blocks(), head: [row(&self)], bodies: [[row(&self), row(&self)]],
      foot: next() & 3 == 0 ? [row(&self)] : [], attributes: attributes())
  }

  // MARK: Inlines

  private mutating func inlines() -> [Inline] {
    guard depth < 20 else { return [.text(text())] }
    depth += 1
    defer { depth -= 1 }
    return (0..<Int(next() & 3)).map { _ in inline() }
  }

  private mutating func inline() -> Inline {
    budget -= 1
    guard budget > 0 else { return .lineBreak }
    switch next() % 18 {
    case 0: return .emphasis(inlines())
    case 1: return .strong(inlines())
    case 2: return .strikethrough(inlines())
    case 3: return .subscript(inlines())
    case 4: return .superscript(inlines())
    case 5: return .code(text())
    case 6: return .link(Link(text(), inlines(), title: optionalText(), attributes: attributes()))
    case 7:
      return .image(
        Image(
          text(), alternative: text(), title: optionalText(), width: Int(next()),
          attributes: attributes()))
    case 8: return .lineBreak
    case 9: return .ruby(Ruby([.init(base: inlines(), reading: inlines())]))
    case 10: return .math(text())
    case 11: return .footnote(["1", "a", "é !", "none"][Int(next() & 3)])
    case 12: return .span(Span(.quotation, inlines(), attributes: attributes()))
    default: return .text(text())
    }
  }
}
