import NewsModel
import NewsText

/// Renders one article as lines of text.
struct PlainTextRenderer: ~Copyable {
  let options: PlainTextWriter.Options
  let language: String?
  /// What was written.
  var out: [UInt8] = []
  var notes = PlainTextNotes()

  /// What every line begins with.
  var indent: [UInt8] = []
  /// What the next line begins with instead: a list item's marker.
  var marker: [UInt8]?
  /// Blank lines due before the next line.
  var gap = 0
  /// How many blocks are open.
  var depth = 0
  /// How many quotations within lines are open.
  /// Where a picture's text ended that has no brackets around it.
  var pictureEnd = -1
  var quotationLevel = 0

  private var breaker: LineBreaker
  private var breaks: [Int] = []

  /// Deeper blocks are written without their structure.
  static let depthLimit = 200

  init(options: PlainTextWriter.Options, language: String?) {
    self.options = options
    self.language = language
    breaker = LineBreaker(language: language)
  }

  var isPlain: Bool { options.style == .text }

  /// Columns that a line here may take; never so few that words cannot stand.
  var width: Int? { options.width.map { max($0 - indent.count, 16) } }

  // MARK: Lines

  /// Asks for blank lines before what comes next.
  mutating func separate(_ lines: Int) {
    if !out.isEmpty, marker == nil { gap = max(gap, lines) }
  }

  /// Writes one line as it is.
  mutating func line(_ text: some Collection<UInt8>) {
    out.append(contentsOf: repeatElement(0x0A, count: gap))
    gap = 0
    if let marker {
      out.append(contentsOf: marker)
      self.marker = nil
    } else if !text.isEmpty {
      out.append(contentsOf: indent)
    }
    out.append(contentsOf: text)
    // No line ends in blanks: of a bare marker, say.
    while out.last == 0x20 { out.removeLast() }
    out.append(0x0A)
  }

  /// Writes a paragraph, broken to the width; a line feed in it ends a line.
  mutating func fill(_ text: [UInt8]) {
    if text.isEmpty { return }
    guard let width else {
      for part in text.split(separator: 0x0A, omittingEmptySubsequences: false) { line(part) }
      return
    }
    for part in lines(of: text, width: width) { line(text[part]) }
  }

  /// The lines of a text at a width, without the blanks at their ends.
  mutating func lines(of text: [UInt8], width: Int) -> [Range<Int>] {
    // Bytes are never fewer than columns.
    if text.count <= width, !text.contains(0x0A) { return [0..<text.count] }
    var lines: [Range<Int>] = []
    text.withUnsafeBufferPointer { utf8 in
      breaker.breaks(in: utf8, into: &breaks)
      breaks.append(utf8.count)
      var start = 0
      var end = 0
      var used = 0
      var pieceStart = 0
      for next in breaks where !Self.isNoteMark(utf8, at: next) {
        let isForced = utf8[next - 1] == 0x0A
        var visible = next
        while visible > pieceStart, utf8[visible - 1] == 0x20 || utf8[visible - 1] == 0x0A {
          visible -= 1
        }
        let visibleWidth = DisplayWidth.of(
          UnsafeBufferPointer(rebasing: utf8[pieceStart..<visible]))
        if used + visibleWidth > width, end > start {
          lines.append(start..<end)
          start = pieceStart
          used = 0
        }
        // Blanks at a line's end take no room until something follows.
        used += visibleWidth + (next - visible)
        end = visible
        pieceStart = next
        if isForced {
          lines.append(start..<end)
          start = next
          end = next
          used = 0
        }
      }
      if start < utf8.count { lines.append(start..<max(start, end)) }
    }
    return lines
  }

  // MARK: Indents

  /// Writes what stands under a marker, such as a list item.
  mutating func indented(
    by columns: Int, marker text: [UInt8]? = nil, _ body: (inout Self) -> Void
  ) {
    let outer = indent
    if let text {
      // A marker right after another shares its line.
      let base = marker ?? indent
      marker = base + text
    } else if let pending = marker {
      marker = pending + [UInt8](repeating: 0x20, count: columns)
    }
    indent.append(contentsOf: repeatElement(0x20, count: columns))
    body(&self)
    indent = outer
    if text != nil, marker != nil { line([]) }
  }

  /// Whether a note's mark, `[12]`, stands at an offset right after a word: it stays with it.
  private static func isNoteMark(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard offset > 0, offset < utf8.count, utf8[offset] == UInt8(ascii: "["),
      utf8[offset - 1] > 0x20
    else { return false }
    var end = offset + 1
    while end < utf8.count, utf8[end] >= 0x30, utf8[end] <= 0x39 { end += 1 }
    return end > offset + 1 && end < utf8.count && utf8[end] == UInt8(ascii: "]")
  }
}
