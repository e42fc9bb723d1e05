package import NewsModel

/// The ranks of headings in an article.
package enum HeadingRank {
  /// The highest rank (the smallest number) among the headings that are no part of another block.
  package static func top(of blocks: [Block]) -> Int? {
    var top: Int?
    for block in blocks {
      if case .heading(let heading) = block { top = min(top ?? 6, max(heading.level, 1)) }
    }
    return top
  }
}
