internal import NewsHTML

extension BodyFinder {
  /// Takes out rows of boxes that each hold a headline that is a link, and a little text.
  mutating func dropCardLists() {
    let total = max(allGood, 1)
    var node = 0
    while node < tree.count {
      switch tree.nodes[node].tag {
      case .ul, .ol, .div, .section, .td, .aside, .main, .center:
        let range = cards(in: node)
        guard !range.isEmpty else { break }
        let own = range.reduce(0) { $0 + good(in: $1) }
        let left = total - own
        if own < 200 || own * 100 <= total * 65 && left > 300
          || own * 100 <= total * 90 && left > 700
        {
          for card in range where !excluded[card] { exclude(card, .teasers) }
        }
      default: break
      }
      node += 1
    }
  }

  /// The children that are cards, if there are three or more and little else.
  private func cards(in node: Int) -> [Int] {
    guard outline.lines(in: node).count >= 3 else { return [] }
    var cards: [Int] = []
    var others = 0
    for child in tree.children(of: node) {
      switch tree.nodes[child].tag {
      case .li, .div, .article, .section, .a:
        let lines = outline.lines(in: child)
        guard !lines.isEmpty else { continue }
        if isCard(lines) { cards.append(child) } else { others += good(in: child) > 0 ? 1 : 0 }
      case .p, .h1, .h2, .h3, .blockquote, .pre, .table: others += good(in: child) > 0 ? 1 : 0
      default: break
      }
    }
    return cards.count >= 3 && cards.count >= others * 2 ? cards : []
  }

  private func isCard(_ lines: Range<Int>) -> Bool {
    guard lines.count <= 12 else { return false }
    var length = 0
    var links = 0
    var hasHeadline = false
    for index in lines {
      let line = outline.lines[index]
      length += Int(line.length)
      links += Int(line.linkLength)
      if line.linkLength * 4 > line.length * 3, line.length >= 12,
        line.kind == .heading || index == lines.lowerBound
      {
        hasHeadline = true
      }
    }
    return hasHeadline && length < 700 && links * 100 > length * 12
  }
}
