extension [Block] {
  /// Visits every block and inline in reading order, those within others after them.
  ///
  /// Recursion is as deep as the blocks are; readers keep that within ``Limits/depth``.
  public func walk(_ visitBlock: (Block) -> Void, inlines visitInline: (Inline) -> Void) {
    for block in self {
      visitBlock(block)
      block.forEachPart { part in
        switch part {
        case .attributes: break
        case .inlines(let inlines): inlines.walk(visitInline)
        case .blocks(let blocks): blocks.walk(visitBlock, inlines: visitInline)
        }
      }
    }
  }
}

extension [Inline] {
  /// Visits every inline in reading order, those within others after them.
  public func walk(_ visit: (Inline) -> Void) {
    for inline in self {
      visit(inline)
      inline.children.walk(visit)
    }
  }
}
