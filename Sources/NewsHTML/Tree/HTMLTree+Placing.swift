extension HTMLTree {
  /// The tree with subtrees moved: what each source holds stands where its placeholder stood.
  ///
  /// Sources and placeholders are gone; a placeholder within its own source takes nothing in.
  ///
  /// - Parameter sources: the element whose children go there, by placeholder.
  package func placing(_ sources: [Int: Int]) -> HTMLTree {
    var result = self
    result.nodes = []
    result.nodes.reserveCapacity(nodes.count)
    let moved = Set(sources.values)
    var placed: Set<Int> = []
    // The new number of each node; that of a source is its new parent's.
    var number = Array(repeating: Int32(-1), count: nodes.count)
    var ranges = [0..<nodes.count]
    while let range = ranges.popLast() {
      var node = range.lowerBound
      while node < range.upperBound {
        let end = max(self.end(of: node), node + 1)
        if let source = sources[node], placed.insert(source).inserted {
          number[source] = number[max(parent(of: node), 0)]
          ranges.append(end..<range.upperBound)
          ranges.append((source + 1)..<max(self.end(of: source), source + 1))
          break
        }
        if node != 0, moved.contains(node) || sources[node] != nil {
          node = end
          continue
        }
        var entry = nodes[node]
        if node > 0 {
          let above = number[parent(of: node)]
          guard above >= 0 else {
            node = end
            continue
          }
          entry.parent = above
          entry.depth = result.nodes[Int(above)].depth + 1
        }
        number[node] = Int32(result.nodes.count)
        entry.end = Int32(result.nodes.count + 1)
        result.nodes.append(entry)
        node += 1
      }
    }
    for node in result.nodes.indices.dropFirst().reversed() {
      let parent = Int(result.nodes[node].parent)
      result.nodes[parent].end = max(result.nodes[parent].end, result.nodes[node].end)
    }
    return result
  }
}
