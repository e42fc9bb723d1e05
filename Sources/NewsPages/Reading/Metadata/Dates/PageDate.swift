internal import NewsBlocks
internal import NewsBytes
internal import NewsHTML
internal import NewsModel

/// The dates that readers see.
struct PageDate {
  /// A date as it stands beside the headline.
  struct Shown {
    var date: Timestamp
    /// Whether the page calls it that of a change.
    var isUpdate: Bool
  }

  let outline: PageOutline
  let body: Int
  let reader: DateReader
  private let headline: Int?
  private let text: Int
  /// The first node of the headline.
  private let title: Int?
  private var tree: HTMLTree { outline.tree }

  init(outline: PageOutline, body: Int, excluded: [Bool], reader: DateReader) {
    self.outline = outline
    self.body = body
    self.reader = reader
    let head = ArticleHead(outline: outline, body: body, excluded: excluded)
    text = head.text
    headline = head.headline
    title = headline.map { Int(outline.lines[$0].first) }
  }

  // MARK: - Beside the headline

  /// The dates between the headline and the text, each day once.
  func besideHeadline() -> [Shown] {
    guard let headline else { return [] }
    var found = marked(from: Int(outline.lines[headline].first), to: start(ofLine: text))
    if found.isEmpty {
      // The line above may be the section's, with the day.
      for index in max(0, headline - 1)...text where index != headline {
        add(inLine(index), to: &found)
      }
    }
    return found
  }

  private func add(_ shown: Shown?, to found: inout [Shown]) {
    guard let shown, !found.contains(where: { $0.date.isSameDay(as: shown.date) }) else { return }
    found.append(shown)
  }

  private func start(ofLine index: Int) -> Int {
    index < outline.lines.count ? Int(outline.lines[index].first) : tree.count
  }

  /// The dates in elements that are made for dates.
  private func marked(from first: Int, to last: Int) -> [Shown] {
    var found: [Shown] = []
    for node in first..<max(first, last) {
      guard let date = marked(node), !isForeign(node), isVisible(node) else { continue }
      found.append(Shown(date: date, isUpdate: isUpdate(node)))
    }
    return found.distinct { [$0.date.year, $0.date.month, $0.date.day] }
  }

  private func marked(_ node: Int) -> Timestamp? {
    let entry = tree.nodes[node]
    guard entry.tag.rawValue > HTMLTag.rawText.rawValue, !outline.excluded[node],
      entry.tag == .time || outline.hints[node].contains(.date) || isAbbr(node)
    else { return nil }
    return (entry.tag == .time || isAbbr(node) ? machine(node) : nil) ?? text(of: node)
  }

  /// An empty element tells machines only.
  private func isVisible(_ node: Int) -> Bool {
    for index in node..<tree.end(of: node) where tree.nodes[index].tag == .text {
      if tree.text(of: index).contains(where: { $0 > 0x20 }) { return true }
    }
    return false
  }

  /// Of some dates, the one that stands in a short line in the article or below it.
  func confirmed(of dates: [Timestamp]) -> Timestamp? {
    let lines = outline.lines(in: body)
    let end = min(outline.lines.count, lines.upperBound + 30)
    for index in min(text, lines.lowerBound)..<end where outline.lines[index].length <= 36 {
      guard let shown = inLine(index) else { continue }
      if let same = dates.first(where: { $0.isSameDay(as: shown.date) }) { return same }
    }
    return nil
  }

  private func isAbbr(_ node: Int) -> Bool {
    tree.nodes[node].tag == .abbr
      && (tree.value(.class, of: node).map { ClassTokens.contains($0, "published") } ?? false)
  }

  private func machine(_ node: Int) -> Timestamp? {
    for name in [HTMLAttributeName.datetime, .content, .title] {
      if let value = tree.string(name, of: node), let date = reader.date(in: value) { return date }
    }
    return nil
  }

  private func text(of node: Int) -> Timestamp? {
    guard outline.lines(in: node).count <= 4, tree.end(of: node) - node <= 80 else { return nil }
    var length = 0
    for index in outline.lines(in: node) { length += Int(outline.lines[index].length) }
    // An inline element has no lines of its own.
    guard length < 160 else { return nil }
    let string = tree.string(of: node)
    return string.utf8.count < 300 ? reader.date(in: string) : nil
  }

