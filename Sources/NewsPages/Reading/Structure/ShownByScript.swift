internal import NewsBlocks
internal import NewsHTML

/// What a page's markup hides and a reader sees all the same, because a script shows it: a whole
/// page until it is ready, what stands behind 'read more', the article in a `noscript`, the shadow
/// trees that elements are declared with.
struct ShownByScript {
  /// The elements that are read though their markup hides them.
  private(set) var nodes: Set<Int> = []

  /// So much running text, in letters, is more than a notice.
  private static let muchText = 200
  /// A page that shows less has not shown its article yet.
  private static let littleText = 400
  /// So much behind a control is worth being read.
  private static let someText = 60

  init() {}

  /// Looks through a page.
  init(_ tree: HTMLTree) {
    nodes = Self.shadowRoots(in: tree)
    let hidden = Self.hidden(in: tree)
    guard hidden.contains(where: { Self.mayHoldText($0, in: tree) }) else { return }
    let text = RunningText(tree)
    var visible = text.count(in: HTMLTree.root)
    var end = 0
    for node in hidden where node >= end {
      visible -= text.count(in: node)
      end = tree.end(of: node)
    }
    var controlled: Set<ArraySlice<UInt8>>?
    // What asks for consent lies over the page until a script takes it away.
    lazy var besidesConsent = visible - Self.consent(in: tree, text, besides: hidden)
    for node in hidden {
      let own = text.count(in: node)
      guard own >= Self.someText else { continue }
      let isNoscript = tree.nodes[node].tag == .noscript || tree.nodes[node].tag == .button
      let names = Self.names(of: node, in: tree)
      guard names.isDisjoint(with: [.consent, .navigation, .comments, .share, .overlay, .offer])
      else { continue }
      if own >= Self.muchText,
        Self.isMost(own, of: visible) || Self.isMost(own, of: besidesConsent)
      {
        nodes.insert(node)
        continue
      }
      guard !isNoscript else { continue }
      if controlled == nil { controlled = Self.controlled(in: tree) }
      let isControlled =
        tree.value(.id, of: node).map { controlled?.contains($0) ?? false } ?? false
      if isControlled || Self.isDisclosed(node, in: tree),
        text.links(in: node) * 3 < own, !Self.isBesideText(node, in: tree)
      {
        nodes.insert(node)
      }
    }
  }

  /// Whether an element has bytes enough for text that is worth being read.
  private static func mayHoldText(_ node: Int, in tree: HTMLTree) -> Bool {
    var count = 0
    for index in node..<tree.end(of: node) where tree.nodes[index].tag == .text {
      let own = Int(tree.nodes[index].count)
      if own >= RunningText.shortest { count += own }
      if count >= someText { return true }
    }
    return false
  }

  /// Whether so much that is hidden is what the page is for, beside what it shows.
  private static func isMost(_ own: Int, of visible: Int) -> Bool {
    own > visible * 4 || visible < littleText && own > visible * 2
  }

  /// How much running text stands in questions for consent that are not hidden.
  private static func consent(in tree: HTMLTree, _ text: RunningText, besides hidden: [Int]) -> Int
  {
    let hidden = Set(hidden)
    var sum = 0
    var node = 0
    while node < tree.count {
      let entry = tree.nodes[node]
      if entry.tag.rawValue > HTMLTag.rawText.rawValue, entry.tag != .body, entry.tag != .html {
        if hidden.contains(node) {
          node = max(tree.end(of: node), node + 1)
          continue
        }
        if entry.count > 0, ElementHint.named(node, in: tree).contains(.consent) {
          sum += text.count(in: node)
          node = max(tree.end(of: node), node + 1)
          continue
        }
      }
      node += 1
    }
    return sum
  }

  /// Templates that are the shadow tree of the element they are in, and so are shown, with running text
  /// in them: most draw a button or a frame around what stands beside them.
  private static func shadowRoots(in tree: HTMLTree) -> Set<Int> {
    var roots: Set<Int> = []
    for node in tree.nodes.indices where tree.nodes[node].tag == .template {
      guard tree.attributes(of: node).contains(where: { tree.name(at: $0) == "shadowrootmode" })
      else { continue }
      var length = 0
      for index in node..<tree.end(of: node)
      where tree.nodes[index].tag == .text && tree.nodes[index].count >= RunningText.shortest {
        length += TextMeasure(tree.text(of: index)).length
        if length >= muchText { break }
      }
      if length >= muchText { roots.insert(node) }
    }
    return roots
  }

