internal import NewsHTML

/// Where an article begins: its headline, and the first line of its text. Between the two pages say
/// who wrote it, and when.
struct ArticleHead {
  /// The line of the headline, if there is one above the text.
  let headline: Int?
  /// The first line of running text that belongs to the article.
  let text: Int

  init(outline: PageOutline, body: Int, excluded: [Bool]) {
    let text = Self.firstText(outline, body, excluded)
    let headline = (max(0, text - 60)..<max(text, 0)).last { index in
      let line = outline.lines[index]
      guard line.kind == .heading else { return false }
      var node = Int(line.block)
      for _ in 0..<3 where node > 0 {
        if outline.tree.nodes[node].tag == .h1 { return true }
        node = outline.tree.parent(of: node)
      }
      return outline.isTitle(index)
    }
    self.headline = headline
    self.text = headline.map { Self.behindLead(text, below: $0, outline) } ?? text
  }

  /// The line where the text begins, where what seemed to be it is a lead between headline and
  /// byline: short lines follow it, then the text.
  private static func behindLead(_ text: Int, below headline: Int, _ outline: PageOutline) -> Int {
    guard text - headline <= 3 else { return text }
    let lines = (text + 1)..<max(text + 1, min(text + 10, outline.lines.count))
    let next = lines.first { index in
      let line = outline.lines[index]
      return line.length > 60 || line.kind == .heading
    }
    guard let next, next - text >= 3, outline.lines[next].kind != .heading else { return text }
    return next
  }

  private static func firstText(_ outline: PageOutline, _ body: Int, _ excluded: [Bool]) -> Int {
    let tree = outline.tree
    let lines = outline.lines(in: body)
    var index = lines.lowerBound
    var node = body
    while index < lines.upperBound {
      let line = outline.lines[index]
      // Goes by what was taken out, up to the line at hand.
      while node < Int(line.first) {
        node = !excluded.isEmpty && excluded[node] ? max(tree.end(of: node), node + 1) : node + 1
      }
      let isOut = node > Int(line.first) || !excluded.isEmpty && excluded[Int(line.first)]
      if !isOut, line.kind != .heading, line.kind != .caption,
        line.plainLength >= 90 || line.endsSentence && line.plainLength >= 50
      {
        return index
      }
      index += 1
    }
    return lines.lowerBound
  }
}
