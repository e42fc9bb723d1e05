/// Which closing tag belongs to which opening one.
struct ShortcodeMatching {
  /// For each opening tag the index of its closing one, where it has one.
  private(set) var ends: [Int?]
  /// Closing tags that close nothing.
  private(set) var loose: Set<Int> = []

  /// Matches tags in their order: a closing one closes the nearest of its name (Hugo), or the nearest
  /// that has a body (Zola). What stood open in between is closed by nothing.
  init(_ tags: [ShortcodeTag]) {
    ends = [Int?](repeating: nil, count: tags.count)
    var open: [Int] = []
    var counts: [String: Int] = [:]
    for (index, tag) in tags.enumerated() {
      switch tag.kind {
      case .opening:
        open.append(index)
        counts[tag.name, default: 0] += 1
        if tag.hasBody { counts["", default: 0] += 1 }
      case .closing:
        // Zola's closing tags have no name of their own.
        let isNameless = tag.hasBody
        guard counts[isNameless ? "" : tag.name, default: 0] > 0 else {
          loose.insert(index)
          continue
        }
        while let last = open.popLast() {
          counts[tags[last].name, default: 0] -= 1
          if tags[last].hasBody { counts["", default: 0] -= 1 }
          if isNameless ? tags[last].hasBody : tags[last].name == tag.name {
            ends[last] = index
            break
          }
        }
      case .selfClosing, .escaped: break
      }
    }
  }
}
