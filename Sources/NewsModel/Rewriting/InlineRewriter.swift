/// Changes the inlines of an article.
///
/// ```swift
/// struct WithoutPictures: InlineRewriter {
///   func rewrite(_ inline: Inline) -> [Inline] { inline.isImage ? [] : [inline] }
/// }
/// let plain = article.rewritten(by: WithoutPictures())
/// ```
public protocol InlineRewriter {
  /// What stands in the place of an inline: itself, another, several, or nothing.
  ///
  /// What is within it was rewritten before. An inline or a block that loses all it held is left out
  /// without being asked for, and neighbouring texts are joined.
  mutating func rewrite(_ inline: Inline) -> [Inline]
}
