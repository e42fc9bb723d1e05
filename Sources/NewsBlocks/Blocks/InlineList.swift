internal import NewsModel

/// Inlines that are being put together: neighbouring texts become one, empty elements vanish.
struct InlineList {
  private(set) var inlines: [Inline] = []
  /// Whether text here is code.
  var isCode = false
  /// Whether it is what a ruby has, directly: nowhere else do bases and readings go together.
  var isRuby = false
  private var pairs: [Ruby.Pair] = []
  private var readings = 0

  mutating func append(text: String) {
    // What is joined to is taken out, so that it grows where it is: many pieces may come.
    if isCode {
      guard case .code(var before)? = inlines.last else { return inlines.append(.code(text)) }
      inlines.removeLast()
      before += text
      inlines.append(.code(before))
    } else {
      guard case .text(var before)? = inlines.last else { return inlines.append(.text(text)) }
      inlines.removeLast()
      before += text
      inlines.append(.text(before))
    }
  }

  mutating func append(_ inline: Inline) { inlines.append(inline) }

  /// Adds a finished element.
  mutating func append(_ element: InlineBuffer.Element, of content: InlineList) {
    let list = content.inlines
    switch element {
    case .emphasis: wrap(list, Inline.emphasis)
    case .strong: wrap(list, Inline.strong)
    case .strikethrough: wrap(list, Inline.strikethrough)
    case .subscript: wrap(list, Inline.subscript)
    case .superscript: wrap(list, Inline.superscript)
    case .code: inlines += list
    case .link(let url, let title, let attributes):
      if list.isEmpty {
        if let id = attributes.id { anchor(id) }
      } else {
        inlines.append(.link(Link(url, list, title: title, attributes: attributes)))
      }
    case .span(let kind, let attributes):
      if list.isEmpty {
        if let id = attributes.id { anchor(id) }
      } else if kind == nil, attributes.isEmpty {
        append(contentsOf: list)
      } else {
        inlines.append(.span(Span(kind, list, attributes: attributes)))
      }
    case .rubyBase: if isRuby { base(list) } else { append(contentsOf: list) }
    case .rubyText: if isRuby { reading(list) } else { append(contentsOf: list) }
    case .ruby:
      var content = content
      content.base(content.inlines.isEmpty ? [] : content.inlines)
      let pairs = content.pairs.filter { !$0.base.isEmpty || !$0.reading.isEmpty }
      if pairs.contains(where: { !$0.reading.isEmpty }) {
        inlines.append(.ruby(Ruby(pairs)))
      } else {
        for pair in pairs { inlines += pair.base }
      }
    }
  }

  /// Adds inlines that have no element of their own.
  private mutating func append(contentsOf list: [Inline]) {
    for inline in list {
      if case .text(let text) = inline { append(text: text) } else { append(inline) }
    }
  }

  private mutating func wrap(_ list: [Inline], _ make: ([Inline]) -> Inline) {
    if !list.isEmpty { inlines.append(make(list)) }
  }

  private mutating func anchor(_ id: String) {
    inlines.append(.span(Span(nil, [], attributes: Attributes(id: id))))
  }

  // MARK: Ruby

  private mutating func base(_ list: [Inline]) {
    if !inlines.isEmpty, !list.isEmpty, pairs.isEmpty, inlines != list {
      pairs.append(Ruby.Pair(base: inlines, reading: []))
    }
    inlines = []
    let isBlank = list.plainText.utf8.allSatisfy { $0 == 0x20 }
    if !list.isEmpty, !isBlank { pairs.append(Ruby.Pair(base: list, reading: [])) }
  }

  /// A reading belongs to the first base that has none: `rb rb rt rt` and `rb rt rb rt` both.
  private mutating func reading(_ list: [Inline]) {
    if !inlines.isEmpty { base(inlines) }
    if readings < pairs.count {
      pairs[readings].reading = list
    } else {
      pairs.append(Ruby.Pair(base: [], reading: list))
    }
    readings += 1
  }
}
