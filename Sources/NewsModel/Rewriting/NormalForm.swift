/// The normal form of what an article says: markup that says nothing is not there.
///
/// No blank stands at an edge of emphasis, no emphasis lies over the whole of a heading or within
/// another of its kind, neighbours of a kind are one, and no link leads to nothing.
package struct NormalForm: BlockRewriter {
  package init() {}

  package func rewrite(_ inline: Inline) -> [Inline] {
    switch inline {
    case .emphasis(let content): Self.emphasis(content, inline) { Inline.emphasis($0) }
    case .strong(let content): Self.emphasis(content, inline) { Inline.strong($0) }
    case .strikethrough(let content): Self.emphasis(content, inline) { Inline.strikethrough($0) }
    case .link(let link): Self.link(link)
    case .span(let span):
      [.span(Span(span.kind, Self.joined(span.content), attributes: span.attributes))]
    case .text, .subscript, .superscript, .code, .image, .lineBreak, .ruby, .math, .footnote:
      [inline]
    }
  }

  package func rewrite(_ block: Block) -> [Block] {
    switch block {
    case .paragraph(var paragraph):
      paragraph.content = Self.joined(paragraph.content)
      return [.paragraph(paragraph)]
    case .heading(var heading):
      heading.content = Self.joined(Self.withoutPermalinks(heading.content))
      // A heading stands out by itself.
      while heading.content.count == 1, let inner = heading.content[0].stressed {
        heading.content = inner
      }
      return [.heading(heading)]
    default: return [block]
    }
  }

  private static func withoutPermalinks(_ content: [Inline]) -> [Inline] {
    guard content.count > 1, content.contains(where: { isPermalink($0) }) else { return content }
    var content = content.filter { !isPermalink($0) }
    while let last = content.last, last.endsBlank, case .text = last {
      content.removeLast()
      if let rest = last.partedEnd().rest { content.append(rest) }
    }
    return content
  }

  /// Whether a part of a heading is a sign that leads to the heading itself: `¶`, `#`, or nothing that
  /// shows.
  private static func isPermalink(_ inline: Inline) -> Bool {
    guard case .link(let link) = inline, link.url.contains("#") else { return false }
    return link.content.allSatisfy { part in
      guard case .text(let text) = part else { return false }
      return text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x23, 0xB6, 0xA7, 0x1F517, 0x2693, 0xFE0F, 0x200B...0x200D, 0xFEFF, 0x20, 0xA0: true
        default: false
        }
      }
    }
  }

  /// An emphasis with the blanks at its edges outside.
  private static func emphasis(
    _ content: [Inline], _ whole: Inline, _ make: ([Inline]) -> Inline
  ) -> [Inline] {
    if content.allSatisfy(\.isAnchor) { return content }
    let kind = whole.kindOfEmphasis
    var content = content
    if content.contains(where: { $0.kindOfEmphasis == kind }) {
      content = content.reduce(into: []) { result, inline in
        for part in inline.kindOfEmphasis == kind ? inline.children : [inline] {
          result.appendJoining(part)
        }
      }
    }
    let starts = content.first?.startsBlank ?? false
    let ends = content.last?.endsBlank ?? false
    guard starts || ends else { return [make(joined(content))] }
    // A slice, whose first goes without moving the others.
    var inner = content[...]
    var before: [Inline] = []
    var after: [Inline] = []
    while let part = inner.first, part.startsBlank {
      let (blank, rest) = part.partedStart()
      before.append(blank)
      if let rest { inner[inner.startIndex] = rest } else { inner.removeFirst() }
    }
    while let part = inner.last, part.endsBlank {
      let (rest, blank) = part.partedEnd()
      after.append(blank)
      if let rest { inner[inner.endIndex - 1] = rest } else { inner.removeLast() }
    }
    after.reverse()
    return inner.isEmpty ? before + after : before + [make(joined(Array(inner)))] + after
  }

  /// A link that leads somewhere and shows something, else what it shows.
  private static func link(_ link: Link) -> [Inline] {
    var content = joined(link.content)
    let anchor = link.attributes.id.map {
      Inline.span(Span(nil, [], attributes: Attributes(id: $0)))
    }
    if link.url.isEmpty || link.url == "#" { return (anchor.map { [$0] } ?? []) + content }
    if content.allSatisfy(\.isAnchor) { return (anchor.map { [$0] } ?? []) + content }
    // A blank is not a part of what is clicked.
    var result: [Inline] = []
    if content.count > 1 || !content[0].isBlank {
      if let first = content.first, first.startsBlank {
        let (blank, rest) = first.partedStart()
        if let rest { content[0] = rest } else { content.removeFirst() }
        result.append(blank)
      }
      if let last = content.last, last.endsBlank {
        let (rest, blank) = last.partedEnd()
        if let rest { content[content.count - 1] = rest } else { content.removeLast() }
        var link = link
        link.content = content
        return result + [.link(link), blank]
      }
    } else {
      return (anchor.map { [$0] } ?? []) + content
    }
    var link = link
    link.content = content
    return result + [.link(link)]
  }

  /// Neighbouring emphases of a kind as one.
  private static func joined(_ content: [Inline]) -> [Inline] {
    guard content.count > 1,
      zip(content, content.dropFirst()).contains(where: {
        $0.kindOfEmphasis != nil && $0.kindOfEmphasis == $1.kindOfEmphasis
      })
    else { return content }
    var result: [Inline] = []
    result.reserveCapacity(content.count)
    var rest = content[...]
    while let first = rest.popFirst() {
      guard let kind = first.kindOfEmphasis, rest.first?.kindOfEmphasis == kind else {
        result.append(first)
        continue
      }
      // All that follow at once: there may be many. Texts at the seams are one.
      var whole = first.children
      while let next = rest.first, next.kindOfEmphasis == kind {
        for part in next.children { whole.appendJoining(part) }
        rest.removeFirst()
      }
      result.append(kind.emphasis(of: whole))
    }
    return result
  }
}

