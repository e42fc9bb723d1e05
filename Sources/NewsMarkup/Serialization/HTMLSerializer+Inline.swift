package import NewsModel
import NewsText
internal import TeXMath

extension HTMLSerializer {
  /// Writes the parts of a line.
  package mutating func inlines(_ content: [Inline]) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= style.depth else { return flatten(.inlines(content[...])) }
    for inline in content { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): out.text(text)
    case .emphasis(let content): element("em", content)
    case .strong(let content): element("strong", content)
    case .strikethrough(let content): element("del", content)
    case .subscript(let content): element("sub", content)
    case .superscript(let content): element("sup", content)
    case .code(let text):
      out.raw("<code>")
      out.text(text)
      out.raw("</code>")
    case .link(let link): write(link)
    case .image(let image): write(image)
    case .lineBreak:
      out.raw("<br")
      closeVoid()
      out.raw("\n")
    case .ruby(let ruby): write(ruby)
    case .math(let formula):
      if style.hasMathML, let math = TeXMath.mathML(formula, isDisplay: false) {
        hasMathML = true
        return out.raw(string: math)
      }
      out.raw(style.isBook ? "<code class=\"nk-math\">" : "<span class=\"math\">\\(")
      out.text(formula)
      out.raw(style.isBook ? "</code>" : "\\)</span>")
    case .footnote(let label): reference(to: label)
    case .span(let span): write(span)
    }
  }

  private mutating func element(_ name: StaticString, _ content: [Inline]) {
    out.raw("<")
    out.raw(name)
    out.raw(">")
    inlines(content)
    out.raw("</")
    out.raw(name)
    out.raw(">")
  }

  private mutating func write(_ link: Link) {
    // Links do not nest; the outer one wins.
    guard !isInLink, let url = references.link(link.url) else {
      if link.attributes.isEmpty { return inlines(link.content) }
      return write(Span(nil, link.content, attributes: link.attributes))
    }
    out.raw("<a")
    out.attribute("href", url)
    if let title = link.title { out.attribute("title", title) }
    write(link.attributes)
    out.raw(">")
    isInLink = true
    inlines(link.content)
    isInLink = false
    out.raw("</a>")
  }

  package mutating func write(_ image: Image) {
    switch references.image(image) {
    case .shown(let source, let width, let height):
      out.raw("<img")
      out.attribute("src", source)
      out.attribute("alt", image.alternative)
      if let title = image.title { out.attribute("title", title) }
      if let width, width > 0 { out.attribute("width", String(width)) }
      if let height, height > 0 { out.attribute("height", String(height)) }
      write(image.attributes)
      closeVoid()
    case .described(let link):
      let text = image.words ?? style.mediaWords?.picture ?? ""
      if text.isEmpty, link == nil, image.attributes.id == nil { return }
      out.raw("<span")
      write(image.attributes, adding: "nk-image")
      out.raw(">")
      if let link, !isInLink {
        out.raw("<a")
        out.attribute("href", link)
        out.raw(">")
        out.text(text.isEmpty ? "…" : text)
        out.raw("</a>")
      } else {
        out.text(text)
      }
      out.raw("</span>")
    }
  }

  private mutating func write(_ ruby: Ruby) {
    if ruby.pairs.allSatisfy({ $0.base.isEmpty && $0.reading.isEmpty }) { return }
    // A reading has no readings of its own: they stand behind their base.
    guard !isInRuby else {
      for pair in ruby.pairs {
        inlines(pair.base)
        if pair.reading.isEmpty { continue }
        out.raw("(")
        inlines(pair.reading)
        out.raw(")")
      }
      return
    }
    isInRuby = true
    hasRuby = true
    out.raw("<ruby>")
    for pair in ruby.pairs {
      // A reading of nothing is text.
      let isAlone = pair.base.isEmpty
      inlines(isAlone ? pair.reading : pair.base)
      out.raw("<rt>")
      if !isAlone { inlines(pair.reading) }
      out.raw("</rt>")
    }
    out.raw("</ruby>")
    isInRuby = false
  }

  private mutating func write(_ span: Span) {
    if span.kind == nil, span.attributes.isEmpty { return inlines(span.content) }
    let name = elementName(of: span.kind)
    out.raw("<")
    out.raw(name)
    switch span.kind {
    case .abbreviation(let long?): out.attribute("title", long)
    case .time(let time?) where !style.isBook: out.attribute("datetime", time)
    case .time(let time?):
      if let date = Self.bookDate(time) { out.attribute("datetime", date) }
    default: break
    }
    write(span.attributes)
    out.raw(">")
    let wasInDefinition = isInDefinition
    if span.kind == .definition { isInDefinition = true }
    inlines(span.content)
    isInDefinition = wasInDefinition
    out.raw("</")
    out.raw(name)
    out.raw(">")
  }

  private func elementName(of kind: Span.Kind?) -> StaticString {
    switch kind {
    case nil: "span"
    case .mark: "mark"
    case .insertion: "ins"
    case .small: "small"
    case .keyboard: "kbd"
    case .sample: "samp"
    case .variable: "var"
    case .citation: "cite"
    case .definition: isInDefinition ? "span" : "dfn"
    case .quotation: "q"
    case .abbreviation: "abbr"
    // Without a valid date the element itself is an error in a book.
    case .time(let time):
      style.isBook && time.flatMap({ Self.bookDate($0) }) == nil ? "span" : "time"
    }
  }

  /// A machine-readable date as EPUBCheck takes it, whole seconds.
  private static func bookDate(_ text: String) -> String? {
    guard var date = Timestamp(iso8601: text) else { return nil }
    if var time = date.time {
      time.nanosecond = 0
      time.second = min(time.second, 59)
      date.time = time
    }
    return date.iso8601
  }
}
