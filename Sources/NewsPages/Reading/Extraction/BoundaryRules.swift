internal import NewsBytes
internal import NewsHTML

/// Takes out of the chosen lines what only its words and its place give away: offers of letters,
/// notices of cookies, press contacts, announcements of other articles.
struct BoundaryRules {
  let outline: PageOutline
  private(set) var chosen: ChosenLines
  /// Why each line went.
  private(set) var reasons: [Int: RemovalRule] = [:]
  private var tree: HTMLTree { outline.tree }
  /// What each chosen line's words say, where it is short.
  private let words: [LineWords]
  private let titleWords: LineWords
  private var rule = RemovalRule.none

  /// The rules in their order.
  private static let rules: [(rule: RemovalRule, apply: @Sendable (inout BoundaryRules) -> Void)] =
    [
      (.nextArticle, { $0.dropNextArticles() }),
      (.announcement, { $0.dropRelated() }),
      (.announcement, { $0.dropReferrals() }),
      (.disclaimer, { $0.drop(Disclaimers.lines(of: $0.chosen)) }),
      (.author, { $0.dropAuthorBoxes() }),
      (.links, { $0.dropJumps() }),
      (.contact, { $0.dropContacts() }),
      (.consent, { $0.dropConsent() }),
      (.promotion, { $0.dropOffers() }),
      (.advertisement, { $0.dropLabels() }),
    ]

  init(_ chosen: ChosenLines) {
    outline = chosen.outline
    self.chosen = chosen
    var words = Array(repeating: LineWords(), count: chosen.isChosen.count)
    for index in chosen.isChosen.indices where chosen.isChosen[index] {
      let line = chosen.outline.lines[index]
      guard line.length <= ExtractionWeights.longestNotice else { continue }
      words[index] = LineWords(chosen.outline.text(of: index))
    }
    self.words = words
    titleWords = LineWords(chosen.outline.title)
    guard chosen.length > 0 else { return }
    for (rule, apply) in Self.rules {
      self.rule = rule
      apply(&self)
    }
  }

  private func words(_ index: Int) -> LineWords { words[index] }

  /// Takes lines out, unless too little would be left.
  private mutating func drop(_ lines: some Sequence<Int>) {
    let lines = lines.filter { chosen.isChosen[$0] }
    let gone = lines.reduce(0) { $0 + Int(outline.lines[$1].length) }
    guard gone > 0, chosen.length - gone >= ExtractionWeights.leastLeft else { return }
    for index in lines {
      chosen.remove(index)
      reasons[index] = rule
    }
  }

  private func length(of lines: Range<Int>) -> Int {
    lines.reduce(0) { $0 + Int(outline.lines[$1].length) }
  }

  /// The chosen lines in order.
  private var order: [Int] { chosen.isChosen.indices.filter { chosen.isChosen[$0] } }

  /// The innermost element around a line that holds more lines than those of its block.
  private func box(of index: Int) -> Int {
    var node = Int(outline.lines[index].block)
    let own = outline.lines(in: node).count
    while node > 0, outline.lines(in: node).count <= own { node = tree.parent(of: node) }
    return max(node, 0)
  }

  private func isHeadingLike(_ index: Int) -> Bool {
    let line = outline.lines[index]
    guard line.length <= 60 else { return false }
    return line.kind == .heading || !line.endsSentence || line.length <= 30
  }

  // MARK: - Rules

  /// Other articles appended to this one: elements called the same that begin with a headline that
  /// is a link.
  private mutating func dropNextArticles() {
    guard let first = order.first else { return }
    var own: Int?
    var others: [Int] = []
    for node in 0..<tree.count where tree.nodes[node].tag == .article {
      let lines = outline.lines(in: node)
      if lines.contains(first) {
        own = node
        continue
      }
      guard lines.lowerBound > first, let own, tree.parent(of: own) == tree.parent(of: node),
        let head = lines.first, outline.lines[head].kind == .heading,
        outline.lines[head].linkLength * 2 > outline.lines[head].length
      else { continue }
      others.append(node)
    }
    // More of them are a list, which is the article.
    guard others.count <= 3 else { return }
    for node in others { drop(outline.lines(in: node)) }
  }

  /// Headings above other articles, with what they announce.
  private mutating func dropRelated() {
    // Each looks at what stands below it: no page has so many that it would see all of it again and
    // again.
    var left = 16 * outline.lines.count
    for index in order where words(index).contains(.related) && isHeadingLike(index) {
      guard left > 0 else { return }
      let line = outline.lines[index]
      guard chosen.isChosen[index], line.length <= 45, line.kind != .item else { continue }
      let box = box(of: index)
      var end = index + 1
      let last = outline.lines(in: box).upperBound
      let rank = tree.nodes[Int(line.block)].tag
      while end < last {
        let other = outline.lines[end]
        if other.kind == .heading,
          line.kind != .heading
            || tree.nodes[Int(other.block)].tag.rawValue <= rank.rawValue,
          other.linkLength * 2 <= other.length
        {
          break
        }
        end += 1
      }
      let below = (index + 1)..<end
      left -= below.count
      if isAnnounced(below, last: last) {
        drop(index..<end)
        continue
      }
      // Only the links that follow at once.
      var links = index + 1
      while links < end, outline.lines[links].linkLength * 2 > outline.lines[links].length {
        links += 1
      }
      if links > index + 1 { drop(index..<links) }
    }
  }

