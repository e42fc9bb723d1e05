internal import NewsBytes
internal import NewsHTML

/// The lines that are the article's, and the parts of the tree that hold them.
struct ChosenLines {
  let outline: PageOutline
  /// Whether each line is chosen.
  private(set) var isChosen: [Bool]
  /// How many letters are chosen.
  private(set) var length = 0
  private let scores: [Int]
  /// Whether a rule took a line out for what it says.
  private let isOut: [Bool]
  private var tree: HTMLTree { outline.tree }

  /// Chooses by judgement, with what the rules kept as a bias.
  init(_ outline: PageOutline, scores: [Int], kept: [Bool], reasons: [RemovalRule]) {
    self.outline = outline
    self.scores = scores
    let isOut = reasons.indices.map { index in
      !kept[index]
        && (Self.isCertain(reasons[index], of: outline.lines[index])
          || reasons[index] == .names && Self.isNamedOutright(index, outline))
    }
    self.isOut = isOut
    let isSmall = outline.lines.count < ExtractionWeights.fewLines
    let agrees = Self.expected(outline, scores, kept) >= ExtractionWeights.agreement
    isChosen = outline.lines.indices.map { index in
      let bar: Int
      if kept[index] {
        bar = isSmall ? ExtractionWeights.keepAboveOnSmall : ExtractionWeights.keepAbove
      } else if isOut[index] {
        // What a line says outright no likeness outweighs.
        bar = Int.max
      } else if reasons[index] == .names {
        bar =
          isSmall
          ? ExtractionWeights.takeNamedAboveOnSmall
          : agrees ? ExtractionWeights.takeNamedAbove : ExtractionWeights.takeDisputedAbove
      } else {
        bar = isSmall ? ExtractionWeights.takeAboveOnSmall : ExtractionWeights.takeAbove
      }
      return scores[index] >= bar
    }
    dropTitle()
    // Code looks like nothing else: what the rules kept of it is the article's.
    if isChosen.contains(true) {
      for index in outline.lines.indices where outline.lines[index].kind == .code && kept[index] {
        isChosen[index] = true
      }
    }
    takeSiblings()
    takeWholeTables()
    takeTimes()
    dropTitle()
    length = counted()
  }

  /// Whether a rule goes by what a line says, not by where it stands or what it is called. A heading
  /// announces what other rules took out: it is as certain as they are.
  private static func isCertain(_ rule: RemovalRule, of line: PageOutline.Line) -> Bool {
    switch rule {
    case .promotion, .rights: true
    case .announcement: line.kind != .heading
    default: false
    }
  }

  /// Whether names say outright what a line is for: a question about cookies, a heading that screen
  /// readers alone are told.
  private static func isNamedOutright(_ index: Int, _ outline: PageOutline) -> Bool {
    let line = outline.lines[index]
    guard line.length <= ExtractionWeights.longestNotice else { return false }
    var node = Int(line.block)
    if line.kind == .heading, outline.hints[node].contains(.hidden) { return true }
    for _ in 0..<6 where node > 0 {
      if outline.hints[node].contains(.consent), asksForConsent(node, outline.tree) { return true }
      node = outline.tree.parent(of: node)
    }
    return false
  }

  /// Whether a name is a question's own: `cmp` is one's too, but every part is called so by a common
  /// system of publishing.
  private static func asksForConsent(_ node: Int, _ tree: HTMLTree) -> Bool {
    [tree.value(.class, of: node), tree.value(.id, of: node)].contains { name in
      guard let name, name.count < 1000 else { return false }
      let lower = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      return ["consent", "cookie", "gdpr", "dsgvo", "ccpa"].contains { lower.contains(bytesOf: $0) }
    }
  }

  /// Chooses what is given.
  init(_ outline: PageOutline, scores: [Int], chosen: [Bool]) {
    self.outline = outline
    self.scores = scores
    isOut = []
    isChosen = chosen
    length = counted()
  }

  /// The F1 in hundredths that a choice of lines can be expected to have by their judgements.
  static func expected(_ outline: PageOutline, _ scores: [Int], _ isChosen: [Bool]) -> Int {
    var right = 0.0
    var all = 0.0
    var taken = 0.0
    for (index, line) in outline.lines.enumerated() where line.kind != .caption {
      let length = Double(line.length)
      let share = LineModel.probability(scores[index])
      all += share * length
      if isChosen[index] {
        taken += length
        right += share * length
      }
    }
    return all + taken > 0 ? Int(200 * right / (all + taken)) : 0
  }

