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
  var reduced: Set<String> = []
  private var usedIDs: Set<String> = []
  let notes: [String: Int]
  var depth = 0
  var isInLink = false
  /// Pictures that stand in a line, where NITF has none: written after it.
  var pending: [Image] = []

  static let deepest = 200

  /// Put before every anchor, so that articles can share a document.
  let idPrefix: String

  /// Whether a `block` may stand here: in the text itself, in notes and definitions, in no other.
  var takesBlocks: Bool

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

  mutating func write(_ block: Block) {
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
  mutating func block(
    _ content: [Block], _ own: Attributes = .none, kind: String? = nil
  ) {
    guard takesBlocks else { return blocks(content) }
    takesBlocks = false
    element("block", own, kind: kind) { $0.blocks(content) }
    takesBlocks = true
  }

  mutating func write(_ list: List) {
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

  /// A single plain paragraph as a line, anything else as blocks.
  mutating func lineOrBlocks(_ content: [Block]) {
    if case .paragraph(let only)? = content.first, content.count == 1, only.attributes.isEmpty {
      return inlines(only.content)
    }
    blocks(content)
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
  mutating func line(
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

  mutating func element(
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
  mutating func flush() {
    guard !pending.isEmpty else { return }
    let images = pending
    pending = []
    reduced.insert("pictures within a line")
    for image in images { picture(image) }
  }

  mutating func attributes(_ own: Attributes, kind: String? = nil) {
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
  static func isName(_ id: String) -> Bool {
    guard let first = id.unicodeScalars.first, first == "_" || first.properties.isAlphabetic
    else { return false }
    return id.unicodeScalars.allSatisfy { scalar in
      scalar == "-" || scalar == "_" || scalar == "."
        || scalar.properties.isAlphabetic
          && scalar.properties.generalCategory != .otherSymbol
        || scalar.isASCII && scalar.properties.numericType != nil
    }
  }
}
