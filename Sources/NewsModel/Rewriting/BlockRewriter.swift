/// Changes the blocks of an article and, if it wants, their inlines.
///
/// ```swift
/// struct WithoutTables: BlockRewriter {
///   func rewrite(_ block: Block) -> [Block] { if case .table = block { [] } else { [block] } }
/// }
/// ```
public protocol BlockRewriter: InlineRewriter {
  /// What stands in the place of a block: itself, another, several, or nothing.
  ///
  /// What is within it was rewritten before. A block that loses all it held is left out without
  /// being asked for.
  mutating func rewrite(_ block: Block) -> [Block]
}

extension BlockRewriter {
  /// The inline itself.
  public mutating func rewrite(_ inline: Inline) -> [Inline] { [inline] }
}