  /// Whether a few lines are an article though they are few: one is running text, and the judgements
  /// expect more of them than of what the rules kept.
  func isShortArticle(besides kept: [Bool]) -> Bool {
    guard length >= ExtractionWeights.shortArticle else { return false }
    let hasText = outline.lines.indices.contains { index in
      let line = outline.lines[index]
      return isChosen[index] && line.endsSentence
        && line.plainLength >= ExtractionWeights.shortArticle
        && scores[index] >= ExtractionWeights.takeAbove
    }
    return hasText
      && Self.expected(outline, scores, isChosen) >= Self.expected(outline, scores, kept) + 5
  }

  /// Takes a line out.
  mutating func remove(_ index: Int) {
    guard isChosen[index] else { return }
    isChosen[index] = false
    length -= Int(outline.lines[index].length)
  }

  private func counted() -> Int {
    outline.lines.indices.reduce(0) { $0 + (isChosen[$1] ? Int(outline.lines[$1].length) : 0) }
  }

  // MARK: - Boundaries

  /// The headline is in the metadata.
  private mutating func dropTitle() {
    guard let first = firstText() else { return }
    for index in 0...first where isChosen[index] {
      let line = outline.lines[index]
      if line.kind == .heading, tree.nodes[Int(line.block)].tag == .h1 || outline.isTitle(index) {
        isChosen[index] = false
      }
    }
  }

  private func firstText() -> Int? {
    outline.lines.indices.first { index in
      let line = outline.lines[index]
      return isChosen[index] && line.kind != .heading && LineWorth(line).good > 0
    }
  }

  /// A paragraph without links beside one that is chosen is the article's too, short as it may be.
  private mutating func takeSiblings() {
    let indices = outline.lines.indices
    for index in indices.dropFirst() where isChosen[index - 1] && !isChosen[index] {
      if isSibling(index, of: index - 1) { isChosen[index] = true }
    }
    for index in indices.dropLast().reversed() where isChosen[index + 1] && !isChosen[index] {
      if isSibling(index, of: index + 1) { isChosen[index] = true }
    }
  }

  private func isSibling(_ index: Int, of other: Int) -> Bool {
    guard !isOut[index] else { return false }
    let line = outline.lines[index]
    let next = outline.lines[other]
    // A list without links below a heading: sources, ingredients.
    if other < index, line.kind == .item, next.kind == .heading, line.linkLength == 0,
      scores[index] >= ExtractionWeights.siblingAbove
    {
      return true
    }
    guard line.linkLength == 0, line.kind == next.kind, line.kind != .heading,
      line.endsSentence || line.kind == .quote || line.kind == .code,
      scores[index] >= ExtractionWeights.siblingAbove
    else { return false }
    let block = Int(line.block)
    let beside = Int(next.block)
    return block == beside
      || tree.parent(of: block) == tree.parent(of: beside)
        && tree.nodes[block].tag == tree.nodes[beside].tag
        && tree.value(.class, of: block) == tree.value(.class, of: beside)
  }

  /// The times above the entries of a ticker.
  private mutating func takeTimes() {
    var times: [[UInt8]: [Int]] = [:]
    for index in outline.lines.indices where !isChosen[index] && isClockTime(index) {
      let below = (index + 1)..<min(index + 4, isChosen.count)
      guard below.contains(where: { isChosen[$0] }) else { continue }
      let block = Int(outline.lines[index].block)
      let name = tree.value(.class, of: block)?.prefix(100) ?? []
      times[[tree.nodes[block].tag.rawValue] + name, default: []].append(index)
    }
    for alike in times.values where alike.count >= 3 {
      for index in alike { isChosen[index] = true }
    }
  }

