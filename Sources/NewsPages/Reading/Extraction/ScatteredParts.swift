internal import NewsHTML

extension BodyFinder {
  /// Other elements of the article's: called the same, at the same depth, with text of their own and
  /// nothing that begins another article.
  func continuations(of container: Int) -> [Int] {
    guard let names = tree.value(.class, of: container), !names.isEmpty, names.count < 400 else {
      return []
    }
    let own = good(in: container)
    let isBody = outline.hints[container].contains(.body)
    let entry = tree.nodes[container]
    var parts: [Int] = []
    var node = 0
    while node < tree.count {
      guard !excluded[node], node != container else {
        node = tree.end(of: node)
        continue
      }
      let other = tree.nodes[node]
      guard other.tag == entry.tag, other.depth == entry.depth,
        isBody || other.parent == entry.parent, tree.value(.class, of: node) == names,
        good(in: node) >= 60, bad(in: node) * 3 < good(in: node)
      else {
        node += 1
        continue
      }
      // A page of several articles is none of parts.
      if beginsArticle(node) { return [] }
      parts.append(node)
      node = tree.end(of: node)
    }
    guard !parts.isEmpty, !beginsArticle(container) || isFirst(container, of: parts) else {
      return []
    }
    let sum = parts.reduce(0) { $0 + good(in: $1) }
    return parts.count <= 60 && sum <= own * 12 ? parts : []
  }

  private func isFirst(_ node: Int, of parts: [Int]) -> Bool {
    parts.allSatisfy { $0 > node }
  }

  /// Whether an element has a headline, author or date of its own, or is another's copy.
  private func beginsArticle(_ node: Int) -> Bool {
    for index in node..<tree.end(of: node) {
      switch tree.nodes[index].tag {
      case .h1, .time: return true
      case .h2, .h3, .h4:
        // A heading that is a link leads to its article.
        for child in index..<tree.end(of: index) where tree.nodes[child].tag == .a { return true }
      default:
        if !outline.hints[index].isDisjoint(with: [.author, .date, .comments]) { return true }
      }
    }
    return false
  }
}
