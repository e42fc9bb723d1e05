internal import NewsHTML

/// Finds the element that holds the article.
///
/// Two finders that know nothing of each other, one that weighs text and one that reads names, and
/// a decision between them.
struct BodyFinder {
  let outline: PageOutline
  var tree: HTMLTree { outline.tree }
  /// Elements that are not the article's, whatever holds it.
  private(set) var excluded: [Bool]
  /// Whether each line is still in the running.
  private(set) var alive: [Bool]
  /// Whether the page is a thread whose posts are the article.
  private(set) var isThread = false
  /// Whether the page is a gallery whose captions are the article.
  private(set) var isGallery = false
  /// Why a line is not.
  private(set) var reasons: [RemovalRule]
  /// How many headlines and `main` elements begin before each node.
  private var landmarks: [Int32] = [0]
  /// Sums of what speaks for and against each line, up to it.
  private var good: [Int] = [0]
  private var bad: [Int] = [0]

  init(_ outline: PageOutline) {
    self.outline = outline
    excluded = outline.excluded
    alive = Array(repeating: true, count: outline.lines.count)
    reasons = Array(repeating: .none, count: outline.lines.count)
    landmarks.reserveCapacity(tree.count + 1)
    for node in tree.nodes.indices {
      let tag = tree.nodes[node].tag
      let isLandmark = (tag == .h1 || tag == .main) && !excluded[node]
      landmarks.append(landmarks[node] + (isLandmark ? 1 : 0))
    }
    sum()
  }

  /// Adds up anew after lines were taken out of the running.
  private mutating func sum() {
    good = [0]
    bad = [0]
    good.reserveCapacity(alive.count + 1)
    bad.reserveCapacity(alive.count + 1)
    for (index, line) in outline.lines.enumerated() {
      let worth = alive[index] ? LineWorth(line) : LineWorth()
      good.append(good[index] + worth.good)
      bad.append(bad[index] + worth.bad)
    }
  }

  /// What speaks for all that is still in the running.
  var allGood: Int { good[good.count - 1] }

  /// What speaks for an element.
  func good(in node: Int) -> Int {
    let lines = outline.lines(in: node)
    return good[lines.upperBound] - good[lines.lowerBound]
  }

  /// What speaks against it.
  func bad(in node: Int) -> Int {
    let lines = outline.lines(in: node)
    return bad[lines.upperBound] - bad[lines.lowerBound]
  }

  /// Takes an element out of the running.
  mutating func exclude(_ node: Int, _ rule: RemovalRule) {
    excluded[node] = true
    for line in outline.lines(in: node) where alive[line] {
      alive[line] = false
      reasons[line] = rule
    }
  }

  // MARK: - What is no article anywhere

  /// Takes out what its names or its tag call something else, unless too much would go.
  mutating func dropBoilerplate() {
    dropCardLists()
    sum()
    let named = namedBody()
    isThread = holdsThread()
    isGallery = holdsGallery()
    let total = max(allGood, 1)
    var left = total
    var node = 0
    while node < tree.count {
      let tag = tree.nodes[node].tag
      guard tag.rawValue > HTMLTag.rawText.rawValue, !excluded[node] else {
        node = excluded[node] ? tree.end(of: node) : node + 1
        continue
      }
      let own = good(in: node)
      if let limit = limit(node, tag), !holdsArticle(node, tag, own, total),
        named.map({ !contains(node, $0) || !isLayout(node, around: $0, tag) }) ?? true,
        own * 100 <= total * limit,
        own < 200 || left - own > (limit > 50 ? 700 : 300)
          || outline.hints[node].contains(.consent) && left - own > 100
      {
        exclude(node, .names)
        left -= own
        node = tree.end(of: node)
      } else {
        node += 1
      }
    }
    sum()
  }

  /// The largest element whose names say plainly that it is a body.
  private func namedBody() -> Int? {
    var best: Int?
    for node in 0..<tree.count where outline.hints[node].contains(.body) && !excluded[node] {
      guard isContainer(node), good(in: node) >= 500 else { continue }
      if good(in: node) > best.map({ good(in: $0) }) ?? 0 { best = node }
    }
    return best
  }

  /// Whether an element around the body is called by where it stands: a column that holds the
  /// article and little else.
  private func isLayout(_ node: Int, around body: Int, _ tag: HTMLTag) -> Bool {
    switch tag {
    case .nav, .footer, .aside, .form, .dialog, .menu: return false
    default: break
    }
    let hint = outline.hints[node]
    return hint.isDisjoint(with: [.comments, .consent, .overlay, .hidden, .related, .advertising])
      && good(in: body) * 2 > good(in: node)
  }

  /// Whether an element holds the headline and a fair part of the text: `right-sidebar` in its names
  /// says then how the page is laid out, not what is in it.
  private func holdsArticle(_ node: Int, _ tag: HTMLTag, _ own: Int, _ total: Int) -> Bool {
    switch tag {
    case .nav, .footer, .aside, .form, .dialog, .menu: return false
    default: break
    }
    guard !outline.hints[node].contains(.consent) else { return false }
    return own * 100 > total * 8 && landmarks[tree.end(of: node)] > landmarks[node]
  }

