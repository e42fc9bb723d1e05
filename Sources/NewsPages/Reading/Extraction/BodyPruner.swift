internal import NewsBytes
internal import NewsHTML

/// Takes out of the article's element what is not the article's.
struct BodyPruner {
  let outline: PageOutline
  let container: Int
  private var tree: HTMLTree { outline.tree }
  /// What does not become blocks.
  private(set) var excluded: [Bool]
  private var alive: [Bool]
  /// Why a line is gone.
  private(set) var reasons: [RemovalRule]
  /// The rule at work.
  private var rule = RemovalRule.none

  /// The rules in the order in which they are applied: each sees what those before it left.
  private static let rules: [(rule: RemovalRule, apply: @Sendable (inout BodyPruner) -> Void)] = [
    (.names, { $0.dropNamed() }),
    (.links, { $0.dropLinkLists() }),
    (.promotion, { $0.dropPromotions() }),
    (.announcement, { $0.dropAnnouncements() }),
    (.announcement, { $0.dropAnnouncingHeadings() }),
    (.start, { $0.trimStart() }),
    (.rights, { $0.dropRights() }),
    (.end, { $0.trimEnd() }),
    (.heading, { $0.dropEmptyHeadings() }),
  ]
  /// Those for a part of the article that stands apart.
  private static let partRules: Set<RemovalRule> = [.names, .links, .announcement]

  /// Applies the rules in their order; for a part that stands apart, those that ask for no
  /// beginning and end.
  mutating func prune(isPart: Bool = false) {
    for (rule, apply) in Self.rules where !isPart || Self.partRules.contains(rule) {
      self.rule = rule
      apply(&self)
    }
  }
  /// Whether names say that this is the body, so that short lines in it are its own.
  private let isNamed: Bool
  /// Whether what is called comments is the article.
  private let isThread: Bool

  init(_ finder: BodyFinder, container: Int) {
    outline = finder.outline
    self.container = container
    excluded = finder.excluded
    alive = finder.alive
    reasons = finder.reasons
    isThread = finder.isThread
    isNamed = outline.hints[container].contains(.body)
  }

  /// Sums over the lines up to each; they hold for what a pass has not come to yet.
  private struct Sum {
    var good = 0
    var length = 0
    var links = 0
    var lines = 0
  }

  private var sums: [Sum] = []

  /// Adds up anew, before each pass.
  private mutating func sum() {
    sums = [Sum()]
    sums.reserveCapacity(alive.count + 1)
    for (index, line) in outline.lines.enumerated() {
      var sum = sums[index]
      if alive[index] {
        sum.good += LineWorth(line).good
        sum.length += Int(line.length)
        sum.links += Int(line.linkLength)
        sum.lines += 1
      }
      sums.append(sum)
    }
  }

  private func plain(in node: Int) -> Sum {
    let lines = outline.lines(in: node)
    let from = sums[lines.lowerBound]
    let to = sums[lines.upperBound]
    return Sum(
      good: to.good - from.good, length: to.length - from.length, links: to.links - from.links,
      lines: to.lines - from.lines)
  }

  private mutating func exclude(_ node: Int) {
    excluded[node] = true
    for line in outline.lines(in: node) where alive[line] {
      alive[line] = false
      reasons[line] = rule
    }
  }

  /// Takes out what its names call something else; a part with much of the text stays.
  private mutating func dropNamed() {
    sum()
    let total = max(plain(in: container).good, 1)
    var node = container + 1
    while node < tree.end(of: container) {
      let tag = tree.nodes[node].tag
      if excluded[node] {
        node = tree.end(of: node)
        continue
      }
      if tag == .header || tag == .hgroup, plain(in: node).good * 100 < total * 40 {
        for line in outline.lines(in: node) where !isLead(line) { exclude(line: line) }
        node = tree.end(of: node)
        continue
      }
      if tag.rawValue > HTMLTag.rawText.rawValue, let limit = limit(node, tag) {
        let own = plain(in: node)
        if own.good * 100 <= total * limit, own.good < 200 || total - own.good > 300 {
          exclude(node)
          node = tree.end(of: node)
          continue
        }
      }
      node += 1
    }
  }

