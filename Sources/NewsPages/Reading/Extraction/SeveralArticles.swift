internal import NewsBlocks
internal import NewsBytes
internal import NewsHTML
internal import NewsModel

/// A page of several whole articles, one below the other: the newest posts of a blog, what a site
/// appends while a reader scrolls.
///
/// They are elements side by side, each with a headline and a date of its own. One is the page's: the
/// one whose headline is the page's title, else the first. Sections of an article, entries of a ticker
/// and posts of a thread stand below a headline that is all of theirs.
struct SeveralArticles {
  /// The headline of the page's own where the page's title is not it.
  let headline: String?
  /// The headlines of the others.
  let others: [String]
  /// The elements of the others.
  private let nodes: [Int]

  /// Looks for them in what holds most of the text of a page.
  init?(_ finder: BodyFinder) {
    let outline = finder.outline
    let tree = outline.tree
    let share = finder.allGood * ExtractionWeights.severalShare
    guard finder.allGood >= ExtractionWeights.enoughText * 4 else { return nil }
    // Elements with most of the text are within each other, so all their children are few.
    var next: Int? = HTMLTree.root
    var dates = LineDates(outline)
    while let node = next {
      next = nil
      var all: [Entry] = []
      for child in tree.children(of: node) {
        let own = finder.good(in: child)
        if own * 100 >= share { next = child }
        guard own >= ExtractionWeights.enoughText,
          let entry = Entry(child, own, in: outline, &dates)
        else {
          continue
        }
        all.append(entry)
      }
      guard all.count > 1, let own = Self.own(of: all, in: outline) else { continue }
      let entries = all.filter { $0.isLike(own) }
      let sum = entries.reduce(0) { $0 + $1.length }
      // Shorter ones are teasers: then the page is a list, which is what it is for.
      guard entries.count > 1, sum * 100 >= share,
        sum >= entries.count * ExtractionWeights.wholeArticle,
        own.length >= ExtractionWeights.wholeArticle / 2, !Self.areAnswers(entries, in: outline)
      else { continue }
      headline = outline.isTitle(own.headline) ? nil : Self.text(of: own, in: outline)
      let rest = entries.filter { $0.node != own.node }
      nodes = rest.map(\.node)
      others = rest.map { Self.text(of: $0, in: outline) }
      return
    }
    return nil
  }

  /// The page without the others.
  func removed(from tree: HTMLTree) -> HTMLTree {
    var isRemoved = [Bool](repeating: false, count: tree.count)
    for node in nodes { isRemoved[node] = true }
    return tree.removing(isRemoved)
  }

  private static func text(of entry: Entry, in outline: PageOutline) -> String {
    PlainText.collapsed(String(decoding: outline.text(of: entry.headline), as: UTF8.self))
  }

  /// Which one is the page's; `nil` where they are parts of one.
  private static func own(of entries: [Entry], in outline: PageOutline) -> Entry? {
    let named = entries.filter { outline.isTitle($0.headline) }
    if named.count == 1 { return named[0] }
    guard named.isEmpty, entries.allSatisfy(\.isLinked) else { return nil }
    // A headline above them is theirs all; the name of a site is a link to its first page.
    for index in 0..<outline.lines(in: entries[0].node).lowerBound where outline.isTitle(index) {
      let line = outline.lines[index]
      if line.linkLength * 2 < line.length { return nil }
    }
    return entries[0]
  }

  /// Whether they are called as what they answer.
  private static func areAnswers(_ entries: [Entry], in outline: PageOutline) -> Bool {
    let letters = entries.map { entry in
      let line = outline.lines[entry.headline]
      return Letters.of(outline.tree, nodes: Int(line.first)..<Int(line.end))
    }
    return letters[0].isEmpty
      || letters.dropFirst().contains { $0[...].place(of: letters[0]) != nil }
  }
}

/// An element that begins as an article does.
private struct Entry {
  let node: Int
  /// What speaks for it, about the letters of its running text.
  let length: Int
  /// The line of its headline.
  let headline: Int
  /// Whether its headline or its date is a link, to the place where it stands alone.
  let isLinked: Bool
  /// Its tag, that of its headline and the first of its names, without figures.
  private let kind: [UInt8]

  /// So many lines above the text and below it say what an article is called, and of when it is.
  private static let linesOfHead = 10
  private static let linesOfFoot = 4

  init?(_ node: Int, _ length: Int, in outline: PageOutline, _ known: inout LineDates) {
    let tree = outline.tree
    switch tree.nodes[node].tag {
    case .div, .article, .section, .tr, .td, .li, .table, .unknown: break
    default: return nil
    }
    guard outline.hints[node].isDisjoint(with: [.comments, .related, .navigation, .side]) else {
      return nil
    }
    let lines = outline.lines(in: node)
    let head = lines.prefix(Self.linesOfHead)
    guard let headline = head.first(where: { Self.isHeadline($0, outline) }) else { return nil }
    let dates = (Array(head) + lines.dropFirst(Self.linesOfHead).suffix(Self.linesOfFoot)).filter {
      $0 != headline && known.hasDate($0)
    }
    guard !dates.isEmpty else { return nil }
    self.node = node
    self.length = length
    self.headline = headline
    let names = tree.value(.class, of: node).map { ClassTokens.split($0.prefix(400)) } ?? []
    let name = names.first ?? []
    kind =
      [tree.nodes[node].tag, tree.nodes[Int(outline.lines[headline].block)].tag].map(\.rawValue)
      + name.filter { !(0x30...0x39).contains($0) }
    isLinked = ([headline] + dates).contains { outline.lines[$0].links > 0 }
  }

  /// Whether another one is made the same.
  func isLike(_ other: Entry) -> Bool { kind == other.kind }

  private static func isHeadline(_ index: Int, _ outline: PageOutline) -> Bool {
    let line = outline.lines[index]
    guard line.length >= 6, line.length <= 240, line.kind != .caption else { return false }
    let block = Int(line.block)
    return line.kind == .heading || outline.hints[block].contains(.title) || outline.isTitle(index)
  }
}

/// Which lines have a date: what elements within each other ask for again and again.
private struct LineDates {
  private let outline: PageOutline
  private var known: [Int: Bool] = [:]

  init(_ outline: PageOutline) { self.outline = outline }

  mutating func hasDate(_ index: Int) -> Bool {
    if let known = known[index] { return known }
    let line = outline.lines[index]
    guard line.length >= 6, line.length <= 120 else { return false }
    let text = outline.text(of: index)
    let hasDate =
      DateWord.mayBeDate(text)
      && DateReader().date(in: String(decoding: text, as: UTF8.self)) != nil
    known[index] = hasDate
    return hasDate
  }
}
