import NewsAddress
import NewsMarkup
import NewsModel

/// Composes the text of one line or paragraph.
///
/// A line feed in the result is a forced break with its mark before it; blanks at which a line may
/// end are ``MarkdownText/softBlank``.
struct MarkdownInlines {
  /// Where the text stands.
  enum Place {
    case paragraph
    /// A heading, which is one line.
    case heading
    /// A cell of a pipe table: one line, pipes escaped.
    case cell
  }

  let flavor: MarkdownFlavor
  let place: Place
  /// The text.
  var out: [UInt8] = []
  /// The labels of notes that were referred to.
  private(set) var referred: [String] = []
  /// Destinations given by reference, in order; `nil` for inline links.
  var references: MarkdownReferences?
  /// Judges addresses.
  var addresses: PageReferences

  var delimiters: [EmphasisCheck.Delimiter] = []
  private var emphases = 0
  /// Emphases to write as HTML, by their number in reading order.
  private var asHTML: Set<Int> = []
  var context: MarkdownText.Context
  private var depth = 0
  var linkDepth = 0

  static let depthLimit = 200

  init(
    flavor: MarkdownFlavor, place: Place = .paragraph, isLossless: Bool,
    references: MarkdownReferences? = nil,
    addresses: PageReferences = PageReferences(), notes: MarkdownNotes
  ) {
    self.addresses = addresses
    self.notes = notes
    self.flavor = flavor
    self.place = place
    self.references = references
    context = MarkdownText.Context(flavor: flavor)
    context.isLossless = isLossless
    context.isInHugoHeading = flavor.isHugo && place == .heading
  }

  /// Composes some content.
  mutating func compose(_ content: [Inline]) {
    survey(content)
    let saved = references?.count ?? 0
    let savedAddresses = addresses
    // Two or three rounds do: an emphasis as HTML changes what its neighbours see.
    for round in 0... {
      out.removeAll(keepingCapacity: true)
      delimiters.removeAll(keepingCapacity: true)
      referred.removeAll()
      emphases = 0
      codeEnd = 0
      references?.removeLast(to: saved)
      addresses = savedAddresses
      append(content)
      guard emphases > 0 else { break }
      var broken = brokenInLinks
      broken.formUnion(
        EmphasisCheck.broken(
          in: out, delimiters, looksPastTildes: flavor.hasStrikethrough))
      brokenInLinks = []
      if broken.isEmpty { break }
      asHTML.formUnion(round < 4 ? broken : Set(0..<emphases))
    }
    if place == .cell { escapePipes() }
  }

  /// Emphases within links that fail: a link's text is read by itself.
  var brokenInLinks: Set<Int> = []

  private mutating func escapePipes() {
    guard out.contains(UInt8(ascii: "|")) else { return }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(out.count + 8)
    for (index, byte) in out.enumerated() {
      // kramdown's text has them escaped already.
      if byte == UInt8(ascii: "|"), !flavor.isKramdown || index == 0 || out[index - 1] != 0x5C {
        escaped.append(0x5C)
      }
      escaped.append(byte)
    }
    out = escaped
  }

  // MARK: What the text holds

  /// Finds out which marks in the text could be taken for markup.
  private mutating func survey(_ content: [Inline]) {
    var marks = MarkdownMarks()
    marks.count(content)
    let emphasis = marks.emphasis > 0 ? 2 : 0
    context.hasStars = marks.stars + emphasis > 1 || flavor.isKramdown
    context.hasUnderscores = marks.underscores + emphasis > 1 || flavor.isKramdown
    context.hasTildes = marks.tildes + (marks.strikes > 0 ? 2 : 0) > 1
    context.hasLinkEnds = marks.hasLinkEnds
    context.hasReferences = references != nil
  }

  /// For text that was not counted, since it stands for something else: all its marks may find a
  /// partner.
  var contextOfUncounted: MarkdownText.Context {
    var context = context
    (context.hasStars, context.hasUnderscores, context.hasTildes) = (true, true, true)
    context.hasLinkEnds = true
    return context
  }

  // MARK: Pieces

  mutating func append(_ content: [Inline]) {
    guard depth < Self.depthLimit else {
      MarkdownText.append(content.plainText, to: &out, contextOfUncounted)
      return
    }
    depth += 1
    for (index, inline) in content.enumerated() {
      append(
        inline, isLast: index + 1 == content.count,
        next: index + 1 < content.count ? content[index + 1] : nil)
    }
    depth -= 1
  }