  /// Whether what stands below a heading of other articles is those, and no more of this one: links,
  /// or a short part at the end with some.
  private func isAnnounced(_ below: Range<Int>, last: Int) -> Bool {
    var length = 0
    var links = 0
    var linked = 0
    for index in below {
      length += Int(outline.lines[index].length)
      links += Int(outline.lines[index].linkLength)
      if outline.lines[index].links > 0 { linked += 1 }
    }
    if links * 2 >= length { return true }
    let isLast = !chosen.isChosen[below.upperBound...].contains(true)
    return isLast && linked * 3 >= below.count && length - links <= ExtractionWeights.mostAnnounced
  }

  /// Lines that only point to another article: `Read also: …`.
  private mutating func dropReferrals() {
    var referrals: [Int] = []
    for index in order {
      let line = outline.lines[index]
      guard chosen.isChosen[index], line.links > 0, line.length <= 220,
        line.linkLength * 2 >= line.length
      else { continue }
      let text = outline.text(of: index).drop { $0 <= 0x20 }
      if let label = label(of: text) {
        let words = LineWords(label)
        if words.contains(.related) || words.contains(.referral) && label.count <= 32 {
          referrals.append(index)
        }
      } else if LineWords(textBeforeLink(of: line)).contains(.related) {
        referrals.append(index)
      }
    }
    drop(referrals)
  }

  /// What stands before the colon near the start of a line.
  private func label(of text: ArraySlice<UInt8>) -> [UInt8]? {
    let start = text.prefix(48)
    if let colon = start.firstIndex(of: UInt8(ascii: ":")) { return Array(start[..<colon]) }
    // A colon of full width.
    return start.place(of: [0xEF, 0xBC, 0x9A]).map { Array(start[..<$0]) }
  }

  private func textBeforeLink(of line: PageOutline.Line) -> [UInt8] {
    var text: [UInt8] = []
    for node in Int(line.first)..<Int(line.end) where tree.nodes[node].tag == .text {
      if link(around: node, within: Int(line.block)) != nil { break }
      text += tree.text(of: node)
    }
    return text.count > 32 ? [] : text
  }

  private func link(around node: Int, within block: Int) -> Int? {
    var node = tree.parent(of: node)
    while node >= max(block, 1) {
      if tree.nodes[node].tag == .a { return node }
      node = tree.parent(of: node)
    }
    return nil
  }

  /// Links above the text to places in the page: `Jump to the recipe`.
  private mutating func dropJumps() {
    for index in order {
      let line = outline.lines[index]
      if LineWorth(line).good > 0 { return }
      guard line.kind != .item, line.kind != .heading, line.length <= 60, isAllJumps(line) else {
        continue
      }
      drop([index])
    }
  }

  private func isAllJumps(_ line: PageOutline.Line) -> Bool {
    var jumps = 0
    for node in Int(line.first)..<Int(line.end) where tree.nodes[node].tag == .text {
      guard tree.text(of: node).contains(where: { $0 > 0x40 }) else { continue }
      guard let link = link(around: node, within: Int(line.block)) else { return false }
      if tree.value(.href, of: link)?.first == UInt8(ascii: "#") { jumps += 1 }
    }
    return jumps > 0
  }

  /// What the paper says of the author, below the article.
  private mutating func dropAuthorBoxes() {
    let order = order
    let total = chosen.length
    var before = 0
    var boxes: [Int] = []
    for (place, index) in order.enumerated() {
      defer { before += Int(outline.lines[index].length) }
      guard before * 2 >= total, isHeadingLike(index), isLabel(index),
        words(index).contains(.author), outline.lines[index].length <= 45
      else { continue }
      // Up to the next heading.
      let rest = order[(place + 1)...].prefix(9)
      let end = rest.first { outline.lines[$0].kind == .heading }
      let box = [index] + rest.prefix { $0 != end }
      let length = box.reduce(0) { $0 + Int(outline.lines[$1].length) }
      if box.count <= 8, length <= ExtractionWeights.mostAnnounced { boxes += box }
    }
    drop(boxes)
  }

