extension [Block] {
  /// The blocks with every footnote's label changed, so that articles can share a document.
  package func renamingFootnotes(_ rename: (String) -> String) -> [Block] {
    map { $0.renamingFootnotes(rename) }
  }
}

extension Block {
  fileprivate func renamingFootnotes(_ rename: (String) -> String) -> Block {
    switch self {
    case .paragraph(var part):
      part.content = part.content.renamingFootnotes(rename)
      return .paragraph(part)
    case .heading(var part):
      part.content = part.content.renamingFootnotes(rename)
      return .heading(part)
    case .list(var part):
      for index in part.items.indices {
        part.items[index].content = part.items[index].content.renamingFootnotes(rename)
      }
      return .list(part)
    case .definitionList(var part):
      part.items = part.items.map {
        switch $0 {
        case .term(let content, let attributes):
          .term(content.renamingFootnotes(rename), attributes)
        case .definition(let content, let attributes):
          .definition(content.renamingFootnotes(rename), attributes)
        }
      }
      return .definitionList(part)
    case .quote(var part):
      part.content = part.content.renamingFootnotes(rename)
      return .quote(part)
    case .table(var part):
      part.caption = part.caption.renamingFootnotes(rename)
      part.head = part.head.map { $0.renamingFootnotes(rename) }
      part.bodies = part.bodies.map { $0.map { $0.renamingFootnotes(rename) } }
      part.foot = part.foot.map { $0.renamingFootnotes(rename) }
      return .table(part)
    case .figure(var part):
      part.content = part.content.renamingFootnotes(rename)
      part.caption = part.caption.renamingFootnotes(rename)
      return .figure(part)
    case .media(var part):
      part.fallback = part.fallback.renamingFootnotes(rename)
      return .media(part)
    case .details(var part):
      part.summary = part.summary.renamingFootnotes(rename)
      part.content = part.content.renamingFootnotes(rename)
      return .details(part)
    case .division(var part):
      part.content = part.content.renamingFootnotes(rename)
      return .division(part)
    case .code, .thematicBreak, .math: return self
    }
  }
}

extension Table.Row {
  fileprivate func renamingFootnotes(_ rename: (String) -> String) -> Table.Row {
    var row = self
    for index in row.cells.indices {
      row.cells[index].content = row.cells[index].content.renamingFootnotes(rename)
    }
    return row
  }
}

extension [Inline] {
  fileprivate func renamingFootnotes(_ rename: (String) -> String) -> [Inline] {
    map { inline in
      switch inline {
      case .text, .code, .image, .lineBreak, .math: return inline
      case .footnote(let label): return .footnote(rename(label))
      case .emphasis(let content): return .emphasis(content.renamingFootnotes(rename))
      case .strong(let content): return .strong(content.renamingFootnotes(rename))
      case .strikethrough(let content): return .strikethrough(content.renamingFootnotes(rename))
      case .subscript(let content): return .subscript(content.renamingFootnotes(rename))
      case .superscript(let content): return .superscript(content.renamingFootnotes(rename))
      case .link(var link):
        link.content = link.content.renamingFootnotes(rename)
        return .link(link)
      case .span(var span):
        span.content = span.content.renamingFootnotes(rename)
        return .span(span)
      case .ruby(var ruby):
        ruby.pairs = ruby.pairs.map {
          Ruby.Pair(
            base: $0.base.renamingFootnotes(rename), reading: $0.reading.renamingFootnotes(rename))
        }
        return .ruby(ruby)
      }
    }
  }
}
