public import NewsModel

/// Where an article breaks the rules that the model's documentation states.
///
/// Structure: heading levels are 1 to 6, spans at least 1, anchors and footnote labels unique and
/// not empty, every footnote referred to is there, nesting stays within the limits. Text: no empty
/// text, no two texts side by side, white space collapsed, no empty string where `nil` is meant.
public struct ArticleIrregularities: Sendable {
  /// What is wrong, one sentence each, in reading order.
  public var all: [String] { structure + text }
  /// What is wrong with the structure.
  public private(set) var structure: [String] = []
  /// What is wrong with the text.
  public private(set) var text: [String] = []

  private var anchors: Set<String> = []
  private var references: Set<String> = []
  private var waiting: [Waiting] = []

  /// Something still to be looked at, with its depth among its own kind.
  private enum Waiting {
    case blocks([Block], Int)
    case inlines([Inline], Int)
  }

  /// Looks through an article.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - limits: the limits it was read with.
  public init(of article: Article, limits: Limits = .standard) {
    checkMetadata(article.metadata)
    waiting.append(.blocks(article.body, 1))
    for footnote in article.footnotes { waiting.append(.blocks(footnote.content, 1)) }
    var deepest = 0
    while let next = waiting.popLast() {
      switch next {
      case .blocks(let blocks, let depth):
        deepest = max(deepest, depth)
        for block in blocks { check(block, depth) }
      case .inlines(let inlines, let depth):
        deepest = max(deepest, depth)
        check(inlines, depth)
      }
    }
    // Readers count levels in their own terms (elements, items): twice the limit leaves room.
    if deepest > 2 * limits.depth + 4 {
      structure.append("nested \(deepest) deep, with a limit of \(limits.depth)")
    }
    let labels = article.footnotes.map(\.label)
    if Set(labels).count != labels.count { structure.append("two footnotes have the same label") }
    for label in references.subtracting(labels).sorted() {
      structure.append("there is no footnote '\(label)'")
    }
  }

  private mutating func check(_ attributes: Attributes) {
    if let id = attributes.id {
      if id.isEmpty { structure.append("an empty anchor") }
      if !anchors.insert(id).inserted { structure.append("anchor '\(id)' twice") }
    }
    if attributes.language?.isEmpty == true { structure.append("an empty language") }
  }

  private mutating func check(_ block: Block, _ depth: Int) {
    switch block {
    case .heading(let heading) where !(1...6).contains(heading.level):
      structure.append("a heading of rank \(heading.level)")
    case .table(let table):
      for cell in table.rows.flatMap(\.cells) where cell.columnSpan < 1 || cell.rowSpan < 1 {
        structure.append("a cell that spans nothing")
      }
    default: break
    }
    block.forEachPart { part in
      switch part {
      case .attributes(let attributes): check(attributes)
      case .inlines(let content): waiting.append(.inlines(content, 1))
      case .blocks(let content): waiting.append(.blocks(content, depth + 1))
      }
    }
  }

  private mutating func check(_ inlines: [Inline], _ depth: Int) {
    func within(_ inlines: [Inline]) { waiting.append(.inlines(inlines, depth + 1)) }
    var followsText = false
    for inline in inlines {
      var isText = false
      switch inline {
      case .text(let string):
        isText = true
        check(string)
        if followsText { text.append("two texts side by side: '\(string.prefix(40))'") }
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .subscript(let content), .superscript(let content):
        within(content)
      case .link(let link):
        check(link.attributes)
        within(link.content)
      case .span(let span):
        check(span.attributes)
        within(span.content)
      case .image(let image): check(image.attributes)
      case .ruby(let ruby):
        for pair in ruby.pairs {
          within(pair.base)
          within(pair.reading)
        }
      case .footnote(let label): references.insert(label)
      case .code, .lineBreak, .math: break
      }
      followsText = isText
    }
  }

  private mutating func check(_ string: String) {
    if string.isEmpty { text.append("an empty text") }
    var previous: UInt8 = 0
    for byte in string.utf8 {
      if byte == 0x0A || byte == 0x09 || byte == 0x0D || (byte == 0x20 && previous == 0x20) {
        text.append("white space not collapsed: '\(string.prefix(60))'")
        return
      }
      previous = byte
    }
  }

  private mutating func checkMetadata(_ metadata: Metadata) {
    let strings: [(String, String?)] = [
      ("title", metadata.title), ("alternativeTitle", metadata.alternativeTitle),
      ("byline", metadata.byline), ("dateline", metadata.dateline), ("section", metadata.section),
      ("slug", metadata.slug), ("url", metadata.url), ("language", metadata.language),
      ("publisher", metadata.publisher?.name), ("source", metadata.source?.name),
      ("canonicalURL", metadata.canonicalURL), ("leadImage", metadata.leadImage?.source),
      ("summary", metadata.summary), ("editor", metadata.editor), ("rights", metadata.rights),
    ]
    for (name, value) in strings where value?.isEmpty == true {
      text.append("\(name) is empty instead of nil")
    }
    for author in metadata.authors where author.name.isEmpty {
      text.append("an author without a name")
    }
  }
}
