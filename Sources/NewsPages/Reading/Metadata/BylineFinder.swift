internal import NewsBlocks
internal import NewsConventions
internal import NewsHTML

/// Lines that name who wrote an article, as readers see them.
struct BylineFinder {
  let outline: PageOutline
  let body: Int
  private var tree: HTMLTree { outline.tree }

  /// The lines, the surest first.
  func lines() -> [String] {
    var sure: [(distance: Int, text: String)] = []
    var named: [(distance: Int, text: String)] = []
    for node in tree.nodes.indices {
      let entry = tree.nodes[node]
      guard entry.tag.rawValue > HTMLTag.rawText.rawValue, entry.tag != .meta,
        !outline.excluded[node]
      else { continue }
      guard tree.end(of: node) - node <= 80 else { continue }
      let isSure = isAuthorLink(node)
      guard isSure || outline.hints[node].contains(.author) else { continue }
      guard outline.hints[node].isDisjoint(with: [.comments, .related]) else { continue }
      let text = PlainText.collapsed(tree.string(of: node))
      guard text.count >= 2, text.count <= 120 else { continue }
      let distance = abs(node - body)
      if isSure { sure.append((distance, text)) } else { named.append((distance, text)) }
    }
    sure.sort { $0.distance < $1.distance }
    named.sort { $0.distance < $1.distance }
    return sure.map(\.text) + named.map(\.text) + said()
  }

  private func isAuthorLink(_ node: Int) -> Bool {
    for index in tree.attributes(of: node) {
      switch tree.attributes[index].name {
      case .rel: if ClassTokens.contains(tree.value(at: index), "author") { return true }
      case .itemprop: if ClassTokens.contains(tree.value(at: index), "author") { return true }
      default: break
      }
    }
    return false
  }

  /// Short lines near the headline or the ends of the body that begin as bylines do.
  private func said() -> [String] {
    let lines = outline.lines(in: body)
    let above = Array(max(0, lines.lowerBound - 20)..<min(lines.upperBound, lines.lowerBound + 6))
    let below =
      Array(max(lines.lowerBound, lines.upperBound - 4)..<lines.upperBound)
      + Array(lines.upperBound..<min(outline.lines.count, lines.upperBound + 3))
    let near = above + below.filter { !above.contains($0) }
    var found: [String] = []
    for index in near {
      let line = outline.lines[index]
      guard line.length >= 5, line.length <= 90, line.kind != .heading else { continue }
      var text: [UInt8] = []
      for node in Int(line.first)..<Int(line.end) where tree.nodes[node].tag == .text {
        text += tree.text(of: node)
      }
      let string = PlainText.collapsed(String(decoding: text, as: UTF8.self))
      for prefix in ["By ", "Von ", "Par ", "Por ", "Text: ", "Autor: ", "作者：", "文/", "□"]
      where string.hasPrefix(prefix) {
        found.append(string)
      }
      if found.isEmpty, let names = LabelledLine.authors(string) {
        found.append(names.joined(separator: ", "))
      }
    }
    return found
  }
}
