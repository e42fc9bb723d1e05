/// Emphasis, strikethrough.
extension Parser {
  /// Parses emphasis, or reads its marks as text.
  mutating func parseEmphasis() -> Bool {
    let start = span.position
    let mark = self[start]
    let isDouble = start + 1 < span.end && self[start + 1] == mark
    let length = isDouble ? 2 : 1
    let outerContext = span.context
    let nesting: SpanState.Context = isDouble ? .strong : .emphasis
    let after = start + length
    if mark == "_" && isAfterLetter(start) || after < span.end && self[after].isSpace
      || outerContext.contains(nesting)
    {
      addText(start..<after)
      span.position = after
      return true
    }
    var found = parseEmphasis(from: after, mark: mark, count: length, context: outerContext)
    if !found, isDouble, !outerContext.contains(.directlyInEmphasis) {
      found = parseEmphasis(from: start + 1, mark: mark, count: 1, context: outerContext)
    }
    if !found {
      addText(start..<after)
      span.position = after
    }
    return true
  }

  private mutating func parseEmphasis(
    from position: Int, mark: UInt8, count: Int, context: SpanState.Context
  ) -> Bool {
    guard position < lastMark(mark), depth < options.maximumDepth, hasBudget() else {
      return false
    }
    let attempt = SpanState.Attempt(
      position: position, kind: count == 2 ? .strong : .emphasis, context: context)
    if span.failures.contains(attempt) { return false }

    let saved = (nodes: tree.nodes.count, text: tree.text.count, details: tree.details.count)
    let node = tree.make(count == 2 ? .strong : .emphasis)
    span.context.remove([.directlyInEmphasis, .directlyInRawHTML])
    span.context.insert(count == 2 ? .strong : [.emphasis, .directlyInEmphasis])
    span.position = position
    var stop = SpanStop.mark(mark, count: count)
    let found = parseSpans(into: node, until: &stop, scope: .all)
    span.context = context
    if found {
      span.position += count
      tree.append(node, to: container)
    } else {
      tree.discard(to: saved)
      span.failures.insert(attempt)
    }
    return found
  }

  /// Whether `_` at `position` is inside of a word.
  private func isAfterLetter(_ position: Int) -> Bool {
    guard position > span.start else { return false }
    var before = tree.text.scalarStart(before: position, start: span.start)
    if self[before] == "-" {
      guard before > span.start else { return false }
      before = tree.text.scalarStart(before: before, start: span.start)
    }
    return tree.text.isLetterCharacter(at: before, end: span.end)
  }

  /// The last place of a mark in the text.
  private mutating func lastMark(_ mark: UInt8) -> Int {
    if let last = mark == "*" ? span.lastStar : span.lastUnderscore { return last }
    var index = span.end - 1
    while index >= span.start, self[index] != mark { index -= 1 }
    if mark == "*" { span.lastStar = index } else { span.lastUnderscore = index }
    return index
  }

  /// Whether emphasis ends at the current position: not after white space, not without content, a
  /// single mark not at a double one, and an underscore not before a letter or digit.
  func endsEmphasis(_ mark: UInt8, count: Int) -> Bool {
    let position = span.position
    for offset in 0..<count {
      guard position + offset < span.end, self[position + offset] == mark else { return false }
    }
    guard position > span.start, !self[position - 1].isSpace, tree[container].first >= 0 else {
      return false
    }
    if count == 1, position + 1 < span.end, self[position + 1] == mark,
      !(position + 2 < span.end && self[position + 2] == mark)
    {
      return false
    }
    if mark == "_", tree.text.isAlphanumericCharacter(at: position + count, end: span.end) {
      return false
    }
    return true
  }

  // MARK: - Strikethrough

  private static let del = Array("del".utf8)

  mutating func parseStrike() -> Bool {
    let start = span.position
    guard options.input == .gfm, start < span.unclosedStrike, start + 2 < span.end,
      self[start + 1] == "~",
      !self[start + 2].isSpace, self[start + 2] != "~", depth < options.maximumDepth
    else { return false }
    var close = start + 3
    while close + 1 < span.end {
      if self[close] == "~", self[close + 1] == "~", self[close - 1] != "~",
        !self[close - 1].isSpace
      {
        break
      }
      close += 1
    }
    guard close + 1 < span.end else {
      span.unclosedStrike = start
      return false
    }
    let name = tree.text.count
    tree.text += Self.del
    let node = tree.make(.html, name..<tree.text.count)
    tree.append(node, to: container)
    // A text of its own: what begins in it ends in it.
    let outer = container
    depth += 1
    parseSpanText(start + 2..<close, line: spanLine(at: start), into: node)
    depth -= 1
    container = outer
    span.position = close + 2
    return true
  }
}