  /// The elements that no browser shows without a script, those within others among them.
  private static func hidden(in tree: HTMLTree) -> [Int] {
    var nodes: [Int] = []
    for node in tree.nodes.indices {
      let entry = tree.nodes[node]
      guard entry.tag.rawValue > HTMLTag.rawText.rawValue, Int(entry.end) > node + 1 else {
        continue
      }
      switch entry.tag {
      case .noscript, .button: if Int(entry.end) > node + 4 { nodes.append(node) }
      case .script, .style, .template, .svg: continue
      default: if entry.count > 0, Hidden.isHidden(node, in: tree) { nodes.append(node) }
      }
    }
    return nodes
  }

  /// What the names of an element and of those close around it say.
  private static func names(of node: Int, in tree: HTMLTree) -> ElementHint {
    var hint: ElementHint = []
    var node = node
    for _ in 0..<4 where node > 0 {
      switch tree.nodes[node].tag {
      case .nav, .menu: hint.insert(.navigation)
      case .dialog: hint.insert(.overlay)
      case .form: hint.insert(.offer)
      case .body, .html, .main, .article: return hint
      default: break
      }
      hint.formUnion(ElementHint.named(node, in: tree))
      node = tree.parent(of: node)
    }
    return hint
  }

  /// The names of what buttons and tabs show.
  private static func controlled(in tree: HTMLTree) -> Set<ArraySlice<UInt8>> {
    var names: Set<ArraySlice<UInt8>> = []
    for node in tree.nodes.indices where tree.nodes[node].count > 0 {
      for index in tree.attributes(of: node) where tree.attributes[index].name == .other {
        switch tree.name(at: index) {
        case "aria-controls": names.insert(tree.value(at: index))
        case "data-target", "data-bs-target": names.insert(tree.value(at: index).dropFirst())
        default: continue
        }
      }
    }
    return names
  }

  /// Whether the names of an element, or of the one it is in, say that it opens.
  private static func isDisclosed(_ node: Int, in tree: HTMLTree) -> Bool {
    var node = node
    for _ in 0..<3 where node > 0 {
      if ElementHint.named(node, in: tree).contains(.disclosure) { return true }
      node = tree.parent(of: node)
    }
    return false
  }

  /// Whether an element stands in what is never the article's.
  private static func isBesideText(_ node: Int, in tree: HTMLTree) -> Bool {
    var node = tree.parent(of: node)
    for _ in 0..<64 where node > 0 {
      switch tree.nodes[node].tag {
      case .nav, .footer, .header, .aside, .form, .dialog, .menu, .noscript, .template: return true
      default: node = tree.parent(of: node)
      }
    }
    return false
  }
}

/// How much running text the elements of a page have, and how much of it are links.
private struct RunningText {
  private let tree: HTMLTree
  private var sums: [Int] = [0]
  private var linkSums: [Int] = [0]
  /// A shorter text is a label.
  static let shortest = 20

  init(_ tree: HTMLTree) {
    self.tree = tree
    sums.reserveCapacity(tree.count + 1)
    linkSums.reserveCapacity(tree.count + 1)
    var linkEnd = 0
    var skipEnd = 0
    for node in tree.nodes.indices {
      var length = 0
      switch tree.nodes[node].tag {
      case .a: linkEnd = max(linkEnd, tree.end(of: node))
      case .script, .style, .template, .select, .textarea, .svg:
        skipEnd = max(skipEnd, tree.end(of: node))
      case .text where node >= skipEnd && tree.nodes[node].count >= Self.shortest:
        length = TextMeasure(tree.text(of: node)).length
        if length < Self.shortest { length = 0 }
      default: break
      }
      sums.append(sums[node] + (node < linkEnd ? 0 : length))
      linkSums.append(linkSums[node] + (node < linkEnd ? length : 0))
    }
  }

  func count(in node: Int) -> Int { sums[tree.end(of: node)] - sums[node] }
  func links(in node: Int) -> Int { linkSums[tree.end(of: node)] - linkSums[node] }
}