  /// The address of a press office and what a company says of itself, at the end.
  private mutating func dropContacts() {
    let order = order
    let total = chosen.length
    var before = 0
    var start: Int?
    var isAbout = false
    for (place, index) in order.enumerated() {
      defer { before += Int(outline.lines[index].length) }
      guard before * 2 >= total, place > 2, isHeadingLike(index), isLabel(index) else { continue }
      let words = words(index)
      if words.contains(.contact), canReach(order[place...]) {
        start = start ?? place
        isAbout = false
        break
      }
      if words.contains(.about), start == nil, beginsWithLabel(index) {
        start = place
        isAbout = true
      }
    }
    guard let start else { return }
    let tail = order[start...]
    let length = tail.reduce(0) { $0 + Int(outline.lines[$1].length) }
    guard length * 100 <= total * 45 else { return }
    // A company's own words alone: a heading of bold letters and a paragraph or two.
    if isAbout, tail.count > 3 || outline.lines[order[start]].kind == .heading { return }
    drop(tail)
  }

  /// Whether a line is a label: a heading, all bold, or with a colon at its end.
  private func isLabel(_ index: Int) -> Bool {
    let line = outline.lines[index]
    if line.kind == .heading { return true }
    if outline.text(of: index).last(where: { $0 > 0x20 }) == UInt8(ascii: ":") { return true }
    var node = Int(line.first)
    let block = Int(line.block)
    while node > block {
      node = tree.parent(of: node)
      switch tree.nodes[node].tag {
      case .b, .strong, .em, .i, .u: return tree.end(of: node) >= Int(line.end)
      default: continue
      }
    }
    return false
  }

  private func beginsWithLabel(_ index: Int) -> Bool {
    LineWords(Array(outline.text(of: index).prefix(14))).contains(.about)
  }

  /// Whether lines have a telephone number or an address to write to.
  private func canReach(_ lines: ArraySlice<Int>) -> Bool {
    lines.prefix(12).contains { index in
      let text = outline.text(of: index)
      return text.contains(UInt8(ascii: "@")) || words(index).contains(.reach)
        || text.count { $0 >= 0x30 && $0 <= 0x39 } >= 7
    }
  }

  /// Notices of cookies, on a page about something else.
  private mutating func dropConsent() {
    guard !titleWords.contains(.cookie) else { return }
    let cookies = order.filter { words($0).contains(.cookie) }
    guard !cookies.isEmpty, cookies.count <= 3 else { return }
    for index in cookies where words(index).contains(.consent) {
      // Its box, if that says nothing else.
      let box = box(of: index)
      let lines = outline.lines(in: box)
      let isNotice =
        lines.count <= 4 && length(of: lines) <= ExtractionWeights.longestNotice
        && length(of: lines) * 2 < chosen.length
      drop(isNotice ? lines : index..<(index + 1))
    }
  }

  /// Offers of letters and accounts.
  private mutating func dropOffers() {
    dropPrograms()
    guard titleWords.isDisjoint(with: [.letter, .signUp]) else { return }
    dropOfferedBoxes()
    let order = order
    for (place, index) in order.enumerated() {
      let line = outline.lines[index]
      guard chosen.isChosen[index], isOffer(words(index)) else { continue }
      let isAtEdge =
        (place < 3 || place + 6 >= order.count) && words(index).contains(.letter)
        || place + 4 >= order.count && line.length <= 200
      if isAtEdge || line.links > 0 && line.length <= 250 { drop([index]) }
    }
  }

  /// Boxes that offer the paper's program for telephones.
  private mutating func dropPrograms() {
    let links = PromotionLinks(tree)
    for index in order where chosen.isChosen[index] && links.leadsToProgram(outline.lines[index]) {
      // A link beside paragraphs is a line of the box itself.
      let block = Int(outline.lines[index].block)
      let lines = outline.lines(in: outline.lines(in: block).count > 1 ? block : box(of: index))
      let isBox =
        lines.count <= 8 && length(of: lines) <= ExtractionWeights.longestNotice
        && length(of: lines) * 2 < chosen.length
      drop(isBox ? lines : index..<(index + 1))
    }
  }

  private func isOffer(_ words: LineWords) -> Bool {
    words.contains(.letter) && !words.isDisjoint(with: [.signUp, .offer])
      || words.isSuperset(of: [.signUp, .offer])
  }

  /// Small boxes that together say so.
  private mutating func dropOfferedBoxes() {
    var node = 0
    while node < tree.count {
      switch tree.nodes[node].tag {
      case .div, .section, .aside, .form, .table, .fieldset:
        let lines = outline.lines(in: node)
        guard (2...5).contains(lines.count), chosen.isChosen[lines.lowerBound] else { break }
        let length = lines.reduce(0) { $0 + Int(outline.lines[$1].length) }
        guard length <= ExtractionWeights.longestNotice else { break }
        if isOffer(lines.reduce(LineWords()) { $0.union(words($1)) }),
          lines.contains(where: { words($0).contains(.letter) || words($0).contains(.signUp) })
        {
          drop(lines)
          node = tree.end(of: node)
          continue
        }
      default: break
      }
      node += 1
    }
  }

  /// Labels above advertising.
  private mutating func dropLabels() {
    drop(
      order.filter { index in
        let line = outline.lines[index]
        return line.length <= 34 && !line.endsSentence && words(index).contains(.advertisement)
      })
  }
}
