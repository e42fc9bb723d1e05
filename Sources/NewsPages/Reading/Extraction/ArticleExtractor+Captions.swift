internal import NewsHTML

extension ArticleExtractor {
  /// Elements that are captions by their names or their place.
  var allCaptions: Set<Int> {
    var found = captions
    for root in roots {
      for node in root..<outline.tree.end(of: root)
      where outline.hints[node].contains(.caption) && outline.hints[node].isDisjoint(with: .body) {
        switch outline.tree.nodes[node].tag {
        case .div, .p, .span, .small, .cite, .em, .dd, .section:
          let length = outline.lines(in: node).reduce(0) { $0 + Int(outline.lines[$1].length) }
          if length <= 500, outline.tree.end(of: node) - node < 60 { found.insert(node) }
        default: break
        }
      }
    }
    return found
  }
}
