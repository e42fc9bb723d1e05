internal import NewsHTML

extension BodyFinder {
  /// Whether the page is a thread: what is called comments is nearly all there is, and no article of
  /// its own stands beside it.
  func holdsThread() -> Bool {
    var posts = 0
    var articleEnd = 0
    var articles: [Range<Int>] = []
    var node = 0
    while node < tree.count {
      if !excluded[node], outline.hints[node].contains(.comments) {
        posts += good(in: node)
        if let last = articles.last, last.contains(node) { articles.removeLast() }
        node = tree.end(of: node)
      } else {
        if node >= articleEnd, !excluded[node],
          tree.nodes[node].tag == .article || outline.hints[node].contains(.body),
          good(in: node) >= ExtractionWeights.enoughText
        {
          articles.append(node..<tree.end(of: node))
          articleEnd = tree.end(of: node)
        }
        node += 1
      }
    }
    let total = allGood
    return articles.isEmpty && posts * 100 > total * ExtractionWeights.threadShare
      && total - posts < ExtractionWeights.threadRest
  }
}
