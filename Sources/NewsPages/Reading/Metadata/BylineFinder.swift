internal import NewsBlocks
internal import NewsConventions
internal import NewsHTML

/// Lines that name who wrote an article, as readers see them.
struct BylineFinder {
  let outline: PageOutline
  let body: Int
  private let head: Range<Int>
  private let headNodes: Range<Int>
  private var tree: HTMLTree { outline.tree }

  init(outline: PageOutline, body: Int, excluded: [Bool] = []) {
    self.outline = outline
    self.body = body
    let article = ArticleHead(outline: outline, body: body, excluded: excluded)
    // Some pages name the author above the headline.
    let first = max(0, (article.headline ?? article.text - 12) - 2)
    head = first..<max(first, min(article.text, outline.lines.count))
    headNodes =
      head.isEmpty
      ? 0..<0
      : Int(outline.lines[head.lowerBound].block)..<Int(outline.lines[head.upperBound - 1].end)
  }

  /// The surest line, and the names in it.
  func find() -> BylineText? {
    for candidate in marked() {
      if let text = BylineText(in: candidate.node, of: tree, isLoose: candidate.isSure) {
        return joined(text, candidate)
      }
    }
    return inText()
  }

  // MARK: - Elements

  /// An element whose names or links say that it is of the author.
  private struct Candidate {
    var node: Int
    /// The smaller, the surer.
    var rank: Int
    /// Whether the page says so to machines.
    var isSure: Bool
    var distance: Int
  }

  /// The elements, the surest first.
  private func marked() -> [Candidate] {
    var found: [Candidate] = []
    for node in tree.nodes.indices {
      let entry = tree.nodes[node]
      guard entry.tag.rawValue > HTMLTag.rawText.rawValue, entry.tag != .meta,
        !outline.excluded[node], tree.end(of: node) - node <= 80
      else { continue }
      let isInHead = headNodes.contains(node)
      let isSure = isAuthorLink(node)
      guard
        isSure || outline.hints[node].contains(.author) || BylineNames.isAuthor(node, tree)
          || isInHead && entry.tag == .a && BylineNames.isAuthorPage(node, tree),
        !BylineNames.isCredit(node, tree), !BylineNames.isRelated(node, tree),
        isOwn(node, isInHead: isInHead)
      else { continue }
      var rank = isSure ? 0 : BylineNames.isName(node, tree) ? 1 : 2
      if BylineNames.isRole(node, tree) { rank += 2 }
      if !isInHead { rank += 4 }
      found.append(
        Candidate(node: node, rank: rank, isSure: isSure, distance: abs(node - body)))
    }
    return found.sorted { ($0.rank, $0.distance) < ($1.rank, $1.distance) }
  }

  private func isAuthorLink(_ node: Int) -> Bool {
    for index in tree.attributes(of: node) {
      switch tree.attributes[index].name {
      case .rel, .itemprop:
        if ClassTokens.contains(tree.value(at: index), "author") { return true }
      default: break
      }
    }
    return false
  }

  /// Whether an element is not of comments, other articles, or what surrounds all pages of a site.
  private func isOwn(_ node: Int, isInHead: Bool) -> Bool {
    var node = node
    for _ in 0..<8 where node > 0 {
      // What holds the article as well says how the page is laid out.
      if node <= body, tree.end(of: node) > body { return true }
      let hint = outline.hints[node]
      if !hint.isDisjoint(with: [.comments, .related, .navigation]) || tree.nodes[node].tag == .nav
      {
        return false
      }
      let isAside =
        !hint.isDisjoint(with: [.footer, .side, .header, .advertising, .teaser])
        || tree.nodes[node].tag == .footer || tree.nodes[node].tag == .aside
      // A small one may be the box about the author.
      if !isInHead, isAside, tree.end(of: node) - node > 100 { return false }
      node = tree.parent(of: node)
    }
    return true
  }