  private mutating func append(_ inline: Inline, isLast: Bool, next: Inline?) {
    switch inline {
    case .text(let text): append(text, next: next, isLast: isLast)
    case .emphasis(let content): emphasis(content, count: 1, tag: "em")
    case .strong(let content): emphasis(content, count: 2, tag: "strong")
    case .strikethrough(let content):
      if flavor.hasStrikethrough {
        delimited(content, UInt8(ascii: "~"), count: 2, tag: "del")
      } else {
        element("del", content)
      }
    case .subscript(let content): element("sub", content)
    case .superscript(let content): element("sup", content)
    case .code(let text): code(text)
    case .link(let link): append(link)
    case .image(let image): append(image)
    case .lineBreak: lineBreak(isLast: isLast && depth == 1)
    case .ruby(let ruby): append(ruby)
    case .math(let formula): math(formula)
    case .footnote(let label): footnote(label)
    case .span(let span): append(span)
    }
  }

  private mutating func append(_ text: String, next: Inline?, isLast: Bool) {
    // A note's mark before a bracket or colon would be a link or a definition.
    if case .footnote? = lastPiece, let first = text.utf8.first,
      first == UInt8(ascii: "(") || first == UInt8(ascii: "[") || first == UInt8(ascii: ":")
    {
      out.append(0x5C)
      out.append(first)
      MarkdownText.append(String(text.dropFirst()), to: &out, context)
    } else {
      MarkdownText.append(text, to: &out, context)
    }
    lastPiece = nil
    if out.last == UInt8(ascii: "!"), out.count > 1, out[out.count - 2] == 0x5C {
      // The sign at the end was escaped to be sure: not needed unless a bracket follows.
      let isBeforeBracket =
        switch next {
        case .link, .footnote: true
        default: false
        }
      let isText = text.utf8.last == UInt8(ascii: "!")
      if isText, !isBeforeBracket {
        out.removeLast(2)
        out.append(UInt8(ascii: "!"))
      }
    }
  }

  /// The piece before, where it matters to what follows.
  var lastPiece: Inline?

  /// The notes that there are.
  private let notes: MarkdownNotes

  private mutating func emphasis(_ content: [Inline], count: Int, tag: StaticString) {
    // The other mark, where the same one would run into its neighbour's.
    let isBesideStar = out.last == UInt8(ascii: "*") && delimiters.last?.end == out.count
    delimited(content, UInt8(ascii: isBesideStar ? "_" : "*"), count: count, tag: tag)
  }

  private mutating func delimited(
    _ content: [Inline], _ character: UInt8, count: Int, tag: StaticString
  ) {
    let number = emphases
    emphases += 1
    if content.isEmpty { return }
    // Hugo's table of contents ends the whole site for a note within marks of a heading.
    let isNoted = flavor.isHugo && place == .heading && content.hasNote
    if isNoted || asHTML.contains(number) { return element(tag, content) }
    let mark = repeatElement(character, count: count)
    delimiters.append(
      .init(
        offset: out.count, character: character, count: count, emphasis: number, isOpening: true))
    out.append(contentsOf: mark)
    append(content)
    delimiters.append(
      .init(
        offset: out.count, character: character, count: count, emphasis: number, isOpening: false))
    out.append(contentsOf: mark)
  }

  private mutating func code(_ text: String) {
    let utf8 = text.utf8
    var longest = 0
    var run = 0
    for byte in utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    if utf8.isEmpty {
      out.append(contentsOf: "<code></code>".utf8)
      return
    }
    if flavor.isHugo, HugoBody.hasUnclosed(text) {
      // Goldmark reads what stands between tags as Markdown.
      tag("code", [])
      let start = out.count
      MarkdownText.append(text, to: &out, contextOfUncounted)
      for index in start..<out.count
      where out[index] == MarkdownText.softBlank || out[index] == 0x0A {
        out[index] = 0x20
      }
      return close("code")
    }
    // Two fences would be one.
    // ...and behind a dollar sign it would be a formula.
    if codeEnd == out.count && codeEnd > 0 || out.last == UInt8(ascii: "$") {
      out.append(contentsOf: "<!-- -->".utf8)
    }
    // The shortest fence that is not in the text.
    let fence = [UInt8](repeating: 0x60, count: longest == 0 ? 1 : longest + 1)
    // kramdown takes a mark between blanks for text.
    if flavor.isKramdown, fence.count == 1, let first = utf8.first, first <= 0x20 {
      return html([.code(text)])
    }
    let isPadded =
      utf8.first == 0x60 || utf8.last == 0x60
      || utf8.first == 0x20 && utf8.last == 0x20 && utf8.contains { $0 != 0x20 }
    out.append(contentsOf: fence)
    if isPadded { out.append(0x20) }
    for byte in utf8 {
      out.append(byte == 0x0A || byte == 0x0D || byte == MarkdownText.softBlank ? 0x20 : byte)
    }
    if isPadded { out.append(0x20) }
    out.append(contentsOf: fence)
    codeEnd = out.count
  }

