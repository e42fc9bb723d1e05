internal import NewsHTML

/// Where the article is in a page.
struct ArticleExtractor {
  /// The nodes that hold it, in order.
  private(set) var roots: [Int]
  /// What of them does not belong to it, by node.
  private(set) var excluded: [Bool]
  /// Where no article was found for sure: how many letters of the page's text, navigation and the
  /// like not counted, were left out, of how many.
  private(set) var loss: (left: Int, all: Int)?
  /// The page as lines.
  let outline: PageOutline
  /// Elements that are captions by their names.
  var captions: Set<Int> {
    var found: Set<Int> = []
    for root in roots {
      for node in root..<outline.tree.end(of: root)
      where outline.hints[node].contains(.caption) && outline.hints[node].isDisjoint(with: .body) {
        switch outline.tree.nodes[node].tag {
        case .div, .p, .span, .small, .cite, .em, .dd, .section:
          let length = outline.lines(in: node).reduce(0) { $0 + Int(outline.lines[$1].length) }
          if length <= 500, outline.tree.end(of: node) - node < 60 { found.insert(node) }
        default: break
        }
      }
    }
    return found
  }

  /// The element that holds the body.
  private(set) var body = HTMLTree.root

  /// With less text than this, another way is tried.
  private static let enough = 200

  init(_ tree: HTMLTree) {
    outline = PageOutline(tree)
    var finder = BodyFinder(outline)
    finder.dropBoilerplate()
    let container = finder.container()
    var pruner = BodyPruner(finder, container: container)
    pruner.dropNamed()
    pruner.dropLinkLists()
    pruner.dropPromotions()
    pruner.dropAnnouncements()
    pruner.dropAnnouncingHeadings()
    pruner.trimStart()
    pruner.dropRights()
    pruner.trimEnd()
    pruner.dropEmptyHeadings()
    roots = pruner.leads() + [container]
    excluded = pruner.excluded
    body = container
    guard pruner.length < Self.enough else {
      join(finder.continuations(of: container), finder)
      return
    }
    defer { tellLoss(finder) }

    // A short page, or one whose names mislead: what is left of it without navigation and the like,
    // if that is a good deal more.
    let page = tree.first(.body) ?? HTMLTree.root
    var whole = BodyPruner(finder, container: page)
    whole.undo()
    if whole.length < Self.enough {
      roots = [page]
      body = page
      excluded = whole.excluded
      return
    }
    for root in [finder.mostText(), page] {
      var wider = BodyPruner(finder, container: root)
      wider.dropLinkLists()
      if wider.length > pruner.length * 3 / 2 + 20 {
        roots = [root]
        body = root
        excluded = wider.excluded
        if wider.length >= Self.enough || root == page { return }
      }
    }
  }

  /// Adds parts of the article that lie apart from the first.
  private mutating func join(_ parts: [Int], _ finder: BodyFinder) {
    for part in parts {
      var pruner = BodyPruner(finder, container: part)
      pruner.dropNamed()
      pruner.dropLinkLists()
      pruner.dropAnnouncements()
      guard pruner.length > 0 else { continue }
      for node in part..<outline.tree.end(of: part) { excluded[node] = pruner.excluded[node] }
      roots.append(part)
    }
    // Leads stand above, parts may stand on either side.
    roots.sort()
  }

  /// Counts what of the text in the running is not taken.
  private mutating func tellLoss(_ finder: BodyFinder) {
    var all = 0
    for (index, line) in outline.lines.enumerated() where finder.alive[index] {
      all += line.plainLength
    }
    var kept = 0
    for root in roots {
      var node = root
      while node < outline.tree.end(of: root) {
        if excluded[node] {
          node = max(outline.tree.end(of: node), node + 1)
          continue
        }
        if outline.tree.nodes[node].tag == .text {
          kept += TextMeasure(outline.tree.text(of: node)).length
        }
        node += 1
      }
    }
    let left = all - kept
    if left > Self.enough, left * 20 > all { loss = (left, all) }
  }
}
