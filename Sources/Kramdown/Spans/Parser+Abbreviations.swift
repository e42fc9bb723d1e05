/// Marking abbreviations in text that was parsed.
extension Parser {
  /// Marks them in all text below `node`.
  mutating func replaceAbbreviations(in node: NodeID) {
    guard !(tree[node].kind == .html && tree[node].flags.contains(.rawContent)) else { return }
    var child = tree[node].first
    while child >= 0 {
      let next = tree[child].next
      if tree[child].kind == .text {
        split(child, of: node)
      } else if tree[child].first >= 0 {
        replaceAbbreviations(in: child)
      }
      child = next
    }
  }

  private mutating func split(_ node: NodeID, of parent: NodeID) {
    let range = tree[node].start..<tree[node].end
    var textStart = range.lowerBound
    var index = textStart
    var pieces: [(kind: Node.Kind, range: Range<Int>, value: Int)] = []
    while index < range.upperBound {
      guard let match = abbreviation(at: index, in: textStart..<range.upperBound),
        expands(abbreviations.definitions[match.definition].title.count)
      else {
        index += 1
        continue
      }
      pieces.append((.text, textStart..<index, 0))
      pieces.append((.abbreviation, index..<match.end, match.definition))
      textStart = match.end
      index = match.end
    }
    guard !pieces.isEmpty else { return }
    pieces.append((.text, textStart..<range.upperBound, 0))
    var after = node
    for piece in pieces where !piece.range.isEmpty {
      let new = tree.make(piece.kind, piece.range, line: Int(tree[node].line))
      tree[new].value = Int32(truncatingIfNeeded: piece.value)
      tree.insert(new, after: after, in: parent)
      after = new
    }
    tree.remove(node, from: parent)
  }

  /// An abbreviation at `position`: not in the middle of a word, by ASCII's idea of words.
  private func abbreviation(
    at position: Int, in range: Range<Int>
  ) -> (definition: Int, end: Int)? {
    guard abbreviations.mayStart(with: self[position]),
      position == range.lowerBound || !self[position - 1].isWord
    else { return nil }
    return abbreviations.match(
      in: tree.text, at: position, end: range.upperBound, isWhole: true)
  }
}
