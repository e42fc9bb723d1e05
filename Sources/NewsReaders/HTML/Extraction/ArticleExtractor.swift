internal import NewsMarkup

/// Where the article is in a page.
struct ArticleExtractor {
  /// The nodes that hold it, in order.
  private(set) var roots: [Int]
  /// What of them does not belong to it, by node.
  private(set) var excluded: [Bool]

  init(_ tree: HTMLTree) {
    let outline = PageOutline(tree)
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
  }
}
