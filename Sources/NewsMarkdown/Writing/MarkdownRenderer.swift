import NewsAddress
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
  /// Whether what is written reads back to the last attribute.
  let isLossless: Bool
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
  /// Whether the last block ended as HTML, which goes on to the next blank line.
  var endedAsHTML = false

  private var references: MarkdownReferences?
  /// Judges addresses.
  private(set) var addresses: PageReferences
  /// The article's notes: for Markdown's marks, and as HTML names them.
  private var notes = MarkdownNotes([])
  /// Labels that Markdown's own marks refer to, and where the notes stand that they named last.
  private var referred: Set<String> = []
  private var referredNotes: [Int] = []

  static let depthLimit = 200

  init(
    flavor: MarkdownFlavor, wrap: Wrap, references: MarkdownReferences?, hasAutoIDs: Bool,
    keepsUnsafeLinks: Bool, isLossless: Bool
  ) {
    self.isLossless = isLossless
    addresses = PageReferences(keepsUnsafe: keepsUnsafeLinks)
    self.flavor = flavor
    self.wrap = wrap
    self.hasAutoIDs = hasAutoIDs
    self.references = references
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
    notes = MarkdownNotes(article.footnotes)
    blocks(article.body)
    writeFootnotes()
    writeReferences()
    addresses.refused.warn(&diagnostics, remedy: ", see --unsafe-links")
    if flavor.isHugo { out = HugoBody.escaped(out) }
    PrintableText.clean(&out, .text)
  }

  private mutating func writeFootnotes() {
    var rest = notes.all
    if flavor.hasFootnotes {
      // In the article's order; a note may refer to further ones, also to some before it.
      var isWritten = [Bool](repeating: false, count: notes.all.count)
      var next = 0
      var behind: [Int] = []
      referredNotes = []
      while let index = behind.popLast() ?? nextReferred(&next) {
        if isWritten[index] { continue }
        isWritten[index] = true
        let note = notes.all[index]
        separate(1)
        // kramdown keeps a blank behind the colon, which would make a fence text and move a list.
        let hasBlank = !flavor.isKramdown || note.content.first?.isParagraph ?? true
        container(
          marker: Array("[^\(note.label)]:\(hasBlank ? " " : "")".utf8),
          prefix: [0x20, 0x20, 0x20, 0x20]
        ) {
          $0.blocks(note.content)
        }
        behind += referredNotes.filter { $0 < next }.sorted(by: >)
        referredNotes = []
      }
      rest.removeAll { referred.contains($0.label) }
    }
    // Those that nothing refers to in Markdown's way would be dropped.
    if !rest.isEmpty {
      var serializer = HTMLSerializer(references: addresses, notes: notes.html)
      serializer.footnotes(rest)
      addresses = serializer.references
      separate(1)
      raw(MarkdownHTML.withoutBlankLines(serializer.out.bytes))
    }
  }

  /// The next note that is referred to and is the first of its label.
  private func nextReferred(_ next: inout Int) -> Int? {
    while next < notes.all.count {
      let label = notes.all[next].label
      next += 1
      if referred.contains(label), notes.index(of: label) == next - 1 { return next - 1 }
    }
    return nil
  }

  private mutating func writeReferences() {
    guard let references, !references.all.isEmpty else { return }
    separate(1)
    for (index, reference) in references.all.enumerated() {
      var text = Array("[\(references.label(index + 1))]: ".utf8)
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

  /// The source of a quotation, where it may be named.
  mutating func citation(_ url: String) -> String? { addresses.citation(url) }

  /// Writes lines as they are.
  mutating func raw(_ bytes: some Collection<UInt8>) {
    var bytes = Array(bytes)
    // Markdown ends a line at a carriage return too: what follows would stand outside the container
    // that it is in.
    if bytes.contains(0x0D) { bytes = Self.withLineFeeds(bytes) }
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) { line(part) }
  }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
      result.append(byte == 0x0D ? 0x0A : byte)
    }
    return result
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
    var inlines = MarkdownInlines(
      flavor: flavor, place: place, isLossless: isLossless, references: references,
      addresses: addresses, notes: notes)
    // Handed over and back: of a second owner's the first change would be a copy.
    references = nil
    inlines.compose(content)
    references = inlines.references
    addresses = inlines.addresses
    for label in inlines.referred where referred.insert(label).inserted {
      if let index = notes.index(of: label) { referredNotes.append(index) }
    }
    return inlines.out
  }

  /// Writes a paragraph's lines.
  mutating func paragraph(_ content: [Inline], before: [UInt8] = []) {
    var text = before + compose(content)
    if content.looksLikeFigure {
      for index in text.indices where text[index] == MarkdownText.softBlank { text[index] = 0x20 }
    }
    if text.first == UInt8(ascii: "["), indent.suffix(2) == [0x3E, 0x20] { Self.breakAlert(&text) }
    lines(of: text, continues: !before.isEmpty)
  }

  /// GitHub's alerts have their marker on a line of its own; elsewhere it is a line end like any other.
  private static func breakAlert(_ text: inout [UInt8]) {
    for kind in ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"] {
      let marker = Array("[!\(kind)]".utf8)
      guard text.count > marker.count, text.starts(with: marker) else { continue }
      if [0x20, MarkdownText.softBlank].contains(text[marker.count]) { text[marker.count] = 0x0A }
    }
  }

  /// Writes composed text, whose line feeds are breaks.
  mutating func lines(of text: [UInt8], continues: Bool) {
    var continues = continues
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
    // Markdown passes over blanks at the beginning of a line: what stands behind them begins it.
    let text = text.drop(while: MarkdownLine.isBlank)
    var bytes = Array(text)
    if let place = MarkdownLine.escape(text, continues: continues, flavor) {
      bytes.insert(0x5C, at: place - text.startIndex)
    }
    for index in bytes.indices where bytes[index] == MarkdownText.softBlank { bytes[index] = 0x20 }
    line(bytes)
  }

  /// Writes blocks as HTML, for what Markdown has no words for.
  mutating func html(_ blocks: [Block]) {
    var serializer = HTMLSerializer(references: addresses, notes: notes.html)
    serializer.blocks(blocks)
    addresses = serializer.references
    let html = MarkdownHTML.withoutBlankLines(serializer.out.bytes)
    raw(flavor.isKramdown && isNested ? MarkdownHTML.withoutListMarkers(html) : html)
    endedAsHTML = true
  }

  /// Whether what is written stands within a list, a quotation or a note.
  var isNested: Bool { !indent.isEmpty }

  /// The HTML of a line's content.
  mutating func inlineHTML(_ content: [Inline]) -> [UInt8] {
    var serializer = HTMLSerializer(references: addresses, notes: notes.html)
    serializer.inlines(content)
    addresses = serializer.references
    return MarkdownHTML.withoutBlankLines(serializer.out.bytes)
  }

  mutating func deeper(_ body: (inout Self) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }
}

extension [Inline] {
  /// Whether a line would be taken for a figure if it ended behind its picture.
  fileprivate var looksLikeFigure: Bool {
    guard count > 2, let first, let last, case .emphasis = last else { return false }
    return [first].onlyPicture != nil
  }
}