  private func limit(_ node: Int, _ tag: HTMLTag) -> Int? {
    // The foot of a quotation names its source.
    if tag == .footer, outline.isInQuote(node) { return nil }
    let hint = outline.hints[node]
    switch tag {
    case .footer, .nav, .aside: return 20
    case .time: return 2
    case .h1, .h2, .h3, .h4, .h5, .h6, .b, .strong, .em, .i, .code, .pre, .blockquote, .td, .tr,
      .tbody, .img, .figure, .figcaption:
      return nil
    default: break
    }
    if hint.contains(.body) || hint.contains(.embed) { return nil }
    guard !hint.isDisjoint(with: .boilerplate) else { return nil }
    if hint.contains(.comments) { return isThread ? nil : 75 }
    // What 'read more' opens is not what it leads to.
    if hint.contains(.disclosure), hint.isDisjoint(with: [.navigation, .share, .consent]) {
      let sum = plain(in: node)
      if sum.good > 40, sum.links * 5 < sum.length { return nil }
    }
    if !hint.isDisjoint(with: [.lead, .teaser, .about, .kicker, .author, .date]), isOpening(node) {
      return nil
    }
    if !hint.isDisjoint(with: [.gallery, .related]) { return 60 }
    return 18
  }

  /// Whether an element that names call a teaser or the like holds running text without links.
  private func isOpening(_ node: Int) -> Bool {
    let hint = outline.hints[node]
    guard hint.isDisjoint(with: [.related, .share, .navigation, .comments, .advertising, .offer])
    else { return false }
    guard hint.contains(.lead) || hint.contains(.teaser) else { return false }
    let sum = plain(in: node)
    return sum.good > 40 && sum.links * 5 < sum.length
  }

  private mutating func exclude(line index: Int) {
    alive[index] = false
    reasons[index] = rule
    let line = outline.lines[index]
    let block = Int(line.block)
    if outline.lines(in: block).count == 1, block > container {
      excluded[block] = true
      return
    }
    for node in Int(line.first)..<Int(line.end) where tree.nodes[node].tag == .text {
      excluded[node] = true
    }
  }

  /// Whether a line above the body belongs to it.
  private func isLead(_ index: Int) -> Bool {
    let line = outline.lines[index]
    guard alive[index], line.length >= 50, line.linkLength * 3 < line.length,
      tree.nodes[Int(line.block)].tag != .h1, line.kind != .caption
    else { return false }
    var node = Int(line.block)
    var hint: ElementHint = []
    for _ in 0..<3 where node > 0 {
      hint.formUnion(outline.hints[node])
      node = tree.parent(of: node)
    }
    if !hint.isDisjoint(with: [.author, .date, .share, .caption, .about, .navigation, .related]),
      !hint.contains(.lead)
    {
      return false
    }
    return hint.contains(.lead) || hint.contains(.teaser) || line.endsSentence || line.length >= 90
  }

  /// Elements with an opening paragraph between the headline and the body.
  func leads() -> [Int] {
    let first = outline.lines(in: container).lowerBound
    var found: [Int] = []
    var index = first - 1
    while index >= 0, first - index < 24 {
      let line = outline.lines[index]
      defer { index -= 1 }
      let block = Int(line.block)
      if tree.nodes[block].tag == .h1 || line.kind == .heading && outline.isTitle(index) {
        return found.reversed()
      }
      if isLead(index), block < container, tree.end(of: block) <= container,
        outline.lines(in: block).count <= 4
      {
        if found.last != block { found.append(block) }
        if found.count > 3 { return [] }
      }
    }
    // Without a headline above, only what is called so.
    return found.filter { block in
      let hint = outline.hints[block].union(outline.hints[max(tree.parent(of: block), 0)])
      return hint.contains(.lead) || hint.contains(.teaser)
    }.reversed()
  }

  /// Takes out what stands above the first sentence: title, date, buttons.
  private mutating func trimStart() {
    let lines = outline.lines(in: container)
    guard let first = lines.first(where: { isText($0) }) else { return }
    for index in lines where index < first && alive[index] {
      let line = outline.lines[index]
      let isLink = line.linkLength * 2 > line.length
      switch line.kind {
      case .heading:
        let isLast = !((index + 1)..<first).contains { alive[$0] }
        if tree.nodes[Int(line.block)].tag == .h1 || outline.isTitle(index) || !isLast && !isNamed {
          exclude(line: index)
        }
      case .plain, .paragraph, .cell:
        if !isNamed || isLink || line.length < 12 || outline.isTitle(index) { exclude(line: index) }
      case .item: if line.links > 0 || line.length < 25, !isNamed { exclude(line: index) }
      case .quote, .code, .caption: break
      }
    }
  }