  /// Whether an element with a date says that it is of a change: in its names, or in the words
  /// before it.
  private func isUpdate(_ node: Int) -> Bool {
    if let names = tree.value(.class, of: node) {
      let text = String(decoding: names.prefix(300), as: UTF8.self).lowercased()
      // WordPress has both on a date that never changed.
      if (text.contains("updated") || text.contains("modified")) && !text.contains("published") {
        return true
      }
    }
    if UpdateWords.begin(tree.string(of: node)) { return true }
    var before = node - 1
    while before > max(0, node - 6), tree.nodes[before].tag != .text { before -= 1 }
    guard before > 0, tree.nodes[before].tag == .text, tree.nodes[before].count < 60 else {
      return false
    }
    return UpdateWords.end(String(decoding: tree.text(of: before), as: UTF8.self))
  }

  /// Whether an element is of something else. Between headline and text what stands at the side is
  /// the article's.
  private func isForeign(_ node: Int) -> Bool {
    switch place(of: node) {
    case .here: false
    case .beside: !isInHead(node)
    case .foreign: true
    }
  }

  private func isInHead(_ node: Int) -> Bool {
    guard let headline else { return false }
    return node >= Int(outline.lines[headline].first) && node < start(ofLine: text)
  }

  /// Whose an element's text is.
  private enum Place {
    /// The article's.
    case here
    /// What stands beside the article, which may be of it.
    case beside
    /// Of comments or other articles.
    case foreign
  }

  private func place(of node: Int) -> Place {
    var place = Place.here
    var node = node
    for _ in 0..<8 where node > 0 {
      // What holds the article or its headline as well says how the page is laid out.
      if node <= body, tree.end(of: node) > body { return place }
      if let title, node <= title, tree.end(of: node) > title { return place }
      let hint = outline.hints[node]
      // The day of printing stands in what only printers show.
      if !hint.isDisjoint(with: [.comments, .related, .hidden, .overlay]) { return .foreign }
      let tag = tree.nodes[node].tag
      if !hint.isDisjoint(with: [.side, .footer]) || tag == .footer || tag == .aside {
        place = .beside
      }
      node = tree.parent(of: node)
    }
    return place
  }

  // MARK: - Anywhere

  /// The date of a page that tells machines none.
  func find() -> Timestamp? {
    let beside = besideHeadline()
    var best: (score: Int, date: Timestamp)?
    var aside: [Timestamp] = []
    let first = headline.map { start(ofLine: $0) } ?? body
    for node in tree.nodes.indices {
      let entry = tree.nodes[node]
      guard entry.tag.rawValue > HTMLTag.rawText.rawValue else { continue }
      if entry.count > 0, let property = tree.value(.itemprop, of: node),
        ClassTokens.contains(property, "datePublished"),
        let date = machine(node) ?? text(of: node)
      {
        return date
      }
      guard let date = marked(node) else { continue }
      // Above the body and close to it is best; in comments and related articles worst.
      var score = 10_000 - min(abs(node - body), 9000)
      if node > first, node < body { score += 3000 }
      if entry.tag == .time { score += 500 }
      if tree.has(.pubdate, node) { score += 5000 }
      if isUpdate(node) { score -= 4000 }
      switch place(of: node) {
      case .here: break
      case .beside:
        // Two of different days are as good as none.
        if aside.count < 2, !aside.contains(where: { $0.isSameDay(as: date) }) {
          aside.append(date)
        }
        continue
      case .foreign: score -= 20_000
      }
      if best.map({ score > $0.score }) ?? true { best = (score, date) }
    }
    let labelled = labelled()
    if let labelled, beside.contains(where: { $0.date.isSameDay(as: labelled) }) { return labelled }
    if let shown = beside.first(where: { !$0.isUpdate }) { return shown.date }
    if let labelled { return labelled }
    if let best, best.score > -5000 { return best.date }
    // A box at the side may be about this article; a list of others has many dates.
    return nearby() ?? beside.first?.date ?? (aside.count == 1 ? aside[0] : nil)
  }

