/// One news article: what is known about it and its text.
///
/// The canonical form that every reader makes and every writer takes. It is a value: copying is
/// cheap, comparing compares content, and nothing in it refers to where it was read from (that is
/// ``Publication/Entry/origin``).
public struct Article: Sendable, Hashable {
  /// Headline, authors, dates and the like: schema.org `NewsArticle`'s fields.
  public var metadata: Metadata
  /// The running text, in reading order.
  public var body: [Block]
  /// Notes that ``Inline/footnote(_:)`` refers to by label, in order of first reference.
  public var footnotes: [Footnote]

  /// Makes an article from its parts.
  public init(metadata: Metadata = Metadata(), body: [Block] = [], footnotes: [Footnote] = []) {
    self.metadata = metadata
    self.body = body
    self.footnotes = footnotes
  }
}
