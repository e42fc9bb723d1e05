/// One document of an article: most have one, very long ones are split between blocks.
struct ArticlePart: Sendable, Hashable {
  /// The name of the document.
  var fileName: String
  /// The blocks of the body that it holds.
  var blocks: Range<Int>
}