  /// How much of the page's text (per cent) an element may hold and still go; `nil` to keep it.
  private func limit(_ node: Int, _ tag: HTMLTag) -> Int? {
    // The foot of a quotation names its source.
    if tag == .footer, outline.isInQuote(node) { return nil }
    let hint = outline.hints[node]
    switch tag {
    case .html, .body, .main, .head, .document, .thead, .tbody, .tr, .td, .br, .img: return nil
    case .nav: return 60
    case .footer: return 60
    case .aside: return 80
    case .form, .fieldset, .dialog: return 20
    case .menu: return 30
    // A label for screen readers is no heading of the text.
    case .h1, .h2, .h3, .h4, .h5, .h6: return hint.contains(.hidden) ? 15 : nil
    case .b, .strong, .em, .i, .code, .pre: return nil
    default: break
    }
    if hint.contains(.body) { return nil }
    if hint.contains(.comments), isThread, hint.isDisjoint(with: [.consent, .navigation]) {
      return nil
    }
    if hint.contains(.comments) || hint.contains(.consent) { return 85 }
    if hint.contains(.overlay) || hint.contains(.hidden) { return 15 }
    if tag == .article { return nil }
    if hint.contains(.gallery) { return isGallery ? nil : 85 }
    if !hint.isDisjoint(with: [.navigation, .share, .footer, .advertising, .legal]) { return 30 }
    if hint.contains(.side) { return 75 }
    if !hint.isDisjoint(with: [.related, .offer, .widget]) { return 30 }
    if hint.contains(.teaser), hasLinks(node) { return 25 }
    return nil
  }

  /// Whether links make a fair part of an element: a teaser without is an opening paragraph.
  private func hasLinks(_ node: Int) -> Bool {
    outline.lines(in: node).contains { outline.lines[$0].links > 0 }
  }

  // MARK: - The finders

  /// The element with most text and least else.
  func byText() -> Int {
    var best = HTMLTree.root
    var bestGain = Int.min
    for node in 0..<tree.count {
      guard isContainer(node) else { continue }
      let gain = good(in: node) - bad(in: node)
      // An element that holds nothing but the best one is no better.
      if gain > bestGain || gain == bestGain, tree.end(of: node) <= tree.end(of: best) {
        best = node
        bestGain = gain
      }
    }
    return best
  }

  /// The element whose names say that it is the article's body.
  func byName() -> Int? {
    var best: Int?
    var bestScore = 0
    for node in 0..<tree.count {
      guard isContainer(node) else { continue }
      let hint = outline.hints[node]
      let tag = tree.nodes[node].tag
      let weight: Int
      if hint.contains(.body) {
        weight = 100
      } else if tag == .article {
        weight = 70
      } else if tag == .main {
        weight = 45
      } else if hint.contains(.content) {
        weight = 40
      } else {
        continue
      }
      let score = (good(in: node) - bad(in: node) / 2) * weight
      if score > bestScore {
        best = node
        bestScore = score
      }
    }
    return best
  }

  func isContainer(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .body, .div, .article, .section, .main, .td, .center, .blockquote, .form, .table, .tbody,
      .document, .html, .dd, .li, .span, .unknown, .font, .aside, .p, .pre, .header, .footer,
      .fieldset,
      .ul, .ol, .figure:
      !excluded[node]
    default: false
    }
  }

  /// The article's element.
  func container() -> Int {
    var text = byText()
    // One long paragraph is not all of an article, unless what stands beside it speaks against it.
    while tree.nodes[text].tag == .p, case let parent = tree.parent(of: text), isContainer(parent),
      bad(in: parent) * 3 <= good(in: parent)
    {
      text = parent
    }
    guard let name = byName() else { return text }
    if text == name { return text }
    let textGood = max(good(in: text), 1)
    let nameGood = max(good(in: name), 1)
    if contains(text, name) {
      // The named one is within: it is the body, if it has most of the text, and of what is so
      // named.
      let named = outline.hints[name].contains(.body) ? namedBodies(in: text) : 0
      return nameGood * 100 >= textGood * 55 && nameGood * 100 >= named * 85 ? name : text
    }
    if contains(name, text) {
      return textGood * 100 >= nameGood * 80 ? text : name
    }
    return nameGood * 100 >= textGood * 60 ? name : text
  }

  /// What speaks for all elements together whose names call them a body.
  private func namedBodies(in node: Int) -> Int {
    var sum = 0
    var index = node
    while index < tree.end(of: node) {
      if !excluded[index], outline.hints[index].contains(.body), isContainer(index) {
        sum += good(in: index)
        index = tree.end(of: index)
      } else {
        index += 1
      }
    }
    return sum
  }

  /// The innermost element that has nearly all text that is still in the running.
  func mostText() -> Int {
    var length = [0]
    length.reserveCapacity(alive.count + 1)
    for (index, line) in outline.lines.enumerated() {
      length.append(length[index] + (alive[index] ? line.plainLength : 0))
    }
    var best = HTMLTree.root
    for node in 0..<tree.count where isContainer(node) && contains(best, node) {
      let lines = outline.lines(in: node)
      if (length[lines.upperBound] - length[lines.lowerBound]) * 10 >= length[length.count - 1] * 9
      {
        best = node
      }
    }
    return best
  }

  func contains(_ outer: Int, _ inner: Int) -> Bool {
    outer <= inner && tree.end(of: inner) <= tree.end(of: outer)
  }
}
