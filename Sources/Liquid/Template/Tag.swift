/// A kind of tag: how it is read.
public struct Tag: Sendable {
  /// Reads a tag and, if it is a block, what belongs to it.
  public typealias Reader =
    @Sendable (_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) -> any LiquidNode

  let read: Reader

  /// A tag that is read so.
  public init(_ read: @escaping Reader) { self.read = read }

  /// A tag without a block, which prints something made of its markup.
  public static func simple(
    _ render:
      @escaping @Sendable (_ tag: TagMarkup, _ context: inout Context) throws(LiquidError) -> Void
  ) -> Tag {
    Tag { tag, _ throws(LiquidError) in SimpleNode(tag: tag, render: render) }
  }

  /// A tag with a block, given the block as it was rendered.
  public static func block(
    _ render:
      @escaping @Sendable (
        _ tag: TagMarkup, _ content: [UInt8], _ context: inout Context
      ) throws(LiquidError) -> Void
  ) -> Tag {
    Tag { tag, parser throws(LiquidError) in
      let body = try parser.body(upTo: "end" + tag.name).body
      return SimpleNode(tag: tag) { tag, context throws(LiquidError) in
        try render(tag, context.rendered(body), &context)
      }
    }
  }
}

private struct SimpleNode: LiquidNode {
  let tag: TagMarkup
  let render: @Sendable (TagMarkup, inout Context) throws(LiquidError) -> Void

  func render(in context: inout Context) throws(LiquidError) { try render(tag, &context) }
}
