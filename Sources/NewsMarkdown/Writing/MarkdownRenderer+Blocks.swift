import NewsModel

extension MarkdownRenderer {
  /// Writes blocks, apart by blank lines unless they are a tight list's.
  mutating func blocks(_ blocks: [Block], isTight: Bool = false) {
    guard depth < Self.depthLimit else {
      diagnostics.warn(
        .depthFlattened, "blocks nested more than \(Self.depthLimit) levels deep were flattened")
      return paragraph([.text(blocks.plainText)])
    }
    var previous: Block?
    // Lists next to each other are told apart by their markers.
    var alternates = false
    for block in blocks {
      // HTML goes on to the next blank line, which would make the list a loose one.
      let goesOn = previous != nil && isTight && endedAsHTML
      if let previous { part(previous, block, isTight: isTight, &alternates) }
      endedAsHTML = false
      deeper {
        if goesOn {
          $0.html([block])
        } else {
          $0.write(block, isTight: isTight, alternates: alternates)
        }
      }
      previous = block
    }
  }

  private mutating func part(
    _ previous: Block, _ block: Block, isTight: Bool, _ alternates: inout Bool
  ) {
    separate(isTight ? 0 : 1)
    guard case .list(let one) = previous, case .list(let other) = block,
      one.kind.isOrdered == other.kind.isOrdered
    else {
      alternates = false
      if flavor.isKramdown, previous.isQuote, block.isQuote { endOfBlock() }
      return
    }
    if flavor.isKramdown { endOfBlock() } else { alternates.toggle() }
  }

  /// kramdown's mark between blocks that it would take for one.
  private mutating func endOfBlock() {
    line("^".utf8)
    separate(1)
  }

  private mutating func write(_ block: Block, isTight: Bool, alternates: Bool) {
    switch block {
    case .paragraph(let paragraph): write(paragraph)
    case .heading(let heading): write(heading)
    case .list(let list): write(list, alternates: alternates)
    case .definitionList(let list):
      if flavor.isKramdown || flavor.isHugo && !isNested, list.isPlain {
        write(list)
      } else {
        html([block])
      }
    case .quote(let quote): write(quote)
    case .code(let code): write(code)
    case .table(let table):
      if !write(table) { html([block]) }
    case .figure(let figure):
      if flavor.isHugo, writeShortcode(of: figure) { break }
      if !write(figure) { html([block]) }
    case .media(let media):
      if !flavor.isHugo || !writeShortcode(of: media) { html([block]) }
    case .thematicBreak:
      // After dashes at the start of a file would stand for front matter, in a list for an item.
      line((isTight || isAtStart || isAfterMarker ? "***" : "---").utf8)
    case .math(let formula): math(formula)
    case .details(let details): write(details)
    case .division(let division):
      enclosed("div", [], division.attributes) { $0.blocks(division.content) }
    }
  }

  // MARK: Text

  private mutating func write(_ paragraph: Paragraph) {
    if paragraph.content.isEmpty { return }
    if paragraph.attributes.isEmpty { return self.paragraph(paragraph.content) }
    if flavor.isKramdown, let list = AttributeList.text(paragraph.attributes) {
      self.paragraph(paragraph.content)
      line(list)
      return
    }
    html([.paragraph(paragraph)])
  }

  /// Writes a figure of pictures: each on a line, below them the caption in emphasis. Our reader
  /// makes a figure of that; `false` where it is to read back to the last attribute.
  private mutating func write(_ figure: Figure) -> Bool {
    guard !isLossless, figure.attributes.isEmpty, !figure.content.isEmpty,
      figure.content.allSatisfy({ $0.lineOfText?.onlyPicture != nil }),
      figure.caption.allSatisfy({ $0.lineOfText != nil })
    else { return false }
    var text: [UInt8] = []
    for line in figure.content.compactMap(\.lineOfText) {
      if !text.isEmpty { text.append(0x0A) }
      // A line that ends within the alternative text would be none of a figure.
      text += compose(line).map { $0 == MarkdownText.softBlank ? 0x20 : $0 }
    }
    for line in figure.caption.compactMap(\.lineOfText) {
      text.append(0x0A)
      text += compose([.emphasis(line)])
    }
    lines(of: text, continues: false)
    return true
  }

  private mutating func write(_ heading: Heading) {
    var attributes = heading.attributes
    if hasAutoIDs { attributes.id = nil }
    if flavor.isHugo, !attributes.isEmpty, let list = AttributeList.text(attributes),
      attributes.language == nil, attributes.direction == nil
    {
      let content = compose(heading.content, place: .heading)
        .map { $0 == MarkdownText.softBlank ? 0x20 : $0 }
      let marks = [UInt8](repeating: UInt8(ascii: "#"), count: min(max(heading.level, 1), 6))
      // As kramdown's list without its colon.
      return line(marks + [0x20] + content + Array(" {".utf8) + list.dropFirst(2))
    }
    if !attributes.isEmpty, !flavor.isKramdown || AttributeList.text(attributes) == nil {
      return html([.heading(heading)])
    }
    var text = [UInt8](repeating: UInt8(ascii: "#"), count: min(max(heading.level, 1), 6))
    let content = compose(heading.content, place: .heading)
    if !content.isEmpty { text.append(0x20) }
    for byte in content { text.append(byte == MarkdownText.softBlank ? 0x20 : byte) }
    // Number signs at the end would be taken for the heading's own.
    if text.last == UInt8(ascii: "#"), !content.isEmpty {
      var run = text.count
      while run > 0, text[run - 1] == UInt8(ascii: "#") { run -= 1 }
      if run > 0, text[run - 1] == 0x20 || flavor.isKramdown { text.insert(0x5C, at: run) }
    }
    line(text)
    if !attributes.isEmpty, let list = AttributeList.text(attributes) { line(list) }
  }