extension Inline {
  fileprivate enum Emphasis {
    case emphasis, strong, strikethrough

    func emphasis(of content: [Inline]) -> Inline {
      switch self {
      case .emphasis: .emphasis(content)
      case .strong: .strong(content)
      case .strikethrough: .strikethrough(content)
      }
    }
  }

  fileprivate var kindOfEmphasis: Emphasis? {
    switch self {
    case .emphasis: .emphasis
    case .strong: .strong
    case .strikethrough: .strikethrough
    default: nil
    }
  }

  /// What is in it, if it is stressed.
  fileprivate var stressed: [Inline]? {
    switch self {
    case .emphasis(let content), .strong(let content): content
    default: nil
    }
  }

  /// Whether it is an anchor and shows nothing.
  package var isAnchor: Bool {
    if case .span(let span) = self { span.content.isEmpty } else { false }
  }

  fileprivate var isBlank: Bool {
    switch self {
    case .lineBreak: true
    case .text(let text): text.unicodeScalars.allSatisfy(\.isBlank)
    default: false
    }
  }

  fileprivate var startsBlank: Bool {
    switch self {
    case .lineBreak: true
    case .text(let text): text.unicodeScalars.first?.isBlank ?? true
    default: false
    }
  }

  fileprivate var endsBlank: Bool {
    switch self {
    case .lineBreak: true
    case .text(let text): text.unicodeScalars.last?.isBlank ?? true
    default: false
    }
  }

  /// The blanks it starts with, and what follows them.
  fileprivate func partedStart() -> (blank: Inline, rest: Inline?) {
    guard case .text(let text) = self else { return (self, nil) }
    let scalars = text.unicodeScalars
    let place = scalars.firstIndex { !$0.isBlank } ?? scalars.endIndex
    let rest = String(scalars[place...])
    return (.text(String(scalars[..<place])), rest.isEmpty ? nil : .text(rest))
  }

  /// What stands before the blanks at its end, and these.
  fileprivate func partedEnd() -> (rest: Inline?, blank: Inline) {
    guard case .text(let text) = self else { return (nil, self) }
    let scalars = text.unicodeScalars
    var place = scalars.endIndex
    while place > scalars.startIndex, scalars[scalars.index(before: place)].isBlank {
      place = scalars.index(before: place)
    }
    let rest = String(scalars[..<place])
    return (rest.isEmpty ? nil : .text(rest), .text(String(scalars[place...])))
  }
}

extension Unicode.Scalar {
  /// Whether it is a blank of any kind.
  fileprivate var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
