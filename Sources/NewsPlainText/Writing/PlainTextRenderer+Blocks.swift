import NewsModel
import NewsText

extension PlainTextRenderer {
  /// Writes blocks, apart by blank lines unless they are a tight list's.
  mutating func blocks(_ blocks: [Block], isTight: Bool = false) {
    guard depth < Self.depthLimit else {
      return fill(Array(blocks.plainText.utf8))
    }
    depth += 1
    for (index, block) in blocks.enumerated() {
      if index > 0 { separate(isTight && !isPlain ? 0 : 1) }
      write(block, isTight: isTight)
    }
    depth -= 1
  }

  private mutating func write(_ block: Block, isTight: Bool) {
    switch block {
    case .paragraph(let paragraph): fill(text(of: paragraph.content))
    case .heading(let heading):
      separate(isPlain ? 1 : 2)
      fill(text(of: heading.content))
    case .list(let list): write(list)
    case .definitionList(let list): write(list)
    case .quote(let quote):
      indented(by: isPlain ? 0 : 2) { $0.blocks(quote.content) }
      if let source = quote.source, options.links == .notes {
        // The address that a quotation names belongs to its last line.
        let number = notes.number(ofAddress: source)
        indented(by: isPlain ? 0 : 2) { $0.line("[\(number)]".utf8) }
      }
    case .code(let code):
      indented(by: isPlain ? 0 : 4) { $0.verbatim(code.text) }
    case .table(let table): write(table)
    case .figure(let figure): write(figure)
    case .thematicBreak: if !isPlain { line("* * *".utf8) }
    case .math(let formula): indented(by: isPlain ? 0 : 4) { $0.verbatim(formula) }
    case .media(let media): write(media)
    case .details(let details):
      fill(text(of: details.summary))
      separate(1)
      blocks(details.content)
    case .division(let division): blocks(division.content, isTight: isTight)
    }
  }

  /// Writes lines as they are, however long.
  private mutating func verbatim(_ text: String) {
    for part in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line(Array(part))
    }
  }

  // MARK: Lists

  private mutating func write(_ list: List) {
    var number = 1
    if case .ordered(let start, _) = list.kind { number = start }
    for (index, item) in list.items.enumerated() {
      number = item.number ?? number
      if index > 0 { separate(list.isTight ? 0 : 1) }
      let marker = marker(list.kind, number, task: item.task)
      indented(by: isPlain ? 0 : marker.count, marker: marker.isEmpty ? nil : marker) {
        $0.blocks(item.content, isTight: list.isTight)
      }
      number &+= 1
    }
  }

  private func marker(_ kind: List.Kind, _ number: Int, task: Bool?) -> [UInt8] {
    let box = task.map { isPlain ? "" : $0 ? "[x] " : "[ ] " } ?? ""
    switch kind {
    case .unordered: return Array(((isPlain ? "" : "- ") + box).utf8)
    case .ordered(_, let style):
      return Array((ListNumber.text(number, style: style) + ". " + box).utf8)
    }
  }

  private mutating func write(_ list: DefinitionList) {
    for (index, item) in list.items.enumerated() {
      switch item {
      case .term(let content, _):
        if index > 0 { separate(1) }
        fill(text(of: content))
      case .definition(let content, _):
        separate(isPlain ? 1 : 0)
        indented(by: isPlain ? 0 : 4) { $0.blocks(content) }
      }
    }
  }

  // MARK: Pictures and sounds

  private mutating func write(_ figure: Figure) {
    let isPicture = figure.content.allSatisfy(\.isPicture)
    if isPicture, options.figures == .none { return }
    // The caption says what a picture shows: its alternative text would say it twice.
    let caption = figure.caption.plainText
    let alternative = figure.content.plainText
    if !isPicture || alternative != caption { blocks(figure.content) }
    separate(1)
    if options.figures != .none || !isPicture { blocks(figure.caption) }
  }

  private mutating func write(_ media: Media) {
    if options.figures == .none { return }
    var text: [UInt8] = []
    append(
      .link(Link(media.source, [.text(media.title ?? media.source)])), to: &text)
    fill(text)
    separate(1)
    blocks(media.fallback)
  }
}

extension Block {
  /// Whether this is a picture and nothing else.
  var isPicture: Bool {
    switch self {
    case .paragraph(let paragraph): paragraph.content.allSatisfy(\.isPicture)
    case .figure(let figure): figure.content.allSatisfy(\.isPicture)
    case .media: true
    default: false
    }
  }
}

extension Inline {
  /// Whether this is a picture, perhaps in a link.
  var isPicture: Bool {
    switch self {
    case .image, .lineBreak: true
    case .link(let link): !link.content.isEmpty && link.content.allSatisfy(\.isPicture)
    default: false
    }
  }
}