  /// The names, with those of elements of the same kind beside it.
  private func joined(_ text: BylineText, _ candidate: Candidate) -> BylineText {
    let node = candidate.node
    let parent = tree.parent(of: node)
    guard parent >= 0, tree.nodes[node].tag != .div else { return text }
    var all: BylineText?
    var next = parent + 1
    while next < tree.end(of: parent), all?.names.count ?? 0 < 12 {
      if next == node {
        text.names.forEach { all?.add($0) }
        all = all ?? text
      } else if tree.nodes[next].tag == tree.nodes[node].tag,
        tree.value(.class, of: next) == tree.value(.class, of: node),
        isAuthorLink(next) == candidate.isSure,
        // Without a class all elements are of one kind.
        candidate.isSure || tree.has(.class, next) || tree.nodes[next].tag == .a
          || BylineNames.isAuthor(next, tree),
        candidate.isSure || tree.nodes[next].tag != .a || BylineNames.isAuthorPage(next, tree),
        let more = BylineText(in: next, of: tree, isLoose: false), more.names.count == 1
      {
        all?.add(more.names[0])
        all = all ?? more
      }
      next = max(tree.end(of: next), next + 1)
    }
    return all ?? text
  }

  // MARK: - Lines

  /// Short lines near the headline or the ends of the body that begin as bylines do.
  private func inText() -> BylineText? {
    let lines = outline.lines(in: body)
    let above = Array(max(0, lines.lowerBound - 20)..<min(lines.upperBound, lines.lowerBound + 6))
    let below =
      Array(max(lines.lowerBound, lines.upperBound - 4)..<lines.upperBound)
      + Array(lines.upperBound..<min(outline.lines.count, lines.upperBound + 3))
    let near = above + below.filter { !above.contains($0) }
    for index in near {
      let line = outline.lines[index]
      guard line.length >= 5, line.length <= 90 else { continue }
      let string = PlainText.collapsed(String(decoding: outline.text(of: index), as: UTF8.self))
      // In the text, sentences begin so too.
      if line.endsSentence, !string.hasSuffix("\u{3002}"), string.contains(" ") { continue }
      guard isNoNote(Int(line.block)) else { continue }
      if AuthorName.withoutPrefix(string) != string, namesOnly(string),
        line.kind != .heading || string.lowercased().contains(" by "),
        let text = BylineText(
          nodes: Int(line.first)..<Int(line.end), of: tree, isLoose: false)
      {
        return text
      }
      if line.kind != .heading, let names = LabelledLine.authors(string) {
        return BylineText(names: names, text: names.joined(separator: ", "))
      }
    }
    let names = ChineseByline.names(of: outline, near: near, body: body)
    return names.isEmpty ? nil : BylineText(names: names, text: names.joined(separator: "、"))
  }

  /// Whether what follows the first word of a line are names: all words but small ones have capitals.
  private func namesOnly(_ line: String) -> Bool {
    let words = AuthorName.withoutPrefix(line).split(separator: " ")
    guard let first = words.first?.first, words.count <= 12 else { return !line.contains(" ") }
    guard first.isUppercase || !first.isCased || first == "@" else { return false }
    let small = words.filter { $0.first?.isLowercase ?? false }.count
    return small * 2 <= words.count
  }

  /// Whether an element is neither a note, a caption nor an item of a list.
  private func isNoNote(_ block: Int) -> Bool {
    var node = block
    for _ in 0..<6 where node > 0 {
      switch tree.nodes[node].tag {
      case .li, .figcaption, .figure, .caption, .blockquote, .td: return false
      case .article, .main, .body: return true
      default: break
      }
      if outline.hints[node].contains(.caption) { return false }
      if let names = tree.value(.class, of: node),
        ClassTokens.contains(names, "footnotes") || ClassTokens.contains(names, "footnote")
      {
        return false
      }
      node = tree.parent(of: node)
    }
    return true
  }
}
