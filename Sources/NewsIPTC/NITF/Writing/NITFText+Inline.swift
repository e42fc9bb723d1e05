internal import NewsMarkup
internal import NewsModel

extension NITFText {
  mutating func inlines(_ content: [Inline]) {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { return out.text(content.plainText) }
    for inline in content { write(inline) }
  }

  mutating func write(_ inline: Inline) {
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

  mutating func write(_ link: Link) {
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

  mutating func inner(
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

  mutating func write(_ span: Span) {
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
    // `chron` holds text alone.
    case .time? where !span.content.isText: inlines(span.content)
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

extension [Inline] {
  /// Whether they are text alone, without readings, notes and links.
  fileprivate var isText: Bool {
    var isText = true
    walk { inline in
      switch inline {
      case .ruby, .footnote, .link: isText = false
      default: break
      }
    }
    return isText
  }
}
