internal import NewsMarkup
internal import NewsModel
internal import NewsText

/// Writes blocks and inlines as NITF has them.
///
/// NITF has paragraphs, headings of one rank, lists, tables, quotations, preformatted text, notes and
/// media. What else there is in a line is `em` with a class that says what it is; blocks without an
/// element of their own are a `block` with a class.
struct NITFText {
  var out = MarkupBuffer()
  var references: AbsoluteReferences
  /// What was written as the nearest thing that NITF has.
  private(set) var reduced: Set<String> = []
  private var usedIDs: Set<String> = []
  private let notes: [String: Int]
  private var depth = 0
  private var isInLink = false
  /// Pictures that stand in a line, where NITF has none: written after it.
  private var pending: [Image] = []

  private static let deepest = 200

  /// Put before every anchor, so that articles can share a document.
  private let idPrefix: String

  /// Whether a `block` may stand here: in the text itself, in notes and definitions, in no other.
  private var takesBlocks: Bool

  init(
    page: String?, footnotes: [Footnote], idPrefix: String = "", isInBlock: Bool = false
  ) {
    self.idPrefix = idPrefix
    takesBlocks = !isInBlock
    references = AbsoluteReferences(page: page)
    var notes: [String: Int] = [:]
    for (index, note) in footnotes.enumerated() where notes[note.label] == nil {
      notes[note.label] = index + 1
      usedIDs.insert("\(idPrefix)fn-\(index + 1)")
    }
    self.notes = notes
  }

  // MARK: - Blocks

