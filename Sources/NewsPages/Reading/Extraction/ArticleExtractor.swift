internal import NewsHTML

/// Where the article is in a page.
///
/// Two finders that share no heuristics judge the page: rules over names and weights (``BodyFinder``,
/// ``BodyPruner``), and what was learned of lines (``LineModel``). ``ChosenLines`` decides between
/// them line by line; where they disagree and the page's own data does not settle it, the result is
/// doubtful.
struct ArticleExtractor {
  /// The nodes that hold it, in order.
  private(set) var roots: [Int] = [HTMLTree.root]
  /// What of them does not belong to it, by node.
  private(set) var excluded: [Bool] = []
  /// The element that holds the body.
  private(set) var body = HTMLTree.root
  /// The same by the rules alone, whose beginning is the surer one: what stands above it is where
  /// dates and authors are looked for.
  private(set) var ruledBody = HTMLTree.root
  private(set) var ruledExcluded: [Bool] = []
  /// Why a reader should look at the result; `nil` where nothing speaks against it.
  private(set) var doubt: Doubt?
  /// Why each line that is not in the article is not.
  private(set) var reasons: [RemovalRule] = []
  /// What can be counted of each line.
  private(set) var features: LineFeatures?
  /// Elements that are captions by their place.
  private(set) var captions: Set<Int> = []
  /// The page as lines; without the others where it is a page of several articles.
  let outline: PageOutline
  /// The articles of a page of several.
  let several: SeveralArticles?

  /// What each of the two rule-bound finders found, whatever became of it.
  private var byText = HTMLTree.root
  private var byName = HTMLTree.root

  /// What speaks against a result.
  enum Doubt {
    /// Less came out than is likely the article's, or more; the expected F1 in hundredths.
    case unlikely(Int)
    /// Fewer letters came out than the page's own data says.
    case short(found: Int, declared: Int)
    /// No element stood out: so many letters were left out, of so many.
    case nothingFound(left: Int, all: Int)
    /// So few letters came out, of a page that shows more by scripts or in a frame.
    case little(Int)
    /// The page has so many articles, and its title is none of theirs.
    case several(Int)
  }

  /// Finds the article.
  ///
  /// - Parameters:
  ///   - declared: the text that the page's own data has, if any.
  ///   - furniture: what repeats on other pages of the host, if that is known.
  ///   - isWhole: whether all of the page will be taken, however many articles it has.
  init(
    _ tree: HTMLTree, declared: String? = nil, furniture: SiteFurniture? = nil,
    isWhole: Bool = false
  ) {
    let page = PageOutline(tree, shown: ShownByScript(tree).nodes)
    var finder = BodyFinder(page)
    several = isWhole ? nil : SeveralArticles(finder)
    if let several {
      let own = several.removed(from: tree)
      outline = PageOutline(own, shown: ShownByScript(own).nodes)
      finder = BodyFinder(outline)
    } else {
      outline = page
    }
    finder.dropBoilerplate()
    let loss = applyRules(finder)
    ruledBody = body
    ruledExcluded = excluded
    let kept = keptLines
    let features = lineFeatures(declared: declared)
    self.features = features
    let scores = LineModel.trained.judgements(of: features.values, width: LineFeatures.count)
    var chosen = ChosenLines(outline, scores: scores, kept: kept, reasons: reasons)
    if let declared, let whole = declaredLines(declared, besides: chosen, scores) { chosen = whole }
    let keptLength = outline.lines.indices.reduce(0) {
      $0 + (kept[$1] ? Int(outline.lines[$1].length) : 0)
    }
    let isEnough =
      chosen.length >= min(ExtractionWeights.enoughText, keptLength)
      || chosen.isShortArticle(besides: kept)
    if isEnough, chosen.length > 0, chosen.root() != nil {
      let words = takeOut(&chosen, furniture)
      let root = chosen.root() ?? outline.tree.first(.body) ?? HTMLTree.root
      excluded = chosen.excluded(in: root, rules: excluded)
      roots = [root]
      body = root
      for index in reasons.indices {
        if chosen.isChosen[index] {
          reasons[index] = .none
        } else if let rule = words[index] {
          reasons[index] = rule
        } else if kept[index]
          || reasons[index] == .none
            && (root..<outline.tree.end(of: root)).contains(Int(outline.lines[index].first))
        {
          reasons[index] = .judged
        }
      }
      weigh(chosen.isChosen, scores, declared)
      if doubt == nil { weigh(chosen.isChosen, kept: kept, besides: loss) }
    } else {
      doubt = loss
      dropNeverArticle()
      if doubt == nil { weigh(keptLines, scores, declared) }
    }
    if doubt == nil, chosen.length < ExtractionWeights.shortArticle || chosen.root() == nil {
      weighLittle()
    }
    if doubt == nil, let several, several.headline != nil {
      doubt = .several(several.others.count + 1)
    }
  }

