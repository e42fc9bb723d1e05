internal import NewsHTML

extension BodyFinder {
  /// Whether the page is a thread: what is called comments is nearly all there is.
  func holdsThread() -> Bool {
    var posts = 0
    var node = 0
    while node < tree.count {
      if !excluded[node], outline.hints[node].contains(.comments) {
        posts += good(in: node)
        node = tree.end(of: node)
      } else {
        node += 1
      }
    }
    let total = allGood
    return posts * 100 > total * ExtractionWeights.threadShare
      && total - posts < ExtractionWeights.threadRest
  }
}