  mutating func blocks(_ blocks: [Block]) {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest {
      element("p") { $0.out.text(blocks.plainText) }
      return
    }
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let paragraph): line("p", paragraph.content, paragraph.attributes)
    case .heading(let heading):
      let level = min(6, max(1, heading.level))
      line(
        "hl2", heading.content, heading.attributes, kind: level == 2 ? nil : "h\(level)")
    case .list(let list): write(list)
    case .definitionList(let list):
      if list.items.isEmpty { return }
      element("dl", list.attributes) { text in
        for item in list.items {
          switch item {
          case .term(let content, let attributes):
            text.element("dt", attributes) { $0.inlines(content) }
          case .definition(let content, let attributes):
            let outside = text.takesBlocks
            text.takesBlocks = true
            text.element("dd", attributes) { $0.lineOrBlocks(content) }
            text.takesBlocks = outside
          }
        }
      }
      flush()
    case .quote(let quote):
      out.raw("<bq")
      attributes(quote.attributes)
      if let source = quote.source.flatMap({ references.citation($0) }) {
        out.attribute("quote-source", source)
      }
      out.raw("><block>\n")
      let outside = takesBlocks
      takesBlocks = false
      self.blocks(quote.content)
      takesBlocks = outside
      out.raw("</block></bq>\n")
    case .code(let code):
      element("pre", code.attributes, kind: code.language.map { "language-" + $0 }) {
        $0.out.text(code.text)
      }
    case .table(let table): write(table)
    case .figure(let figure): write(figure)
    case .thematicBreak: out.raw("<hr/>\n")
    case .math(let formula):
      reduced.insert("formulas")
      element("pre", kind: "math") { $0.out.text(formula) }
    case .media(let media): write(media, caption: [])
    case .details(let details):
      reduced.insert("details")
      line("p", details.summary, .none, kind: "summary")
      self.blocks(details.content)
    case .division(let division):
      self.block(division.content, division.attributes)
    }
  }

  /// Blocks that belong together.
  private mutating func block(
    _ content: [Block], _ own: Attributes = .none, kind: String? = nil
  ) {
    guard takesBlocks else { return blocks(content) }
    takesBlocks = false
    element("block", own, kind: kind) { $0.blocks(content) }
    takesBlocks = true
  }

  private mutating func write(_ list: List) {
    if list.items.isEmpty { return }
    let name: StaticString
    switch list.kind {
    case .unordered: name = "ul"
    case .ordered: name = "ol"
    }
    out.raw("<")
    out.raw(name)
    attributes(list.attributes)
    if case .ordered(let start, let style) = list.kind {
      if start != 1, start > 0 { out.attribute("seqnum", String(start)) }
      if style != .decimal { reduced.insert("letters as numbers") }
    }
    out.raw(">\n")
    let outside = takesBlocks
    takesBlocks = false
    defer { takesBlocks = outside }
    for item in list.items {
      element("li", item.attributes) { text in
        if let task = item.task { text.out.raw(task ? "☑ " : "☐ ") }
        if list.isTight, case .paragraph(let first)? = item.content.first,
          first.attributes.isEmpty
        {
          text.inlines(first.content)
          text.blocks(Array(item.content.dropFirst()))
        } else {
          text.blocks(item.content)
        }
      }
    }
    out.raw("</")
    out.raw(name)
    out.raw(">\n")
    flush()
  }

  private mutating func write(_ table: Table) {
    let bodies = table.bodies.filter { $0.contains { !$0.cells.isEmpty } }
    let head = table.head.filter { !$0.cells.isEmpty }
    let foot = table.foot.filter { !$0.cells.isEmpty }
    if bodies.isEmpty, head.isEmpty, foot.isEmpty { return self.blocks(table.caption) }
    let outside = takesBlocks
    takesBlocks = false
    defer { takesBlocks = outside }
    element("table", table.attributes) { text in
      if !table.caption.isEmpty { text.element("caption") { $0.lineOrBlocks(table.caption) } }
      if !head.isEmpty { text.element("thead") { $0.rows(head) } }
      if !foot.isEmpty { text.element("tfoot") { $0.rows(foot) } }
      // One body at most; of several the rows stand in the table.
      if bodies.count == 1 {
        text.element("tbody") { $0.rows(bodies[0]) }
      } else {
        for body in bodies { text.rows(body) }
      }
    }
    flush()
  }

  private mutating func rows(_ rows: [Table.Row]) {
    for row in rows where !row.cells.isEmpty {
      element("tr", row.attributes) { text in
        for cell in row.cells { text.write(cell) }
      }
    }
  }

  private mutating func write(_ cell: Table.Cell) {
    out.raw(cell.isHeader ? "<th" : "<td")
    attributes(cell.attributes)
    if cell.columnSpan > 1 { out.attribute("colspan", String(cell.columnSpan)) }
    if cell.rowSpan > 1 { out.attribute("rowspan", String(cell.rowSpan)) }
    if let alignment = cell.alignment { out.attribute("align", alignment.rawValue) }
    out.raw(">")
    lineOrBlocks(cell.content)
    out.raw(cell.isHeader ? "</th>\n" : "</td>\n")
  }

  /// A single plain paragraph as a line, anything else as blocks.
  private mutating func lineOrBlocks(_ content: [Block]) {
    if case .paragraph(let only)? = content.first, content.count == 1, only.attributes.isEmpty {
      return inlines(only.content)
    }
    blocks(content)
  }

  // MARK: - Media

  private mutating func write(_ figure: Figure) {
    if figure.content.count == 1, case .media(let media) = figure.content[0] {
      return write(media, caption: figure.caption)
    }
    if figure.content.count == 1, case .paragraph(let paragraph) = figure.content[0],
      paragraph.content.count == 1, let image = Self.onlyImage(paragraph.content[0])
    {
      return picture(image, caption: figure.caption, figure.attributes)
    }
    block(figure.content + figure.caption, figure.attributes, kind: "figure")
  }

  /// The picture that is all of an inline; the link around it is lost.
  private static func onlyImage(_ inline: Inline) -> Image? {
    switch inline {
    case .image(let image): image
    case .link(let link) where link.content.count == 1: onlyImage(link.content[0])
    default: nil
    }
  }

  /// A picture as a medium of its own.
  mutating func picture(
    _ image: Image, caption: [Block] = [], _ own: Attributes = .none, kind: String? = nil
  ) {
    guard case .shown(let source, let width, let height) = references.image(image) else {
      if !image.alternative.isEmpty { element("p") { $0.out.text(image.alternative) } }
      return self.blocks(caption)
    }
    out.raw("<media media-type=\"image\"")
    attributes(own, kind: kind)
    out.raw(">\n<media-reference")
    out.attribute("source", source)
    if let type = ItemPicture.mediaType(of: source) { out.attribute("mime-type", type) }
    if !image.alternative.isEmpty { out.attribute("alternate-text", image.alternative) }
    if let width, width > 0 { out.attribute("width", String(width)) }
    if let height, height > 0 { out.attribute("height", String(height)) }
    out.raw("/>\n")
    self.caption(caption)
    out.raw("</media>\n")
  }

  private mutating func write(_ media: Media, caption: [Block]) {
    let address =
      media.kind == .embed ? references.frame(media.source) : references.media(media.source)
    guard let address else { return self.blocks(media.fallback + caption) }
    if media.kind == .embed {
      reduced.insert("embedded pages")
      line("p", [.link(Link(media.source, [.text(media.title ?? address)]))], .none)
      return self.blocks(media.fallback + caption)
    }
    out.raw(
      media.kind == .video ? "<media media-type=\"video\"" : "<media media-type=\"audio\"")
    attributes(media.attributes)
    out.raw(">\n<media-reference")
    out.attribute("source", address)
    if let type = ItemPicture.mediaType(of: address) { out.attribute("mime-type", type) }
    if let title = media.title { out.attribute("alternate-text", title) }
    out.raw("/>\n")
    self.caption(caption)
    out.raw("</media>\n")
    self.blocks(media.fallback)
  }

  private mutating func caption(_ content: [Block]) {
    if content.isEmpty { return }
    let outside = takesBlocks
    takesBlocks = false
    element("media-caption") { $0.lineOrBlocks(content) }
    takesBlocks = outside
  }

  // MARK: - Notes

  /// Writes the notes, each an `fn` that the marks in the text refer to.
  mutating func footnotes(_ footnotes: [Footnote]) {
    var written: Set<String> = []
    for note in footnotes {
      guard let number = notes[note.label] else { continue }
      out.raw("<fn")
      if written.insert(note.label).inserted { out.attribute("id", "\(idPrefix)fn-\(number)") }
      out.raw("><body.content>\n")
      let outside = takesBlocks
      takesBlocks = true
      blocks(note.content)
      takesBlocks = outside
      out.raw("</body.content></fn>\n")
    }
  }

  // MARK: - Elements

  /// An element that holds a line.
  private mutating func line(
    _ name: StaticString, _ content: [Inline], _ own: Attributes, kind: String? = nil
  ) {
    // A picture alone in its paragraph is a medium.
    if content.count == 1, let image = Self.onlyImage(content[0]) {
      return picture(image, caption: [], own)
    }
    if content.isEmpty, own.id == nil { return }
    element(name, own, kind: kind) { $0.inlines(content) }
    flush()
  }

  private mutating func element(
    _ name: StaticString, _ own: Attributes = .none, kind: String? = nil,
    _ content: (inout NITFText) -> Void
  ) {
    out.raw("<")
    out.raw(name)
    attributes(own, kind: kind)
    out.raw(">")
    content(&self)
    out.raw("</")
    out.raw(name)
    out.raw(">\n")
  }

  /// Pictures that stood within a line.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let images = pending
    pending = []
    reduced.insert("pictures within a line")
    for image in images { picture(image) }
  }

  private mutating func attributes(_ own: Attributes, kind: String? = nil) {
    if let id = own.id.map({ idPrefix + $0 }), Self.isName(id), usedIDs.insert(id).inserted {
      out.attribute("id", id)
    }
    let classes = (kind.map { [$0] } ?? []) + own.classes
    if !classes.isEmpty { out.attribute("class", classes.joined(separator: " ")) }
    if let language = own.language.flatMap(LanguageTag.normalized) {
      out.attribute("xml:lang", language)
    }
    if own.direction != nil { reduced.insert("directions") }
  }

  /// Whether an anchor can be an identifier of XML.
  private static func isName(_ id: String) -> Bool {
    guard let first = id.unicodeScalars.first, first == "_" || first.properties.isAlphabetic
    else { return false }
    return id.unicodeScalars.allSatisfy { scalar in
      scalar == "-" || scalar == "_" || scalar == "."
        || scalar.properties.isAlphabetic
          && scalar.properties.generalCategory != .otherSymbol
        || scalar.isASCII && scalar.properties.numericType != nil
    }
  }

  // MARK: - Inlines

  mutating func inlines(_ content: [Inline]) {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { return out.text(content.plainText) }
    for inline in content { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): out.text(text)
    case .emphasis(let content): inner("em", content)
    case .strong(let content): inner("em", content, kind: "bold")
    case .strikethrough(let content): inner("em", content, kind: "strikethrough")
    case .subscript(let content): inner("em", content, kind: "subscript")
    case .superscript(let content): inner("em", content, kind: "superscript")
    case .code(let text): inner("em", [.text(text)], kind: "code")
    case .math(let formula):
      reduced.insert("formulas")
      inner("em", [.text(formula)], kind: "math")
    case .lineBreak: out.raw("<br/>")
    case .link(let link): write(link)
    case .image(let image):
      if !image.alternative.isEmpty { out.text(image.alternative) }
      pending.append(image)
    case .ruby(let ruby):
      reduced.insert("readings beside the text")
      for pair in ruby.pairs {
        inlines(pair.base)
        if !pair.reading.isEmpty {
          out.raw("(")
          inlines(pair.reading)
          out.raw(")")
        }
      }
    case .footnote(let label):
      guard let number = notes[label] else { return out.text("[^\(label)]") }
      if isInLink { return out.text("[\(number)]") }
      out.raw("<a")
      out.attribute("href", "#\(idPrefix)fn-\(number)")
      out.raw(" class=\"footnote\">")
      out.number(number)
      out.raw("</a>")
    case .span(let span): write(span)
    }
  }

  private mutating func write(_ link: Link) {
    guard !isInLink, let url = references.link(link.url) else { return inlines(link.content) }
    out.raw("<a")
    out.attribute(
      "href", url.utf8.first == UInt8(ascii: "#") ? "#" + idPrefix + url.dropFirst() : url)
    if let title = link.title { out.attribute("title", title) }
    attributes(link.attributes)
    out.raw(">")
    isInLink = true
    inlines(link.content)
    isInLink = false
    out.raw("</a>")
  }

  private mutating func inner(
    _ name: StaticString, _ content: [Inline], kind: String? = nil, _ own: Attributes = .none
  ) {
    out.raw("<")
    out.raw(name)
    attributes(own, kind: kind)
    out.raw(">")
    inlines(content)
    out.raw("</")
    out.raw(name)
    out.raw(">")
  }

  private mutating func write(_ span: Span) {
    switch span.kind {
    case nil where span.attributes.language != nil:
      out.raw("<lang")
      if let language = span.attributes.language { out.attribute("value", language) }
      attributes(span.attributes)
      out.raw(">")
      inlines(span.content)
      out.raw("</lang>")
    case nil:
      if span.attributes.isEmpty {
        inlines(span.content)
      } else {
        inner("em", span.content, kind: "span", span.attributes)
      }
    case .quotation?: inner("q", span.content, span.attributes)
    case .time(let time)?:
      out.raw("<chron")
      if let time { out.attribute("norm", time) }
      attributes(span.attributes)
      out.raw(">")
      out.text(span.content.plainText)
      out.raw("</chron>")
      span.content.walk { inline in
        if case .image(let image) = inline { pending.append(image) }
      }
    case .mark?: inner("em", span.content, kind: "mark", span.attributes)
    case .insertion?: inner("em", span.content, kind: "insertion", span.attributes)
    case .small?: inner("em", span.content, kind: "small", span.attributes)
    case .keyboard?: inner("em", span.content, kind: "keyboard", span.attributes)
    case .sample?: inner("em", span.content, kind: "sample", span.attributes)
    case .variable?: inner("em", span.content, kind: "variable", span.attributes)
    case .citation?: inner("em", span.content, kind: "citation", span.attributes)
    case .definition?: inner("em", span.content, kind: "definition", span.attributes)
    case .abbreviation(let long)?:
      inner("em", span.content, kind: "abbreviation", span.attributes)
      if let long, !long.isEmpty { out.text(" (\(long))") }
    }
  }
}
