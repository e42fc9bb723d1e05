internal import CodeTokens
package import NewsModel
import NewsText
internal import TeXMath

extension HTMLSerializer {
  /// Writes blocks one after the other.
  package mutating func blocks(_ content: [Block]) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= style.depth else { return flatten(.blocks(content[...])) }
    for block in content { write(block) }
  }

  /// Writes a block.
  package mutating func block(_ block: Block) {
    depth += 1
    write(block)
    depth -= 1
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let paragraph):
      // A picture on a line of its own stands in the middle, and is no indented line of text.
      let isPicture = style.isBook && PictureLine.isPicture(paragraph.content)
      line(
        "p", paragraph.content, paragraph.attributes, adding: isPicture ? "nk-image-line" : "")
    case .heading(let heading): write(heading)
    case .list(let list): write(list)
    case .definitionList(let list): write(list)
    case .quote(let quote):
      out.raw("<blockquote")
      if !style.isBook, let source = quote.source.flatMap({ references.citation($0) }) {
        out.attribute("cite", source)
      }
      container("blockquote", quote.content, quote.attributes)
    case .code(let code): write(code)
    case .table(let table): write(table)
    case .figure(let figure): write(figure)
    case .thematicBreak:
      out.raw("<hr")
      closeVoid()
      out.raw("\n")
    case .math(let formula): display(formula)
    case .media(let media): write(media)
    case .details(let details): write(details)
    case .division(let division):
      if division.attributes.isEmpty { return blocks(division.content) }
      out.raw("<div")
      container("div", division.content, division.attributes)
    }
  }

  /// An element that holds a line of text.
  private mutating func line(
    _ name: StaticString, _ content: [Inline], _ attributes: Attributes,
    adding own: StaticString = ""
  ) {
    if content.isEmpty, attributes.id == nil { return }
    out.raw("<")
    out.raw(name)
    write(attributes, adding: own)
    out.raw(">")
    inlines(content)
    out.raw("</")
    out.raw(name)
    out.raw(">\n")
  }

  /// The rest of an element that holds blocks, from its attributes on.
  private mutating func container(
    _ name: StaticString, _ content: [Block], _ attributes: Attributes
  ) {
    write(attributes)
    out.raw(">\n")
    blocks(content)
    out.raw("</")
    out.raw(name)
    out.raw(">\n")
  }

  private mutating func write(_ heading: Heading) {
    let level = min(6, max(1, min(6, max(1, heading.level)) + style.headingOffset))
    var heading = heading
    if collectsHeadings, depth == 1,
      let title = VisibleText.line(heading.content.plainText)
    {
      headingCount += 1
      var id = heading.attributes.id.flatMap(cleanAnchor) ?? "nk-h\(headingCount)"
      if usedIDs.contains(id) || notes.ids.contains(id) { id = "nk-h\(headingCount)" }
      heading.attributes.id = id
      headings.append(
        Outline(level: level, title: title, id: style.idPrefix + id))
    }
    switch level {
    case 1: line("h1", heading.content, heading.attributes)
    case 2: line("h2", heading.content, heading.attributes)
    case 3: line("h3", heading.content, heading.attributes)
    case 4: line("h4", heading.content, heading.attributes)
    case 5: line("h5", heading.content, heading.attributes)
    default: line("h6", heading.content, heading.attributes)
    }
  }

  private mutating func write(_ code: CodeBlock) {
    out.raw("<pre")
    var attributes = code.attributes
    if style.isRightToLeft, attributes.direction == nil { attributes.direction = .leftToRight }
    write(attributes)
    out.raw("><code")
    if let language = code.language {
      out.raw(" class=\"language-")
      out.attributeValue(language)
      out.raw("\"")
    }
    out.raw(">")
    // The first line feed in preformatted text is not part of it.
    if code.text.utf8.first == 0x0A { out.raw("\n") }
    if style.isBook {
      self.code(code.text, language: code.language)
    } else {
      out.text(code.text)
      out.raw("\n")
    }
    out.raw("</code></pre>\n")
  }

  /// A formula on a line of its own: MathML, or as it is written where that is not possible.
  private mutating func display(_ formula: String) {
    if style.hasMathML, let math = TeXMath.mathML(formula, isDisplay: true) {
      hasMathML = true
      out.raw(style.isBook ? "<div class=\"nk-math\">" : "<div class=\"math\">")
      out.raw(string: math)
      out.raw("</div>\n")
      return
    }
    out.raw(
      style.isBook ? "<p class=\"nk-math\"><code>" : "<div class=\"math\">\\[")
    out.text(formula)
    out.raw(style.isBook ? "</code></p>\n" : "\\]</div>\n")
  }

  private mutating func write(_ figure: Figure) {
    out.raw("<figure")
    write(figure.attributes)
    out.raw(">\n")
    if case .paragraph(let only)? = figure.content.first, figure.content.count == 1,
      only.attributes.isEmpty
    {
      inlines(only.content)
      out.raw("\n")
    } else {
      blocks(figure.content)
    }
    if !figure.caption.isEmpty {
      out.raw("<figcaption>")
      lineOrBlocks(figure.caption)
      out.raw("</figcaption>\n")
    }
    out.raw("</figure>\n")
  }

  private mutating func write(_ details: Details) {
    out.raw("<details")
    // What cannot be opened on paper must be open.
    if details.isOpen || style.isBook { flag("open") }
    write(details.attributes)
    out.raw(">\n")
    if !details.summary.isEmpty || style.isBook {
      out.raw("<summary>")
      if details.summary.isEmpty { out.raw("…") } else { inlines(details.summary) }
      out.raw("</summary>\n")
    }
    blocks(details.content)
    out.raw("</details>\n")
  }

  /// The content of a cell, caption or definition: a single plain paragraph is a line, anything
  /// else blocks.
  mutating func lineOrBlocks(_ content: [Block]) {
    if case .paragraph(let only)? = content.first, content.count == 1, only.attributes.isEmpty {
      return inlines(only.content)
    }
    if content.isEmpty { return }
    out.raw("\n")
    blocks(content)
  }
}
