internal import NewsMarkup

/// Takes out of the article's element what is not the article's.
struct BodyPruner {
  let outline: PageOutline
  let container: Int
  private var tree: HTMLTree { outline.tree }
  /// What does not become blocks.
  private(set) var excluded: [Bool]
  private var alive: [Bool]

  init(_ finder: BodyFinder, container: Int) {
    outline = finder.outline
    self.container = container
    excluded = finder.excluded
    alive = finder.alive
  }

  private func plain(in node: Int) -> (good: Int, length: Int, links: Int, lines: Int) {
    var good = 0
    var length = 0
    var links = 0
    var count = 0
    for line in outline.lines(in: node) where alive[line] {
      good += LineWorth(outline.lines[line]).good
      length += Int(outline.lines[line].length)
      links += Int(outline.lines[line].linkLength)
      count += 1
    }
    return (good, length, links, count)
  }

  private mutating func exclude(_ node: Int) {
    excluded[node] = true
    for line in outline.lines(in: node) { alive[line] = false }
  }

  /// Takes out what its names call something else; a part with much of the text stays.
  mutating func dropNamed() {
    let total = max(plain(in: container).good, 1)
    var node = container + 1
    while node < tree.end(of: container) {
      let tag = tree.nodes[node].tag
      if excluded[node] {
        node = tree.end(of: node)
        continue
      }
      if tag.rawValue > HTMLTag.rawText.rawValue, let limit = limit(node, tag),
        plain(in: node).good * 100 <= total * limit
      {
        exclude(node)
        node = tree.end(of: node)
      } else {
        node += 1
      }
    }
  }

  private func limit(_ node: Int, _ tag: HTMLTag) -> Int? {
    let hint = outline.hints[node]
    switch tag {
    case .header, .hgroup: return hint.contains(.lead) ? nil : 10
    case .footer, .nav, .aside: return 15
    case .time: return 2
    case .h1, .h2, .h3, .h4, .h5, .h6, .b, .strong, .em, .i, .code, .pre, .blockquote, .td, .tr,
      .tbody, .img, .figure, .figcaption:
      return nil
    default: break
    }
    if hint.contains(.body) || hint.contains(.embed) { return nil }
    if hint.contains(.lead) && tag != .ul { return nil }
    guard !hint.isDisjoint(with: .boilerplate) else { return nil }
    return 15
  }

  /// Takes out lists, tables and boxes that are mostly links.
  mutating func dropLinkLists() {
    var node = container + 1
    while node < tree.end(of: container) {
      if excluded[node] {
        node = tree.end(of: node)
        continue
      }
      switch tree.nodes[node].tag {
      case .ul, .ol, .div, .section, .table, .p, .dl, .h2, .h3, .h4, .h5, .h6, .center, .details,
        .article:
        let sum = plain(in: node)
        let isLinks = sum.links * 100 > sum.length * 70
        let isShort = sum.length < 200
        if sum.length > 0, isLinks, isShort || sum.lines > 1,
          sum.good * 2 < sum.links || sum.good == 0
        {
          exclude(node)
          node = tree.end(of: node)
          continue
        }
      default: break
      }
      node += 1
    }
  }

  /// Takes headings out of the end, and such as have nothing before the next of their rank.
  mutating func dropEmptyHeadings() {
    var index = outline.lines(in: container).upperBound - 1
    while index >= outline.lines(in: container).lowerBound {
      defer { index -= 1 }
      guard alive[index] else { continue }
      let line = outline.lines[index]
      guard line.kind == .heading else { break }
      exclude(Int(line.block))
    }
  }

  /// The length of the text that is left.
  var length: Int { plain(in: container).length }
}
