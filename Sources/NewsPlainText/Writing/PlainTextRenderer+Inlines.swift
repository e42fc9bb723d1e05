import NewsModel
import NewsText

extension PlainTextRenderer {
  /// The text of a line, a line feed for each forced break.
  mutating func text(of inlines: [Inline]) -> [UInt8] {
    var text: [UInt8] = []
    append(inlines, to: &text)
    // A picture left out must not leave a blank.
    while let last = text.last, last == 0x20 || last == 0x0A { text.removeLast() }
    let lead = text.prefix { $0 == 0x20 || $0 == 0x0A }.count
    if lead > 0 { text.removeFirst(lead) }
    return text
  }

  mutating func append(_ inlines: [Inline], to text: inout [UInt8]) {
    guard depth < Self.depthLimit else {
      text.append(contentsOf: inlines.plainText.utf8)
      return
    }
    depth += 1
    for inline in inlines { append(inline, to: &text) }
    depth -= 1
  }

  mutating func append(_ inline: Inline, to text: inout [UInt8]) {
    switch inline {
    case .text(let string), .code(let string), .math(let string):
      if pictureEnd == text.count, let first = string.utf8.first, Self.isInWord(first) {
        text.append(0x20)
      }
      text.append(contentsOf: string.utf8)
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .subscript(let content):
      append(content, to: &text)
    case .superscript(let content):
      // 10 to the 6th is not 106.
      let raised = content.plainText.utf8
      if let last = text.last, (0x30...0x39).contains(last), !raised.isEmpty,
        raised.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") })
      {
        text.append(UInt8(ascii: "^"))
      }
      append(content, to: &text)
    case .link(let link): append(link, to: &text)
    case .image(let image): append(image, to: &text)
    case .lineBreak:
      while text.last == 0x20 { text.removeLast() }
      text.append(0x0A)
    case .ruby(let ruby): append(ruby, to: &text)
    case .footnote(let label):
      if let number = notes.number(ofFootnote: label) {
        text.append(contentsOf: "[\(number)]".utf8)
      }
    case .span(let span): append(span, to: &text)
    }
  }

  private mutating func append(_ link: Link, to text: inout [UInt8]) {
    let start = text.count
    append(link.content, to: &text)
    // Anchors within the page lead nowhere on paper.
    guard options.links != .none, link.url.utf8.first != UInt8(ascii: "#"), !link.url.isEmpty
    else { return }
    // Not kept: a slice that is still there makes the next append copy the whole line.
    if Self.says(text[start...], link.url) { return }
    switch options.links {
    case .none: break
    case .notes:
      let number = notes.number(ofAddress: link.url)
      text.append(contentsOf: "[\(number)]".utf8)
    case .inline:
      if text.count > start { text.append(0x20) }
      text.append(UInt8(ascii: "<"))
      text.append(contentsOf: link.url.utf8)
      text.append(UInt8(ascii: ">"))
    }
  }

  /// Whether a link's text is its address.
  private static func says(_ shown: ArraySlice<UInt8>, _ url: String) -> Bool {
    guard !shown.isEmpty, shown.count <= url.utf8.count else { return false }
    for prefix: StaticString in ["", "mailto:", "http://", "https://", "//"] {
      let count = prefix.utf8CodeUnitCount
      let begins = prefix.withUTF8Buffer { url.utf8.starts(with: $0) }
      if begins, url.utf8.dropFirst(count).elementsEqual(shown) { return true }
    }
    return false
  }

  private mutating func append(_ image: Image, to text: inout [UInt8]) {
    guard options.figures != .none, !image.alternative.isEmpty else { return }
    if isPlain {
      // Without brackets, words beside the picture must not run into its own.
      if let last = text.last, Self.isInWord(last) { text.append(0x20) }
      text.append(contentsOf: image.alternative.utf8)
      pictureEnd = text.count
    } else {
      text.append(UInt8(ascii: "["))
      text.append(contentsOf: image.alternative.utf8)
      text.append(UInt8(ascii: "]"))
    }
  }

  /// Letters and digits of any script.
  private static func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  private mutating func append(_ ruby: Ruby, to text: inout [UInt8]) {
    for pair in ruby.pairs {
      append(pair.base, to: &text)
      if pair.reading.isEmpty { continue }
      text.append(UInt8(ascii: "("))
      append(pair.reading, to: &text)
      text.append(UInt8(ascii: ")"))
    }
  }

  private mutating func append(_ span: Span, to text: inout [UInt8]) {
    guard span.kind == .quotation else { return append(span.content, to: &text) }
    let marks = QuotationMarks.of(span.attributes.language ?? language, level: quotationLevel)
    text.append(contentsOf: marks.open.utf8)
    quotationLevel += 1
    append(span.content, to: &text)
    quotationLevel -= 1
    text.append(contentsOf: marks.close.utf8)
  }
}
