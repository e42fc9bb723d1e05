import NewsModel

/// What Markdown has no words for, as tags within the line.
extension MarkdownInlines {
  mutating func append(_ ruby: Ruby) {
    tag("ruby", [])
    for pair in ruby.pairs {
      append(pair.base)
      element("rt", pair.reading)
    }
    close("ruby")
  }

  mutating func append(_ span: Span) {
    lastPiece = nil
    var values: [(String, String)] = []
    let name: StaticString =
      switch span.kind {
      case nil: "span"
      case .mark: "mark"
      case .insertion: "ins"
      case .small: "small"
      case .keyboard: "kbd"
      case .sample: "samp"
      case .variable: "var"
      case .citation: "cite"
      case .definition: "dfn"
      case .quotation: "q"
      case .abbreviation: "abbr"
      case .time: "time"
      }
    switch span.kind {
    case .abbreviation(let title?): values.append(("title", title))
    case .time(let time?): values.append(("datetime", time))
    case nil where span.attributes.isEmpty: return append(span.content)
    default: break
    }
    tag(name, values, span.attributes)
    append(span.content)
    close(name)
  }

  mutating func element(_ name: StaticString, _ content: [Inline]) {
    tag(name, [])
    append(content)
    close(name)
  }

  mutating func tag(
    _ name: StaticString, _ values: [(String, String)], _ attributes: Attributes = .none
  ) {
    MarkdownHTML.open(name, values, attributes, to: &out)
  }

  mutating func close(_ name: StaticString) {
    MarkdownHTML.close(name, to: &out)
    lastPiece = nil
  }
}
