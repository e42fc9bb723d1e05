extension Article {
  /// The article with the inlines of its body and its notes rewritten.
  public func rewritten(by rewriter: some InlineRewriter) -> Article {
    var rewriter = rewriter
    var result = self
    result.body = body.rewritten(by: &rewriter)
    for index in footnotes.indices {
      result.footnotes[index].content = footnotes[index].content.rewritten(by: &rewriter)
    }
    return result
  }

  /// The article with the blocks of its body and its notes rewritten.
  public func rewritten(by rewriter: some BlockRewriter) -> Article {
    var rewriter = rewriter
    var result = self
    result.body = body.rewritten(by: &rewriter)
    for index in footnotes.indices {
      result.footnotes[index].content = footnotes[index].content.rewritten(by: &rewriter)
    }
    return result
  }
}

extension [Block] {
  /// The blocks with their inlines rewritten.
  ///
  /// Recursion is as deep as the blocks are; readers keep that within ``Limits/depth``.
  public func rewritten(by rewriter: inout some InlineRewriter) -> [Block] {
    rewritten(by: &rewriter) { _, block in [block] }
  }

  /// The blocks rewritten, with what is within them.
  ///
  /// Recursion is as deep as the blocks are; readers keep that within ``Limits/depth``.
  public func rewritten(by rewriter: inout some BlockRewriter) -> [Block] {
    rewritten(by: &rewriter) { rewriter, block in rewriter.rewrite(block) }
  }

  private func rewritten<Rewriter: InlineRewriter>(
    by rewriter: inout Rewriter, _ rewrite: (inout Rewriter, Block) -> [Block]
  ) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(count)
    for original in self {
      var block = original
      block.updateContents(
        &rewriter, blocks: { $1 = $1.rewritten(by: &$0, rewrite) },
        inlines: { $1 = $1.rewrittenLine(by: &$0) })
      block.removeEmptiedItems(of: original)
      if block.isHollow, !original.isHollow { continue }
      result += rewrite(&rewriter, block)
    }
    return result
  }
}

extension [Inline] {
  /// The inlines rewritten, with what is within them.
  public func rewritten(by rewriter: inout some InlineRewriter) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(count)
    for original in self {
      var inline = original
      inline.updateContents(&rewriter) { $1 = $1.rewritten(by: &$0) }
      if inline.isHollow, !original.isHollow { continue }
      for part in rewriter.rewrite(inline) { result.appendJoining(part) }
    }
    return result
  }

  /// The same for a whole line: no blank and no line break stands at its ends that did not before.
  fileprivate func rewrittenLine(by rewriter: inout some InlineRewriter) -> [Inline] {
    var result = rewritten(by: &rewriter)
    if first != result.first { result.trimStart() }
    if last != result.last { result.trimEnd() }
    return result
  }
}

extension Block {
  /// Whether it holds nothing of what it is there to hold.
  fileprivate var isHollow: Bool {
    switch self {
    case .paragraph(let paragraph): paragraph.content.isEmpty
    case .heading(let heading): heading.content.isEmpty
    case .list(let list): list.items.isEmpty
    case .definitionList(let list): list.items.isEmpty
    case .quote(let quote): quote.content.isEmpty
    case .figure(let figure): figure.content.isEmpty
    case .details(let details): details.content.isEmpty
    case .division(let division): division.content.isEmpty
    case .code, .table, .thematicBreak, .math, .media: false
    }
  }

  /// Leaves out the items of a list that held something and now hold nothing.
  fileprivate mutating func removeEmptiedItems(of original: Block) {
    guard case .list(var list) = self, case .list(let before) = original,
      list.items.contains(where: { $0.content.isEmpty })
    else { return }
    list.items = zip(list.items, before.items).filter { now, before in
      !now.content.isEmpty || before.content.isEmpty
    }.map(\.0)
    self = .list(list)
  }
}

extension Inline {
  fileprivate var isHollow: Bool {
    switch self {
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .subscript(let content), .superscript(let content):
      content.isEmpty
    case .link(let link): link.content.isEmpty
    case .span(let span): span.content.isEmpty
    case .ruby(let ruby): ruby.pairs.allSatisfy(\.base.isEmpty)
    case .text(let text): text.isEmpty
    case .code, .image, .lineBreak, .math, .footnote: false
    }
  }
}
