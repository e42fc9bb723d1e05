internal import NewsMarkup

/// Where the article is in a page.
struct ArticleExtractor {
  /// The nodes that hold it, in order.
  private(set) var roots: [Int]
  /// What of them does not belong to it, by node.
  private(set) var excluded: [Bool]
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
  var body: Int { roots.last ?? HTMLTree.root }

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
    pruner.dropAnnouncements()
    pruner.trimStart()
    pruner.trimEnd()
    pruner.dropEmptyHeadings()
    roots = pruner.leads() + [container]
    excluded = pruner.excluded
    guard pruner.length < Self.enough else { return }

    // A short page, or one whose names mislead: what is left of it without navigation and the like,
    // if that is a good deal more.
    let page = tree.first(.body) ?? HTMLTree.root
    var whole = BodyPruner(finder, container: page)
    whole.undo()
    if whole.length < Self.enough {
      roots = [page]
      excluded = whole.excluded
      return
    }
    for root in [finder.mostText(), page] {
      var wider = BodyPruner(finder, container: root)
      wider.dropLinkLists()
      if wider.length > pruner.length * 3 / 2 + 20 {
        roots = [root]
        excluded = wider.excluded
        if wider.length >= Self.enough || root == page { return }
      }
    }
  }
}
