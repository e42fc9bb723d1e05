/// Parts the text of WordPress's classic editor into paragraphs, as the site does when it shows it: an
/// empty line ends a paragraph, a single line break is one.
struct AutoParagraphs {
  private var scanner: MarkupScanner
  private var output: [UInt8] = []
  /// Whether a paragraph is open.
  private var isInParagraph = false
  /// Whether text begins one: not directly behind the opening tag of an element that is no paragraph.
  private var beginsParagraph = true
  /// Whether a line ended since the last text.
  private var hasLineEnd = false
  /// Whether the last thing was a `<br>`, after which a line's end is nothing more.
  private var isAfterBreak = false
  /// Whether the opening tag of a block was the last thing.
  private var isAfterOpening = false

  /// HTML's elements that stand on lines of their own.
  private static let blocks: Set<String> = [
    "table", "thead", "tfoot", "caption", "col", "colgroup", "tbody", "tr", "td", "th", "div", "dl",
    "dd", "dt", "ul", "ol", "li", "pre", "form", "map", "area", "blockquote", "address", "style",
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "fieldset", "legend", "section", "article",
    "aside", "hgroup", "header", "footer", "nav", "figure", "figcaption", "details", "menu",
    "summary", "iframe", "video", "audio", "script",
  ]
  /// Those whose text stays as it is.
  private static let opaque: Set<String> = [
    "pre", "script", "style", "textarea", "svg", "object", "select", "iframe", "video", "audio",
  ]

  /// The text with `<p>` and `<br />` where they belong.
  static func html(of bytes: [UInt8]) -> [UInt8] {
    var paragraphs = AutoParagraphs(scanner: MarkupScanner(bytes))
    paragraphs.run()
    return paragraphs.output
  }

  private init(scanner: MarkupScanner) { self.scanner = scanner }

  private mutating func run() {
    output.reserveCapacity(scanner.bytes.count + scanner.bytes.count / 16)
    while let piece = scanner.next() {
      switch piece {
      case .text(let range): text(range)
      case .comment(let range): output += scanner.bytes[range]
      case .tag(let range, let name, let isClosing):
        if Self.blocks.contains(name) || name == "object" {
          block(range, name, isClosing)
        } else {
          inline(range, name, isClosing)
        }
      }
    }
    closeParagraph()
  }

  private mutating func text(_ range: Range<Int>) {
    let bytes = scanner.bytes
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      guard byte <= 0x20 else {
        begin()
        // All up to the next line's end at once.
        var end = index
        while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        while end > index, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        output += bytes[index..<end]
        isAfterBreak = false
        index = end
        continue
      }
      // White space: how many lines end in it.
      var lines = 0
      var end = index
      while end < range.upperBound, bytes[end] <= 0x20 {
        if bytes[end] == 0x0A
          || bytes[end] == 0x0D && !(end + 1 < bytes.count && bytes[end + 1] == 0x0A)
        {
          lines += 1
        }
        end += 1
      }
      if lines == 0 {
        // Blanks go on with the line, unless nothing stands before them.
        if isInParagraph || !beginsParagraph { output.append(0x20) }
      } else if lines == 1 {
        hasLineEnd = true
      } else {
        parts()
      }
      index = end
    }
  }

  /// An empty line.
  private mutating func parts() {
    closeParagraph()
    beginsParagraph = true
    hasLineEnd = false
    isAfterBreak = false
  }

  /// Before text or an inline element.
  private mutating func begin() {
    if hasLineEnd {
      if isAfterBreak || output.isEmpty || (!isInParagraph && beginsParagraph) || isAfterOpening {
        output.append(0x0A)
      } else {
        output += "<br />\n".utf8
      }
      hasLineEnd = false
    }
    isAfterOpening = false
    if beginsParagraph, !isInParagraph {
      output += "<p>".utf8
      isInParagraph = true
      beginsParagraph = false
    }
  }

  private mutating func closeParagraph() {
    if isInParagraph { output += "</p>\n".utf8 }
    isInParagraph = false
    hasLineEnd = false
  }

  private mutating func block(_ range: Range<Int>, _ name: String, _ isClosing: Bool) {
    let bytes = scanner.bytes
    if name == "p" {
      closeParagraph()
      if !isClosing {
        output += bytes[range]
        isInParagraph = true
        beginsParagraph = false
        isAfterOpening = true
      } else {
        beginsParagraph = true
        isAfterOpening = false
      }
      isAfterBreak = false
      return
    }
    closeParagraph()
    var end = range.upperBound
    if !isClosing, Self.opaque.contains(name) {
      end = scanner.endOfElement(name, from: end)
      scanner.move(to: end)
    }
    output += bytes[range.lowerBound..<end]
    // What stands in an element's first line is its text, not a paragraph; what follows one is.
    let isContainer = !isClosing && end == range.upperBound && !Self.isVoid(name)
    beginsParagraph = !isContainer
    isAfterOpening = isContainer
    isAfterBreak = false
  }

  private static func isVoid(_ name: String) -> Bool {
    name == "hr" || name == "col" || name == "area"
  }

  private mutating func inline(_ range: Range<Int>, _ name: String, _ isClosing: Bool) {
    let bytes = scanner.bytes
    if isClosing {
      // A line's end before it stays before what follows.
      output += bytes[range]
      return
    }
    if name == "br" {
      // Two of them part paragraphs, as an empty line does.
      if isAfterBreak, isInParagraph {
        parts()
        return
      }
      hasLineEnd = false
      if isInParagraph || !beginsParagraph { output += bytes[range] }
      isAfterBreak = true
      return
    }
    begin()
    isAfterBreak = false
    var end = range.upperBound
    if Self.opaque.contains(name) {
      end = scanner.endOfElement(name, from: end)
      scanner.move(to: end)
    }
    output += bytes[range.lowerBound..<end]
  }
}