  // MARK: - Rules

  /// What the rules find, and whether they are sure of it.
  private mutating func applyRules(_ finder: BodyFinder) -> Doubt? {
    let container = finder.container()
    byText = finder.byText()
    byName = finder.byName() ?? byText
    var pruner = BodyPruner(finder, container: container)
    pruner.prune()
    roots = pruner.leads() + [container]
    excluded = pruner.excluded
    reasons = pruner.reasons
    body = container
    guard pruner.length < ExtractionWeights.enoughText else {
      join(finder.continuations(of: container), finder)
      return nil
    }

    // A short page, or one whose names mislead: what is left of it without navigation and the like,
    // if that is a good deal more.
    let page = outline.tree.first(.body) ?? HTMLTree.root
    var whole = BodyPruner(finder, container: page)
    whole.undo()
    if whole.length < ExtractionWeights.enoughText {
      roots = [page]
      body = page
      excluded = whole.excluded
      reasons = whole.reasons
      dropNeverArticle()
      return nil
    }
    for root in [finder.mostText(), page] {
      var wider = BodyPruner(finder, container: root)
      wider.dropLinkLists()
      if wider.length > pruner.length * 3 / 2 + 20 {
        roots = [root]
        body = root
        excluded = wider.excluded
        reasons = wider.reasons
        if wider.length >= ExtractionWeights.enoughText || root == page { break }
      }
    }
    return loss(finder)
  }

  /// Adds parts of the article that lie apart from the first.
  private mutating func join(_ parts: [Int], _ finder: BodyFinder) {
    for part in parts {
      var pruner = BodyPruner(finder, container: part)
      pruner.prune(isPart: true)
      guard pruner.length > 0 else { continue }
      for node in part..<outline.tree.end(of: part) { excluded[node] = pruner.excluded[node] }
      roots.append(part)
    }
    // Leads stand above, parts may stand on either side.
    roots.sort()
  }

  /// Counts what of the text in the running is not taken.
  private func loss(_ finder: BodyFinder) -> Doubt? {
    var all = 0
    for (index, line) in outline.lines.enumerated() where finder.alive[index] {
      all += line.plainLength
    }
    var kept = 0
    for (index, isKept) in keptLines.enumerated() where isKept {
      kept += outline.lines[index].plainLength
    }
    let left = all - kept
    return left > ExtractionWeights.enoughText && left * 20 > all
      ? .nothingFound(left: left, all: all) : nil
  }

  /// Where nothing stands out, navigation and notices of copyright are no article either.
  private mutating func dropNeverArticle() {
    for root in roots {
      var node = root
      while node < outline.tree.end(of: root) {
        switch outline.tree.nodes[node].tag {
        case .nav, .footer, .menu:
          excluded[node] = true
          for line in outline.lines(in: node) { reasons[line] = .names }
          node = max(outline.tree.end(of: node), node + 1)
        default: node += 1
        }
      }
    }
    for (index, isKept) in keptLines.enumerated() where isKept {
      let line = outline.lines[index]
      guard RightsNotice.begins(outline.tree.text(of: Int(line.first))), line.length < 200 else {
        continue
      }
      reasons[index] = .rights
      for node in Int(line.first)..<Int(line.end) where outline.tree.nodes[node].tag == .text {
        excluded[node] = true
      }
    }
  }

  /// Takes out what only words and places give away, and finds captions; tells why each line went.
  private mutating func takeOut(_ chosen: inout ChosenLines, _ furniture: SiteFurniture?)
    -> [Int: RemovalRule]
  {
    let boundaries = BoundaryRules(chosen)
    var reasons = boundaries.reasons
    chosen = boundaries.chosen
    for (index, repeats) in (furniture?.lines(of: outline) ?? []).enumerated()
    where repeats && chosen.isChosen[index] {
      chosen.remove(index)
      reasons[index] = .furniture
    }
    let pictures = PictureLines(chosen)
    captions = pictures.captions
    for index in pictures.counters {
      chosen.remove(index)
      reasons[index] = .counter
    }
    return reasons
  }

  // MARK: - Witnesses

