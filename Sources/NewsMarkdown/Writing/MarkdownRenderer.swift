import NewsMarkup
import NewsModel
import NewsText

/// Renders one article's body as Markdown.
struct MarkdownRenderer {
  /// How long lines may be.
  enum Wrap: Sendable, Hashable {
    /// A line a paragraph.
    case none
    /// A line a sentence.
    case sentence
    /// Columns.
    case columns(Int)
  }

  let flavor: MarkdownFlavor
  let wrap: Wrap
  /// Whether headings have the anchors that readers give them.
  let hasAutoIDs: Bool
  private(set) var out: [UInt8] = []
  var diagnostics = Diagnostics()

  /// What every line begins with.
  private var indent: [UInt8] = []
  /// What the next line begins with instead: the marker of a list's item.
  private var marker: [UInt8]?
  /// Blank lines due, and what stands in them.
  private var gap = 0
  private var gapIndent: [UInt8] = []
  private(set) var depth = 0

  private var references: MarkdownReferences?
  private var footnotes: [Footnote] = []
  /// Labels that Markdown's own marks refer to.
  private var referred: Set<String> = []

  static let depthLimit = 200

  init(flavor: MarkdownFlavor, wrap: Wrap, usesReferences: Bool, hasAutoIDs: Bool) {
    self.flavor = flavor
    self.wrap = wrap
    self.hasAutoIDs = hasAutoIDs
    references = usesReferences ? MarkdownReferences() : nil
  }

  /// Whether a marker has been begun that no text follows yet.
  var isAfterMarker: Bool { marker != nil }
  var isAtStart: Bool { out.isEmpty }
  /// Whether nothing but blanks stands before what comes next: cmark-gfm looks for boxes to tick
  /// there alone.
  var isAtLineStart: Bool { marker == nil && indent.allSatisfy { $0 == 0x20 } }

  // MARK: The article

  /// Writes a body with its notes.
  mutating func write(_ article: Article) {
    footnotes = article.footnotes
    blocks(article.body)
    writeFootnotes()
    writeReferences()
  }

  private mutating func writeFootnotes() {
    let known = Set(footnotes.map(\.label))
    var rest = footnotes
    if flavor.hasFootnotes {
      // A note may refer to further notes.
      var written: Set<String> = []
      while let index = rest.firstIndex(where: { referred.contains($0.label) }) {
        let note = rest.remove(at: index)
        guard written.insert(note.label).inserted else { continue }
        separate(1)
        container(marker: Array("[^\(note.label)]: ".utf8), prefix: [0x20, 0x20, 0x20, 0x20]) {
          $0.blocks(note.content)
        }
      }
    }
    // Those that nothing refers to in Markdown's way would be dropped.
    if !rest.isEmpty {
      var serializer = HTMLSerializer(references: VerbatimReferences(), footnotes: footnotes)
      serializer.footnotes(rest)
      separate(1)
      raw(MarkdownHTML.withoutBlankLines(serializer.out.bytes))
    }
    for label in referred.sorted() where !known.contains(label) {
      diagnostics.warn("there is no note '\(label)'; its mark stays as text")
    }
  }

  private mutating func writeReferences() {
    guard let references, !references.all.isEmpty else { return }
    separate(1)
    for (index, reference) in references.all.enumerated() {
      var text = Array("[\(index + 1)]: ".utf8)
      MarkdownDestination.append(reference.url, title: reference.title, to: &text)
      line(text)
    }
  }

  // MARK: Lines

  /// Asks for blank lines before what comes next.
  mutating func separate(_ lines: Int) {
    if out.isEmpty || marker != nil { return }
    gap = max(gap, lines)
    gapIndent = indent
  }

  /// Writes one line.
  mutating func line(_ text: some Collection<UInt8>) {
    for _ in 0..<gap {
      out.append(contentsOf: Self.trimmed(gapIndent))
      out.append(0x0A)
    }
    gap = 0
    if let marker {
      out.append(contentsOf: text.isEmpty ? Self.trimmed(marker) : marker[...])
      self.marker = nil
    } else {
      out.append(contentsOf: text.isEmpty ? Self.trimmed(indent) : indent[...])
    }
    out.append(contentsOf: text)
    out.append(0x0A)
  }

  private static func trimmed(_ indent: [UInt8]) -> ArraySlice<UInt8> {
    var indent = indent[...]
    while indent.last == 0x20 { indent.removeLast() }
    return indent
  }

  /// Writes lines as they are.
  mutating func raw(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) { line(part) }
  }

  /// Writes what stands within a list's item, a quotation, a note.
  mutating func container(
    marker first: [UInt8], prefix: [UInt8], _ body: (inout Self) -> Void
  ) {
    let outer = indent
    marker = (marker ?? indent) + first
    indent += prefix
    body(&self)
    if marker != nil { line([]) }
    indent = outer
  }

  // MARK: Paragraphs

  /// Composes a line of text.
  mutating func compose(
    _ content: [Inline], place: MarkdownInlines.Place = .paragraph
  ) -> [UInt8] {
    let known = footnotes.isEmpty ? [] : footnotes.map(\.label)
    var inlines = MarkdownInlines(
      flavor: flavor, place: place, references: references, notes: known)
    inlines.compose(content)
    references = inlines.references
    referred.formUnion(inlines.referred)
    return inlines.out
  }

  /// Writes a paragraph's lines.
  mutating func paragraph(_ content: [Inline], before: [UInt8] = []) {
    let text = before + compose(content)
    var continues = !before.isEmpty
    var start = 0
    while start <= text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      wrapped(text[start..<end], continues: continues)
      continues = true
      start = end + 1
    }
  }

  /// Writes one line of a paragraph as one or more.
  private mutating func wrapped(_ text: ArraySlice<UInt8>, continues: Bool) {
    var continues = continues
    var start = text.startIndex
    for end in MarkdownWrap.ends(of: text, wrap, indent: indent.count, flavor) + [text.endIndex] {
      physical(text[start..<end], continues: continues)
      continues = true
      start = end + 1
    }
  }

  private mutating func physical(_ text: ArraySlice<UInt8>, continues: Bool) {
    var bytes = Array(text)
    if let place = MarkdownLine.escape(text, continues: continues, flavor) {
      bytes.insert(0x5C, at: place - text.startIndex)
    }
    for index in bytes.indices where bytes[index] == MarkdownText.softBlank { bytes[index] = 0x20 }
    line(bytes)
  }

  /// Writes blocks as HTML, for what Markdown has no words for.
  mutating func html(_ blocks: [Block]) {
    var serializer = HTMLSerializer(references: VerbatimReferences(), footnotes: footnotes)
    serializer.blocks(blocks)
    raw(MarkdownHTML.withoutBlankLines(serializer.out.bytes))
  }

  /// The HTML of a line's content.
  func inlineHTML(_ content: [Inline]) -> [UInt8] {
    var serializer = HTMLSerializer(references: VerbatimReferences(), footnotes: footnotes)
    serializer.inlines(content)
    return MarkdownHTML.withoutBlankLines(serializer.out.bytes)
  }

  mutating func deeper(_ body: (inout Self) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }
}
