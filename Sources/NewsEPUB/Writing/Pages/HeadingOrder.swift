import NewsModel

/// Whether headings make an outline.
enum HeadingOrder {
  /// Whether no heading is more than one rank below the one before it; the highest of an article
  /// stands one below the headline.
  static func isWhole(_ blocks: [Block]) -> Bool {
    var last: Int?
    var stack: [ArraySlice<Block>] = [blocks[...]]
    while var rest = stack.popLast() {
      while let block = rest.popFirst() {
        switch block {
        case .heading(let heading):
          if let last, heading.level > last + 1 { return false }
          last = heading.level
        case .division(let division) where stack.count < ArticlePage.depth:
          stack.append(rest)
          rest = division.content[...]
        default: continue
        }
      }
    }
    return true
  }
}
