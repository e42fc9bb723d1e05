internal import NewsBlocks
internal import NewsBytes
internal import NewsHTML

/// A page as lines of text, with what is known of each, taken in one pass over the tree.
///
/// All that is asked of an element later is a sum over the lines in it, and its lines are a range.
struct PageOutline {
  /// A run of text that blocks or line breaks part from others.
  struct Line {
    /// The first text node, and one more than the last.
    var first: Int32
    var end: Int32
    /// The block element that it is directly in.
    var block: Int32
    /// What it is.
    var kind: Kind
    /// How long it is, in letters; a Chinese or Japanese character counts as two.
    var length: Int32 = 0
    /// How much of it are links.
    var linkLength: Int32 = 0
    /// How many links.
    var links: Int32 = 0
    /// Commas, full stops and the like.
    var stops: Int32 = 0
    /// Whether it ends as a sentence does.
    var endsSentence = false

    /// What of it is not in links.
    var plainLength: Int { Int(length - linkLength) }
  }

  /// What a line is, by the elements around it.
  enum Kind: UInt8 {
    case paragraph, heading, item, cell, quote, code, caption, plain
  }

  let tree: HTMLTree
  private(set) var lines: [Line] = []
  /// The number of the first line that begins at or after each node.
  private(set) var lineBefore: [Int32] = []
  /// What the names of each element say; nothing for texts.
  private(set) var hints: [ElementHint] = []
  /// Nodes that hold no text of the page at all: scripts, forms' fields, what is hidden.
  private(set) var excluded: [Bool] = []
  /// The letters of the page's title.
  private(set) var title: [UInt8] = []
  /// Which lines are the headline.
  private var titles: [Bool] = []

  /// What is read though its markup hides it.
  let shown: Set<Int>

  init(_ tree: HTMLTree, shown: Set<Int> = []) {
    self.tree = tree
    self.shown = shown
    lineBefore = Array(repeating: 0, count: tree.count + 1)
    hints = Array(repeating: [], count: tree.count)
    excluded = Array(repeating: false, count: tree.count)
    lines.reserveCapacity(tree.count / 8)
    for node in tree.nodes.indices where tree.nodes[node].tag == .title {
      title = Letters.of(tree, nodes: node..<tree.end(of: node))
      break
    }
    read()
    clearPaywalls()
    titles = title.count >= 8 ? lines.map(isTitle) : Array(repeating: false, count: lines.count)
  }

  /// The lines in an element.
  func lines(in node: Int) -> Range<Int> {
    Int(lineBefore[node])..<Int(lineBefore[tree.end(of: node)])
  }

  /// The characters of a line.
  func text(of index: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for node in Int(lines[index].first)..<Int(lines[index].end) where tree.nodes[node].tag == .text
    {
      bytes += tree.text(of: node)
    }
    return bytes
  }

  /// Whether an element is close within a quotation.
  func isInQuote(_ node: Int) -> Bool {
    var node = tree.parent(of: node)
    for _ in 0..<3 where node > 0 {
      if tree.nodes[node].tag == .blockquote { return true }
      node = tree.parent(of: node)
    }
    return false
  }

  /// Whether a line is the headline: the page's title has it, whole or up to the site's name.
  func isTitle(_ index: Int) -> Bool { titles[index] }

  private func isTitle(_ line: Line) -> Bool {
    guard line.length >= 8, line.length < 400 else { return false }
    let letters = Letters.of(tree, nodes: Int(line.first)..<Int(line.end), atMost: title.count)
    return letters.count >= 8 && letters.count * 3 >= title.count && letters.count <= title.count
      && title.contains(letters)
  }

  // MARK: - The pass