  /// Takes out what stands below the last sentence.
  private mutating func trimEnd() {
    let lines = outline.lines(in: container)
    guard lines.contains(where: { isText($0) }) else { return }
    for index in lines.reversed() where alive[index] {
      let line = outline.lines[index]
      if isText(index) { return }
      let isLink = line.linkLength * 2 > line.length
      switch line.kind {
      case .heading: exclude(line: index)
      case .plain, .paragraph:
        guard line.length < 60, !isNamed || isLink else { return }
        exclude(line: index)
      case .caption: continue
      case .item, .cell, .quote, .code: return
      }
    }
  }

  /// Whether a line is running text.
  private func isText(_ index: Int) -> Bool {
    let line = outline.lines[index]
    guard alive[index], line.kind != .caption else { return false }
    if line.kind == .heading {
      return line.length >= 45 && line.linkLength == 0 && tree.nodes[Int(line.block)].tag != .h1
        && !outline.isTitle(index) && line.stops > 0
    }
    if isNamed, line.linkLength * 2 < line.length, line.endsSentence || line.length >= 40 {
      return true
    }
    return LineWorth(line).good > 0
      && (line.length >= 60 || line.endsSentence && line.length >= 30)
  }

  /// Takes out short lines that announce links that are gone.
  private mutating func dropAnnouncements() {
    let lines = outline.lines(in: container)
    for index in lines where index + 1 < lines.upperBound && alive[index] && !alive[index + 1] {
      let line = outline.lines[index]
      let next = outline.lines[index + 1]
      if line.length < 50, !line.endsSentence, line.kind != .item, line.kind != .cell,
        next.linkLength * 2 > next.length
      {
        exclude(line: index)
      }
    }
  }

  /// Takes out short lines that lead readers to apps, channels, letters and accounts.
  private mutating func dropPromotions() {
    let promotions = PromotionLinks(tree)
    var below = 0
    for index in outline.lines(in: container).reversed() where alive[index] {
      if promotions.isPromotion(outline.lines[index], isNearEnd: below < 4) {
        exclude(line: index)
      } else if isText(index) {
        below += 1
      }
    }
  }

  /// Takes out notices of copyright at the end.
  private mutating func dropRights() {
    var seen = 0
    for index in outline.lines(in: container).reversed() where alive[index] {
      seen += 1
      guard seen <= 4 else { return }
      let line = outline.lines[index]
      guard line.length < 500 else { continue }
      if RightsNotice.begins(tree.text(of: Int(line.first))) { exclude(line: index) }
    }
  }

  /// Takes out headings of what is gone: nothing is left before the next of their rank or the end.
  private mutating func dropAnnouncingHeadings() {
    let lines = outline.lines(in: container)
    var next: Int?
    for index in lines.reversed() {
      guard alive[index] else { continue }
      defer { next = index }
      let line = outline.lines[index]
      guard line.kind == .heading, index + 1 < lines.upperBound, !alive[index + 1] else { continue }
      guard let next else {
        exclude(line: index)
        continue
      }
      let other = outline.lines[next]
      if other.kind == .heading,
        tree.nodes[Int(other.block)].tag.rawValue <= tree.nodes[Int(line.block)].tag.rawValue
      {
        exclude(line: index)
      }
    }
  }

  /// Takes out lists, tables and boxes that are mostly links.
  mutating func dropLinkLists() {
    sum()
    var node = container + 1
    while node < tree.end(of: container) {
      if excluded[node] {
        node = tree.end(of: node)
        continue
      }
      switch tree.nodes[node].tag {
      case .ul, .ol, .div, .section, .table, .p, .dl, .blockquote, .h2, .h3, .h4, .h5, .h6, .center,
        .details,
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
  private mutating func dropEmptyHeadings() {
    // A page of headings and pictures keeps its headings.
    guard length >= 40 else { return }
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
  var length: Int {
    outline.lines(in: container).reduce(0) {
      $0 + (alive[$1] ? Int(outline.lines[$1].length) : 0)
    }
  }

  /// What is excluded when nothing but what no browser shows is.
  mutating func undo() {
    excluded = outline.excluded
    alive = Array(repeating: true, count: alive.count)
  }
}