  /// The lines that the page's own data has, where it has much more than was chosen.
  private func declaredLines(
    _ declared: String, besides chosen: ChosenLines, _ scores: [Int]
  ) -> ChosenLines? {
    let letters = Letters.of(declared)
    guard letters.count >= ExtractionWeights.enoughText,
      chosen.length * ExtractionWeights.declaredTimes < letters.count
    else { return nil }
    let lines = linesOf(letters)
    let found = ChosenLines(outline, scores: scores, chosen: lines)
    return found.length * 100 >= letters.count * ExtractionWeights.declaredShown ? found : nil
  }

  /// Whether what was chosen is likely all of the article and nothing else.
  private mutating func weigh(_ isChosen: [Bool], _ scores: [Int], _ declared: String?) {
    var taken = 0
    var left = 0
    for (index, line) in outline.lines.enumerated() {
      if isChosen[index] { taken += Int(line.length) } else { left += line.plainLength }
    }
    if let declared {
      let count = Letters.of(declared).count
      if count >= ExtractionWeights.enoughText, taken * ExtractionWeights.declaredTimes < count {
        doubt = .short(found: taken, declared: count)
        return
      }
    }
    // A few lines are too little to judge by.
    guard left >= ExtractionWeights.enoughText,
      left + taken > 2 * ExtractionWeights.enoughText
    else { return }
    let likely = ChosenLines.expected(outline, scores, isChosen)
    if likely < ExtractionWeights.doubtBelow { doubt = .unlikely(likely) }
  }

  /// Whether there is less than an article has, and what may show the rest.
  private mutating func weighLittle() {
    let kept = keptLines
    let length = outline.lines.indices.reduce(0) {
      $0 + (kept[$1] ? outline.lines[$1].plainLength : 0)
    }
    let tree = outline.tree
    guard length < ExtractionWeights.shortArticle,
      tree.nodes.contains(where: { $0.tag == .iframe || $0.tag == .script }),
      !tree.nodes.indices.contains(where: { isPicture($0) })
    else { return }
    doubt = .little(length)
  }

  /// Whether a node is a picture or player of the article: that may be all there is.
  private func isPicture(_ node: Int) -> Bool {
    switch outline.tree.nodes[node].tag {
    case .img, .video, .audio, .picture:
      !excluded[node] && roots.contains { $0 <= node && node < outline.tree.end(of: $0) }
    default: false
    }
  }

  /// Whether a fair part was left out though the rules found nothing, or had kept it.
  private mutating func weigh(_ isChosen: [Bool], kept: [Bool], besides loss: Doubt?) {
    var left = 0
    var judged = 0
    var all = 0
    for (index, line) in outline.lines.enumerated() {
      all += line.plainLength
      guard !isChosen[index] else { continue }
      left += line.plainLength
      if kept[index], reasons[index] == .judged { judged += line.plainLength }
    }
    let counted = loss == nil ? judged : left
    if counted > ExtractionWeights.enoughText, counted * 100 > all * ExtractionWeights.fairPart {
      doubt = .nothingFound(left: counted, all: all)
    }
  }

  // MARK: - Lines

  /// Which lines become text.
  private var keptLines: [Bool] {
    var kept = Array(repeating: false, count: outline.lines.count)
    var index = 0
    for root in roots.sorted() {
      var node = root
      let end = outline.tree.end(of: root)
      while node < end {
        if excluded[node] {
          node = max(outline.tree.end(of: node), node + 1)
          continue
        }
        if outline.tree.nodes[node].tag == .text {
          while index < kept.count, Int(outline.lines[index].end) <= node { index += 1 }
          if index < kept.count, Int(outline.lines[index].first) <= node { kept[index] = true }
        }
        node += 1
      }
    }
    return kept
  }

  /// What can be counted of each line, given the text that the page's data has, if any.
  private func lineFeatures(declared: String?) -> LineFeatures {
    LineFeatures(
      outline,
      found: LineFeatures.Found(
        byText: byText, byName: byName, container: body, kept: keptLines,
        declared: declared.map { linesOf(Letters.of($0)) } ?? []))
  }

  /// Which lines are in a text, given by its letters.
  private func linesOf(_ letters: [UInt8]) -> [Bool] {
    let shingles = Shingles(letters)
    return outline.lines.map { line in
      shingles.share(of: Letters.of(outline.tree, nodes: Int(line.first)..<Int(line.end)))
        .map { $0 >= 600 } ?? false
    }
  }
}