  private mutating func read() {
    // A local one: what is the outline's own would be retained for each question.
    let tree = tree
    let shown = shown
    var names = NamesMemory()
    func isHidden(_ node: Int) -> Bool {
      Hidden.isHidden(node, in: tree) && (shown.isEmpty || !shown.contains(node))
    }
    let count = tree.count
    var node = 0
    // The innermost block at hand, as a stack of blocks with their ends.
    var blocks: [(node: Int, end: Int, kind: Kind)] = [(0, count, .plain)]
    var linkEnd = 0
    var isOpen = false
    var breaks = 0
    tree.nodes.withUnsafeBufferPointer { nodes in
      while node < count {
        while blocks.count > 1, let last = blocks.last, last.end <= node {
          blocks.removeLast()
          isOpen = false
        }
        lineBefore[node] = Int32(lines.count)
        let entry = nodes[node]
        if entry.tag == .text {
          let block = blocks[blocks.count - 1]
          let measure = TextMeasure(tree.text(of: node))
          if measure.length > 0 {
            breaks = 0
            if !isOpen {
              lines.append(
                Line(
                  first: Int32(node), end: Int32(node + 1), block: Int32(block.node),
                  kind: block.kind))
              isOpen = true
            }
            add(measure, isLink: node < linkEnd, node: node)
          }
          node += 1
          continue
        }
        switch entry.tag {
        case .document, .html, .body, .main, .article, .section, .div, .header, .footer, .nav,
          .aside, .form, .fieldset, .center, .address, .hgroup, .details, .summary, .search, .table,
          .thead, .tbody, .tfoot, .tr, .ul, .ol, .dl, .menu, .dir, .figure, .legend, .dialog,
          .unknown:
          hints[node] = names.hint(of: node, in: tree)
          if excluded[node] || isHidden(node) {
            node = skip(node)
            continue
          }
          if entry.tag == .unknown {
            hints[node].formUnion(ElementHint.ofElement(node, in: tree))
            break
          }
          let kind = blocks[blocks.count - 1].kind
          blocks.append(
            (
              node, Int(entry.end),
              kind == .caption || kind == .quote || kind == .code ? kind : .plain
            ))
          isOpen = false
        case .p, .blockquote, .li, .dt, .dd, .td, .th, .h1, .h2, .h3, .h4, .h5, .h6, .pre,
          .figcaption, .caption:
          hints[node] = names.hint(of: node, in: tree)
          if isHidden(node) {
            node = skip(node)
            continue
          }
          blocks.append(
            (node, Int(entry.end), kind(of: entry.tag, in: blocks[blocks.count - 1].kind)))
          isOpen = false
        case .script, .style, .template, .svg, .canvas, .noscript, .head, .select, .textarea,
          .button, .iframe, .object, .embed, .video, .audio, .map, .datalist, .noframes, .applet,
          .annotation, .input, .meta, .link, .title, .rt, .rp:
          if entry.tag == .head || !shown.isEmpty && shown.contains(node) {
            node += 1
            continue
          }
          if entry.tag == .button { excluded[node] = true }
          node = pass(node)
          continue
        case .br:
          breaks += 1
          if breaks > 1 { isOpen = false }
          node += 1
          continue
        case .hr:
          isOpen = false
          node += 1
          continue
        case .a:
          hints[node] = names.hint(of: node, in: tree)
          if isHidden(node) {
            node = skip(node)
            continue
          }
          // A link within the page is none that leads away from it.
          if node >= linkEnd, let target = tree.value(.href, of: node),
            target.first != UInt8(ascii: "#")
          {
            linkEnd = Int(entry.end)
            if isOpen { lines[lines.count - 1].links += 1 }
          }
        default:
          if entry.count > 0 {
            hints[node] = names.hint(of: node, in: tree)
            if isHidden(node) {
              node = skip(node)
              continue
            }
          }
        }
        node += 1
      }
    }
    lineBefore[count] = Int32(lines.count)
  }

  private mutating func skip(_ node: Int) -> Int {
    excluded[node] = true
    return pass(node)
  }

  /// Goes by an element whose text is none of the page's.
  private mutating func pass(_ node: Int) -> Int {
    let end = tree.end(of: node)
    for index in node..<end { lineBefore[index] = Int32(lines.count) }
    return end
  }

  /// `paywall` names what is read behind one as often as the offer in front of it: where a fair part
  /// of the page is called so it is the text.
  private mutating func clearPaywalls() {
    var walls: [Int] = []
    var inside = 0
    var end = 0
    for node in hints.indices where hints[node].contains(.offer) {
      guard let names = tree.value(.class, of: node), ClassTokens.contains(names, "paywall") else {
        continue
      }
      walls.append(node)
      guard node >= end else { continue }
      end = tree.end(of: node)
      for line in lines(in: node) { inside += lines[line].plainLength }
    }
    guard !walls.isEmpty else { return }
    let all = lines.reduce(0) { $0 + $1.plainLength }
    guard inside * 100 > all * ExtractionWeights.paywalledPart else { return }
    for wall in walls { hints[wall].remove(.offer) }
  }

  private func kind(of tag: HTMLTag, in outer: Kind) -> Kind {
    switch tag {
    case .p:
      outer == .quote || outer == .caption || outer == .item || outer == .cell || outer == .code
        ? outer : .paragraph
    case .blockquote: .quote
    case .li, .dt, .dd: .item
    case .td, .th: .cell
    case .pre: .code
    case .figcaption, .caption: .caption
    default: .heading
    }
  }

  private mutating func add(_ measure: TextMeasure, isLink: Bool, node: Int) {
    let last = lines.count - 1
    lines[last].end = Int32(node + 1)
    lines[last].length += Int32(measure.length)
    lines[last].stops += Int32(measure.stops)
    lines[last].endsSentence = measure.endsSentence
    if isLink {
      lines[last].linkLength += Int32(measure.length)
      lines[last].links = max(lines[last].links, 1)
    }
  }
}
