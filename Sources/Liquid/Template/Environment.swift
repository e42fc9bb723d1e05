/// What templates may use: tags, filters, partial templates, bounds, the clock of the place.
///
/// A value: take ``standard``, add what is yours, and read templates with it.
public struct Environment: Sendable {
  /// The tags by name.
  public var tags: [String: Tag]
  /// The filters by name.
  public var filters: [String: Filter]
  /// How much a template may take.
  public var limits = LiquidLimits()

  /// Finds the partial template that `include` and `render` name; none by default.
  public var loader: (@Sendable (_ name: String) -> [UInt8]?)?

  /// The offset from UTC in seconds of the place's clock, given the seconds since 1970 as that clock
  /// shows them; 0 by default. Dates written without a zone are of this place.
  public var localOffset: @Sendable (_ localSeconds: Int) -> Int = { _ in 0 }

  /// What the words `now` and `today` mean to the filter `date`; nothing by default, so that the
  /// same template always renders the same.
  public var now: LiquidDate?

  /// Whether a comparison with `blank` asks if a value is blank, as in Shopify's Liquid. In Jekyll's
  /// nothing equals `blank`.
  public var comparesBlank = true

  /// The tags and filters of Liquid itself.
  public static let standard = Environment(
    tags: Tag.standard, filters: Filter.standard)

  /// Makes an environment.
  public init(tags: [String: Tag] = [:], filters: [String: Filter] = [:]) {
    self.tags = tags
    self.filters = filters
  }
}

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

/// A filter: what it makes of a value.
public struct Filter: Sendable {
  /// What a filter is given after the colon.
  public struct Arguments: Sendable {
    /// Those without a name, in order.
    public var positional: [LiquidValue]
    /// Those with a name, in order.
    public var named: [(name: String, value: LiquidValue)]

    /// The argument at a place, `nil` if there are not so many.
    public subscript(place: Int) -> LiquidValue {
      positional.indices.contains(place) ? positional[place] : .null
    }

    /// The argument of a name, `nil` if there is none.
    public subscript(name: String) -> LiquidValue {
      named.last { $0.name == name }?.value ?? .null
    }

    /// How many have no name.
    public var count: Int { positional.count }
  }

  /// Computes the result.
  public typealias Function =
    @Sendable (
      _ input: LiquidValue, _ arguments: Arguments, _ context: inout Context
    ) throws(LiquidError) -> LiquidValue

  let counts: ClosedRange<Int>
  let apply: Function

  /// A filter that takes so many arguments without a name.
  public init(_ counts: ClosedRange<Int> = 0...0, _ apply: @escaping Function) {
    self.counts = counts
    self.apply = apply
  }
}