  /// A date in short lines around the start of the body, at the start of its first paragraphs, or
  /// below it.
  private func nearby() -> Timestamp? {
    let lines = outline.lines(in: body)
    for index in (max(0, lines.lowerBound - 40)..<lines.lowerBound).reversed() {
      if let shown = inLine(index, longest: lines.lowerBound - index > 16 ? 50 : 120) {
        return shown.date
      }
    }
    for index in lines.prefix(12) {
      if let shown = inLine(index) { return shown.date }
    }
    // Old pages have it below.
    let after = lines.upperBound..<min(outline.lines.count, lines.upperBound + 6)
    for index in Array(lines.suffix(4)) + Array(after) {
      if let shown = inLine(index, opens: false) { return shown.date }
    }
    return nil
  }

  /// The date in a short line, or at the start of a long one.
  private func inLine(_ index: Int, longest: Int = 120, opens: Bool = true) -> Shown? {
    guard index < outline.lines.count else { return nil }
    let line = outline.lines[index]
    guard line.length >= 6, line.length <= longest || opens else { return nil }
    // Tags and the like stand behind it as links, other articles are links with a date in them.
    let isLinks = line.linkLength * 2 > line.length && line.length >= 60
    var bytes: [UInt8] = []
    var machine: Timestamp?
    for node in Int(line.first)..<Int(line.end) where tree.nodes[node].tag == .text {
      if isLinks, isInLink(node) { continue }
      bytes += tree.text(of: node)
      bytes.append(0x20)
      let parent = tree.parent(of: node)
      if parent >= 0, tree.nodes[parent].tag == .time { machine = machine ?? self.machine(parent) }
      if bytes.count > 400 { break }
    }
    // A copyright notice has a year that is no date.
    guard !bytes.contains(0xA9), bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0xD9 }),
      !isForeign(Int(line.block))
    else { return nil }
    if line.length > longest {
      return reader.opening(of: String(decoding: bytes.prefix(90), as: UTF8.self))
        .map { Shown(date: $0, isUpdate: false) }
    }
    let string = String(decoding: bytes.prefix(390), as: UTF8.self)
    // `Published … | Updated …`
    if let rest = UpdateWords.range(in: string) {
      if let date = reader.date(in: String(string[..<rest])) {
        return Shown(date: date, isUpdate: false)
      }
      return reader.date(in: string).map { Shown(date: $0, isUpdate: true) }
    }
    return (machine ?? reader.date(in: string)).map { Shown(date: $0, isUpdate: false) }
  }

  private func isInLink(_ node: Int) -> Bool {
    var node = tree.parent(of: node)
    for _ in 0..<4 where node > 0 {
      if tree.nodes[node].tag == .a { return true }
      node = tree.parent(of: node)
    }
    return false
  }

  /// The first date that the page calls the one of publication, close to the article or below it.
  private func labelled() -> Timestamp? {
    let lines = outline.lines(in: body)
    let first = max(0, min(lines.lowerBound - 40, headline ?? Int.max))
    for index in first..<min(outline.lines.count, lines.upperBound + 12) {
      let line = outline.lines[index]
      guard line.length >= 10, line.length <= 120,
        place(of: Int(line.block)) == .here || isInHead(Int(line.first)),
        case let bytes = outline.text(of: index),
        bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0xD9 }),
        case let text = String(decoding: bytes, as: UTF8.self),
        let label = PublicationWords.end(in: text)
      else { continue }
      if let date = reader.opening(of: String(text[label...].prefix(90)), after: 12) { return date }
    }
    return nil
  }
}

extension Timestamp {
  /// Whether two moments are on the same day as they are given.
  func isSameDay(as other: Timestamp) -> Bool {
    year == other.year && month == other.month && day == other.day
  }

  /// Whether a clock shows the same at two moments, each in its own zone.
  func isSameByTheClock(as other: Timestamp) -> Bool {
    isSameDay(as: other) && time?.hour == other.time?.hour && time?.minute == other.time?.minute
      && time?.second == other.time?.second
  }
}
