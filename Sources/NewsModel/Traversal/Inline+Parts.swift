extension Inline {
  /// The inlines directly within, in reading order; of ruby, each base before its reading.
  public var children: [Inline] {
    switch self {
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .subscript(let content), .superscript(let content):
      content
    case .link(let link): link.content
    case .span(let span): span.content
    case .ruby(let ruby): ruby.pairs.flatMap { $0.base + $0.reading }
    case .text, .code, .image, .lineBreak, .math, .footnote: []
    }
  }

  /// What the markup says of it; ``Attributes/none`` of those that have none.
  public var attributes: Attributes {
    switch self {
    case .link(let link): link.attributes
    case .span(let span): span.attributes
    case .image(let image): image.attributes
    default: .none
    }
  }

  /// Whether it is a picture.
  public var isImage: Bool { if case .image = self { true } else { false } }

  /// Changes what stands directly within, in reading order.
  package mutating func updateContents<State>(
    _ state: inout State, _ update: (inout State, inout [Inline]) -> Void
  ) {
    switch self {
    case .emphasis(var content):
      update(&state, &content)
      self = .emphasis(content)
    case .strong(var content):
      update(&state, &content)
      self = .strong(content)
    case .strikethrough(var content):
      update(&state, &content)
      self = .strikethrough(content)
    case .subscript(var content):
      update(&state, &content)
      self = .subscript(content)
    case .superscript(var content):
      update(&state, &content)
      self = .superscript(content)
    case .link(var link):
      update(&state, &link.content)
      self = .link(link)
    case .span(var span):
      update(&state, &span.content)
      self = .span(span)
    case .ruby(var ruby):
      for index in ruby.pairs.indices {
        update(&state, &ruby.pairs[index].base)
        update(&state, &ruby.pairs[index].reading)
      }
      self = .ruby(ruby)
    case .text, .code, .image, .lineBreak, .math, .footnote: break
    }
  }
}