  private mutating func write(_ quote: Quote) {
    let source = quote.source.flatMap { citation($0) }
    if quote.attributes.isEmpty, source == nil {
      container(marker: [0x3E, 0x20], prefix: [0x3E, 0x20]) { $0.blocks(quote.content) }
      return
    }
    let values = source.map { [("cite", $0)] } ?? []
    enclosed("blockquote", values, quote.attributes) { $0.blocks(quote.content) }
  }

  private mutating func write(_ code: CodeBlock) {
    let info = code.language ?? ""
    // Hugo writes it into attributes as it is.
    let isPlain = info.utf8.allSatisfy {
      $0 > 0x20 && $0 != 0x60 && $0 != 0x5C && $0 != 0x26
        && (!flavor.isHugo || !"\"'<>={}".utf8.contains($0))
    }
    let list = code.attributes.isEmpty ? [] : AttributeList.text(code.attributes)
    // kramdown looks for lists within lists before it looks for code.
    let looksLikeList =
      flavor.isKramdown && isNested && MarkdownHTML.hasListMarkers(Array(code.text.utf8))
    guard isPlain, let list, list.isEmpty || flavor.isKramdown, !code.text.utf8.isEmpty,
      !looksLikeList, !flavor.isHugo || !HugoBody.hasUnclosed(code.text)
    else {
      return html([.code(code)])
    }
    // kramdown without GitHub's extensions has fences of tildes alone.
    let mark = UInt8(ascii: flavor.isKramdown ? "~" : "`")
    var longest = 2
    var run = 0
    for byte in code.text.utf8 {
      run = byte == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = [UInt8](repeating: mark, count: longest + 1)
    line(fence + Array(info.utf8))
    // The first line end in preformatted text is not part of it.
    if code.text.utf8.first == 0x0A { line([]) }
    raw(code.text.utf8)
    line(fence)
    if !list.isEmpty { line(list) }
  }

  private mutating func math(_ formula: String) {
    if flavor.isKramdown, MarkdownMath.isPlain(formula, inLine: false) {
      line("$$".utf8)
      raw(formula.utf8)
      line("$$".utf8)
    } else if flavor.hasMath, !isLossless, !formula.contains("```") {
      line("```math".utf8)
      raw(formula.utf8)
      line("```".utf8)
    } else {
      html([.math(formula)])
    }
  }

  // MARK: Enclosed blocks

  private mutating func write(_ details: Details) {
    if flavor.isKramdown { return html([.details(details)]) }
    var open: [UInt8] = []
    MarkdownHTML.open(
      "details", details.isOpen ? [("open", "")] : [], details.attributes, to: &open)
    line(open)
    // A summary may be several lines.
    raw("<summary>".utf8.map { $0 } + inlineHTML(details.summary) + Array("</summary>".utf8))
    separate(1)
    blocks(details.content)
    separate(1)
    line("</details>".utf8)
    endedAsHTML = true
  }

  /// Markdown between tags.
  private mutating func enclosed(
    _ name: StaticString, _ values: [(String, String)], _ attributes: Attributes,
    _ body: (inout Self) -> Void
  ) {
    var tag: [UInt8] = []
    MarkdownHTML.open(
      name, values + (flavor.isKramdown ? [("markdown", "1")] : []), attributes, to: &tag)
    line(tag)
    separate(1)
    body(&self)
    separate(1)
    tag.removeAll()
    MarkdownHTML.close(name, to: &tag)
    line(tag)
  }

  // MARK: Definition lists

  private mutating func write(_ list: DefinitionList) {
    var isFirst = true
    for item in list.items {
      switch item {
      case .term(let content, _):
        if !isFirst { separate(1) }
        paragraph(content)
      case .definition(let content, _):
        container(marker: Array(":   ".utf8), prefix: [0x20, 0x20, 0x20, 0x20]) {
          $0.blocks(content)
        }
      }
      isFirst = false
    }
  }
}

extension Block {
  /// Whether this is a quotation.
  fileprivate var isQuote: Bool { if case .quote = self { true } else { false } }
}

extension Block {
  /// The text of a paragraph without attributes.
  fileprivate var lineOfText: [Inline]? {
    guard case .paragraph(let paragraph) = self, paragraph.attributes.isEmpty else { return nil }
    return paragraph.content
  }
}

extension List.Kind {
  /// Whether items are numbered.
  var isOrdered: Bool { if case .ordered = self { true } else { false } }
}

extension DefinitionList {
  /// Whether kramdown's form can say it all.
  fileprivate var isPlain: Bool {
    guard attributes.isEmpty, case .term? = items.first else { return false }
    var isAfterTerm = false
    for item in items {
      switch item {
      case .term(_, let attributes):
        if !attributes.isEmpty { return false }
        isAfterTerm = true
      case .definition(let content, let attributes):
        guard attributes.isEmpty, !content.isEmpty else { return false }
        isAfterTerm = false
      }
    }
    return !isAfterTerm
  }
}
