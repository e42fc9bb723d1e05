internal import NewsBlocks
internal import NewsHTML
internal import NewsModel

extension ArticleExtractor {
  /// Notes what was left out, by rule, with its place and its first words, and warns where the
  /// result is doubtful.
  func report(_ diagnostics: inout Diagnostics) {
    var index = diagnostics.keepsNotes ? 0 : outline.lines.count
    let chosen = Set(roots)
    while index < outline.lines.count {
      let rule = reasons[index]
      let start = index
      var letters = 0
      repeat {
        letters += Int(outline.lines[index].length)
        index += 1
      } while index < outline.lines.count && reasons[index] == rule
        && isIn(chosen, index) == isIn(chosen, start)
      guard rule != .none || !isIn(chosen, start) else { continue }
      diagnostics.note(
        .extractionRemoved,
        "left out, \(rule.description): \(letters) letters in \(place(of: start)), "
          + "beginning '\(firstWords(of: start))'")
    }
    for headline in several?.others ?? [] {
      diagnostics.note(
        .extractionRemoved, "left out, \(RemovalRule.nextArticle.description): '\(headline)'")
    }
    switch doubt {
    case .unlikely(let expected)?:
      diagnostics.warn(
        .extractionDoubtful,
        "the article may be incomplete, or more than the article (the finders expect \(expected) "
          + "of 100); -v lists what was left out, --raw takes all")
    case .short(let found, let declared)?:
      diagnostics.warn(
        .extractionDoubtful,
        "the article has \(found) letters, the page's own data declares \(declared); "
          + "-v lists what was left out, --raw takes all")
    case .nothingFound(let left, let all)?:
      diagnostics.warn(
        .extractionDoubtful,
        "no article was found for sure: \(left) of \(all) letters of the page were left out; "
          + "-v lists them, --raw takes all")
    case .little(let length)?:
      diagnostics.warn(
        .extractionDoubtful,
        "only \(length) letters of text were found: what a script or a frame shows is not in the page"
      )
    case .several(let count)?:
      diagnostics.warn(
        .extractionDoubtful,
        "the page has \(count) articles, and one of them was taken; -v lists the others, "
          + "--raw takes all")
    case nil: break
    }
  }

  private func isIn(_ roots: Set<Int>, _ line: Int) -> Bool {
    let first = Int(outline.lines[line].first)
    return roots.contains { $0 <= first && first < outline.tree.end(of: $0) }
  }

  /// The element of a line: its tag, id and first class.
  private func place(of line: Int) -> String {
    let tree = outline.tree
    var node = Int(outline.lines[line].block)
    // The closest that has a name.
    for _ in 0..<6 where node > 0 && !tree.has(.class, node) && !tree.has(.id, node) {
      node = max(tree.parent(of: node), 0)
    }
    var place = tree.nodes[node].tag.name
    if let id = tree.string(.id, of: node), !id.isEmpty { place += "#" + id.prefix(40) }
    if let name = tree.value(.class, of: node).flatMap({ ClassTokens.split($0).first }) {
      place += "." + String(decoding: name.prefix(40), as: UTF8.self)
    }
    return place
  }

  private func firstWords(of line: Int) -> String {
    let tree = outline.tree
    var bytes: [UInt8] = []
    for node in Int(outline.lines[line].first)..<Int(outline.lines[line].end)
    where tree.nodes[node].tag == .text {
      bytes += tree.text(of: node)
      if bytes.count > 200 { break }
    }
    let text = PlainText.collapsed(String(decoding: bytes.prefix(200), as: UTF8.self))
    return text.count > 50 ? text.prefix(50) + " …" : text
  }
}
