package import NewsModel

/// The ranks of headings in an article.
package enum HeadingRank {
  /// The highest rank (the smallest number) among the headings that are no part of another block.
  ///
  /// A division parts a text and holds its headings as the article itself does.
  package static func top(of blocks: [Block]) -> Int? {
    var top: Int?
    var open = [blocks[...]]
    while var rest = open.popLast() {
      while let block = rest.popFirst() {
        switch block {
        case .heading(let heading): top = min(top ?? 6, max(heading.level, 1))
        case .division(let division):
          open.append(rest)
          rest = division.content[...]
        default: continue
        }
      }
    }
    return top
  }
}