  /// Where the last code ends.
  private var codeEnd = 0

  private mutating func lineBreak(isLast: Bool) {
    while out.last == MarkdownText.softBlank { out.removeLast() }
    // A mark needs text on both sides.
    let isFirst = out.isEmpty || out.last == 0x0A || out.suffix(4).elementsEqual("<br>".utf8)
    if place != .paragraph || isLast || isFirst || linkDepth > 0 {
      out.append(contentsOf: "<br>".utf8)
    } else {
      // Behind a backslash of text Goldmark takes the mark of a break for text, and HTML in the next line
      // for HTML though it is escaped.
      let isBlanks = flavor.isKramdown || flavor.isHugo && out.last == 0x5C
      out.append(contentsOf: (isBlanks ? "  \n" : "\\\n").utf8)
    }
  }

  private mutating func footnote(_ label: String) {
    guard flavor.hasFootnotes, notes.index(of: label) != nil, Self.isPlain(label: label) else {
      return htmlFootnote(label)
    }
    referred.append(label)
    out.append(contentsOf: "[^".utf8)
    out.append(contentsOf: label.utf8)
    out.append(UInt8(ascii: "]"))
    lastPiece = .footnote(label)
  }

  private static func isPlain(label: String) -> Bool {
    label.utf8.allSatisfy {
      $0 >= 0x80 || ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
  }

  /// A mark that Markdown has no form for, as the serialiser of the notes expects it.
  private mutating func htmlFootnote(_ label: String) {
    guard let index = notes.index(of: label) else {
      MarkdownText.append("[^\(label)]", to: &out, contextOfUncounted)
      return
    }
    let key = Self.isPlain(label: label) ? label : "\(index + 1):"
    element(
      "sup",
      [
        .link(
          Link(
            "#fn-" + key, [.text(String(index + 1))], attributes: Attributes(classes: ["footnote"]))
        )
      ])
  }

  private mutating func math(_ formula: String) {
    if flavor.isKramdown, MarkdownMath.isPlain(formula, inLine: true) {
      out.append(contentsOf: "$$".utf8)
      out.append(
        contentsOf: formula.utf8.map { $0 == 0x0D || $0 == 0x0A && place != .paragraph ? 0x20 : $0 }
      )
      out.append(contentsOf: "$$".utf8)
      return
    }
    if flavor.hasMath, !context.isLossless, !formula.utf8.contains(0x60) {
      out.append(contentsOf: "$`".utf8)
      out.append(
        contentsOf: formula.utf8.map { $0 < 0x20 || $0 == MarkdownText.softBlank ? 0x20 : $0 })
      out.append(contentsOf: "`$".utf8)
      return
    }
    // As the HTML writer marks it, and as pages show formulas.
    tag("span", [], Attributes(classes: ["math"]))
    let start = out.count
    MarkdownText.append("\\(" + formula + "\\)", to: &out, contextOfUncounted)
    for index in start..<out.count where out[index] == MarkdownText.softBlank { out[index] = 0x20 }
    close("span")
  }

  /// Content as HTML, on one line: for elements whose content kramdown leaves as it is.
  mutating func html(_ content: [Inline]) {
    var serializer = HTMLSerializer(references: addresses, notes: notes.html)
    serializer.inlines(content)
    addresses = serializer.references
    out.append(
      contentsOf: MarkdownHTML.withoutPipes(serializer.out.bytes).map { $0 == 0x0A ? 0x20 : $0 })
    lastPiece = nil
  }
}

extension EmphasisCheck.Delimiter {
  /// Where it ends.
  var end: Int { offset + count }
}

extension [Inline] {
  /// Whether a note is referred to in them.
  var hasNote: Bool {
    var found = false
    walk { if case .footnote = $0 { found = true } }
    return found
  }
}