  /// `14:30`, `9.05 Uhr`, `2:15 pm`.
  private func isClockTime(_ index: Int) -> Bool {
    let line = outline.lines[index]
    guard (3...12).contains(line.length), line.linkLength == 0 else { return false }
    let text = outline.text(of: index).filter { $0 > 0x20 }
    let digits = text.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    guard digits == 1 || digits == 2, text.count >= digits + 3,
      [0x3A, 0x2E, 0x68].contains(text[digits]),
      text[(digits + 1)...(digits + 2)].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return false }
    return text.dropFirst(digits + 3).allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2E
    }
  }

  /// A table of data is taken whole or not at all, and so is code.
  private mutating func takeWholeTables() {
    var node = 0
    while node < tree.count {
      switch tree.nodes[node].tag {
      case .table, .pre, .dl, .blockquote:
        let lines = outline.lines(in: node)
        guard lines.count > 1, lines.count <= (tree.nodes[node].tag == .blockquote ? 12 : 2000),
          !isLayout(node)
        else {
          node += 1
          continue
        }
        var all = 0
        var chosen = 0
        for index in lines {
          all += Int(outline.lines[index].length)
          if isChosen[index] { chosen += Int(outline.lines[index].length) }
        }
        if chosen > 0 {
          let isWhole = chosen * 2 >= all
          for index in lines { isChosen[index] = isWhole }
        }
        node = tree.end(of: node)
      default: node += 1
      }
    }
  }

  /// Whether a table sets a page's parts side by side.
  private func isLayout(_ table: Int) -> Bool {
    guard tree.nodes[table].tag == .table else { return false }
    for node in (table + 1)..<tree.end(of: table) {
      switch tree.nodes[node].tag {
      case .table, .h1, .h2, .form, .blockquote: return true
      case .p where outline.lines(in: node).contains(where: { outline.lines[$0].length > 300 }):
        return true
      case .td where outline.lines(in: node).count > 6: return true
      default: continue
      }
    }
    return false
  }

  // MARK: - The tree

  /// The innermost element that holds all that is chosen; `nil` for nothing.
  func root() -> Int? {
    guard let first = isChosen.firstIndex(of: true), let last = isChosen.lastIndex(of: true) else {
      return nil
    }
    let end = Int(outline.lines[last].end)
    var node = Int(outline.lines[first].block)
    while node > 0, tree.end(of: node) < end { node = tree.parent(of: node) }
    // A part of a list or table is nothing without it.
    while node > 0 {
      switch tree.nodes[node].tag {
      case .li, .dt, .dd, .tr, .tbody, .thead, .tfoot, .h1, .h2, .h3, .h4, .h5, .h6, .p, .pre, .a,
        .span, .figcaption, .caption, .ul, .ol, .dl, .blockquote, .summary:
        node = tree.parent(of: node)
      case .td, .th:
        if let table = table(around: node), !isLayout(table) { node = table } else { return node }
      default: return node
      }
    }
    return max(node, 0)
  }

  private func table(around node: Int) -> Int? {
    var node = node
    while node > 0, tree.nodes[node].tag != .table { node = tree.parent(of: node) }
    return node > 0 ? node : nil
  }

  /// What of a root is left out: lines that are not chosen; pictures and the like that the rules
  /// took out, or that stand where nothing is chosen.
  func excluded(in root: Int, rules: [Bool]) -> [Bool] {
    var excluded = outline.excluded
    var sums = [0]
    sums.reserveCapacity(isChosen.count + 1)
    for isChosen in isChosen { sums.append(sums[sums.count - 1] + (isChosen ? 1 : 0)) }
    var lineAt = outline.lines(in: root).lowerBound
    var node = root
    let end = tree.end(of: root)
    while node < end {
      if excluded[node] {
        node = max(tree.end(of: node), node + 1)
        continue
      }
      let entry = tree.nodes[node]
      if entry.tag == .text {
        while lineAt < outline.lines.count, Int(outline.lines[lineAt].end) <= node { lineAt += 1 }
        if lineAt < outline.lines.count, Int(outline.lines[lineAt].first) <= node,
          !isChosen[lineAt], outline.lines[lineAt].kind != .caption
        {
          excluded[node] = true
        }
        node += 1
        continue
      }
      let lines = outline.lines(in: node)
      let chosen = sums[lines.upperBound] - sums[lines.lowerBound]
      if lines.isEmpty || chosen > 0, isPopup(node) {
        excluded[node] = true
        node = max(tree.end(of: node), node + 1)
        continue
      }
      if chosen == 0, node != root {
        let isPicture = lines.allSatisfy { outline.lines[$0].kind == .caption }
        if isPicture ? rules[node] && !isGallery(node) : !lines.isEmpty {
          excluded[node] = true
          node = max(tree.end(of: node), node + 1)
          continue
        }
      }
      node += 1
    }
    return excluded
  }

  /// Whether an element that the rules took out holds pictures and is called nothing worse than that.
  private func isGallery(_ node: Int) -> Bool {
    let hint = outline.hints[node]
    return hint.contains(.gallery)
      && hint.isDisjoint(with: [
        .navigation, .related, .advertising, .share, .comments, .side, .footer, .overlay, .consent,
        .offer, .teaser, .widget,
      ])
  }

  /// Whether an element within a line pops up beside a link: its names say so, or it begins with the
  /// link's words.
  private func isPopup(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .span, .small, .div, .a: break
    default: return false
    }
    let hint = outline.hints[node]
    if hint.contains(.overlay), hint.isDisjoint(with: [.body, .content]) { return true }
    guard node > 1, tree.nodes[node - 1].tag == .text, tree.nodes[node].tag != .a else {
      return false
    }
    let link = tree.parent(of: node - 1)
    guard tree.nodes[link].tag == .a, tree.end(of: link) == node,
      tree.parent(of: link) == tree.parent(of: node), tree.end(of: node) - node < 40
    else { return false }
    let name = Letters.of(tree, nodes: link..<node)
    let text = Letters.of(tree, nodes: node..<tree.end(of: node))
    return name.count >= 4 && text.count > name.count && text.starts(with: name)
  }
}
