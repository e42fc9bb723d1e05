internal import NewsHTML

extension BodyFinder {
  /// Whether the page is a gallery: what stands in elements that are called so is nearly all there is.
  func holdsGallery() -> Bool {
    let galleries = galleries()
    guard !galleries.isEmpty else { return false }
    var inside = 0
    var outside = 0
    var next = 0
    for (index, line) in outline.lines.enumerated() where alive[index] {
      let node = Int(line.first)
      while next < galleries.count, galleries[next].upperBound <= node { next += 1 }
      if next < galleries.count, galleries[next].contains(node) {
        inside += line.plainLength
      } else if line.endsSentence, line.plainLength >= 60 {
        outside += line.plainLength
      }
    }
    return inside >= ExtractionWeights.shortArticle && outside < ExtractionWeights.threadRest
      && inside * 100 > (inside + outside) * ExtractionWeights.threadShare
  }

  /// The outermost elements that are called galleries, but for those in what is called worse.
  private func galleries() -> [Range<Int>] {
    var galleries: [Range<Int>] = []
    var node = 0
    while node < tree.count {
      let hint = outline.hints[node]
      if excluded[node]
        || !hint.isDisjoint(with: [
          .navigation, .related, .advertising, .share, .comments, .side, .footer, .consent, .offer,
        ]) && !isPage(node)
      {
        node = max(tree.end(of: node), node + 1)
      } else if hint.contains(.gallery), !isPage(node) {
        galleries.append(node..<tree.end(of: node))
        node = max(tree.end(of: node), node + 1)
      } else {
        node += 1
      }
    }
    return galleries
  }

  /// Whether an element is named by how the page is laid out, or what section it is of.
  private func isPage(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .html, .body, .main, .article: true
    default: false
    }
  }
}
