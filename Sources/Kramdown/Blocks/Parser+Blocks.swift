internal import NewsBytes

/// Reading blocks one after the other.
extension Parser {
  /// Parses a range of the text as blocks of `node`.
  mutating func parseBlocks(of range: Range<Int>, line: Int, into node: NodeID) {
    let outer = source
    source = Source(
      position: range.lowerBound, end: range.upperBound,
      lines: LineCounter(position: range.lowerBound, line: line))
    parseBlocks(into: node)
    source = outer
  }

  /// Parses blocks into `node` from the current position on, to the end of the source or, in an HTML
  /// element, to its end tag.
  ///
  /// - Returns: whether the end tag was found.
  @discardableResult
  mutating func parseBlocks(into node: NodeID) -> Bool {
    let outer = (container, pendingList)
    container = node
    pendingList = nil
    depth += 1
    defer {
      (container, pendingList) = outer
      depth -= 1
    }
    while source.position < source.end {
      if parseBlock() == .endTag { return true }
    }
    return false
  }

  private enum Step {
    case block, endTag
  }

  private mutating func parseBlock() -> Step {
    if parseBlankLines() { return .block }
    let position = source.position
    if isIndented(at: position) {
      parseIndentedCode()
      return .block
    }
    var start = position
    while start < source.end, self[start] == " " { start += 1 }
    guard start < source.end, self[start] != "\t" else {
      parseLooseLine()
      return .block
    }
    // Each construct is known by its first character; the order among those that share one, and
    // before headers underlined and tables, which may begin with any, is kramdown's.
    switch self[start] {
    case "~", "`":
      if parseFencedCode() { return .block }
    case ">":
      parseQuote()
      return .block
    case "#":
      if parseHashHeader() { return .block }
    case "*", "-", "_", "+":
      if parseRule() || parseListIfStarted() { return .block }
    case 0x30...0x39:
      if parseListIfStarted() { return .block }
    case ":":
      if parseDefinitionList() { return .block }
    case "<":
      switch parseBlockHTML(at: start) {
      case .parsed: return .block
      case .endTag: return .endTag
      case .none: break
      }
    default: break
    }
    if parseUnderlinedHeader() { return .block }
    if self[start] == "$" || self[start] == "\\", parseBlockMath(at: start) { return .block }
    if parseTable(at: start) { return .block }
    switch self[start] {
    case "[":
      if parseFootnoteDefinition(at: start) || parseLinkDefinition(at: start) { return .block }
    case "*":
      if parseAbbreviationDefinition(at: start) { return .block }
    case "{":
      if parseBlockExtension(at: start) { return .block }
    case "^":
      if parseEndOfBlock() { return .block }
    default: break
    }
    parseParagraph()
    return .block
  }

  // MARK: - Places

  /// The position behind the line end of the line at `position`.
  func lineEnd(from position: Int) -> Int {
    tree.text.place(of: 0x0A, from: position, to: source.end).map { $0 + 1 } ?? source.end
  }

  /// The position behind the blank lines at `position`, or nil if there are none.
  func blankLinesEnd(at position: Int) -> Int? {
    var index = position
    var found: Int?
    while index < source.end, self[index].isSpace {
      index += 1
      if self[index - 1] == "\n" { found = index }
    }
    return found
  }

  /// The position behind the line end, if nothing but white space comes before it.
  func restOfBlankLine(at position: Int) -> Int? {
    var index = position
    while index < source.end, self[index].isSpace {
      index += 1
      if self[index - 1] == "\n" { return index }
    }
    return nil
  }

  /// Skips up to three spaces.
  @inline(__always)
  func skipIndent(_ position: Int, limit: Int = 3) -> Int {
    var index = position
    while index < source.end, index < position + limit, self[index] == " " { index += 1 }
    return index
  }

  @inline(__always)
  func isIndented(at position: Int) -> Bool {
    if self[position] == "\t" { return true }
    return position + 4 <= source.end && self[position] == " " && self[position + 1] == " "
      && self[position + 2] == " " && self[position + 3] == " "
  }

  func skipBlanks(_ position: Int) -> Int {
    var index = position
    while index < source.end, self[index].isBlank { index += 1 }
    return index
  }

  // MARK: - Making blocks

  /// Appends a block to the container and gives it the attribute list that stood before it.
  @discardableResult
  mutating func addBlock(
    _ kind: Node.Kind, _ range: Range<Int> = 0..<0, flags: Node.Flags = [], value: Int32 = 0
  ) -> NodeID {
    let node = tree.make(kind, range, line: line(at: source.position))
    tree[node].flags = flags
    tree[node].value = value
    takePendingList(for: node)
    tree.append(node, to: container)
    return node
  }

  mutating func takePendingList(for node: NodeID) {
    guard let list = pendingList else { return }
    pendingList = nil
    tree.withDetail(of: node) { $0.list = list }
  }

  @discardableResult
  mutating func addBoundary(_ reason: BoundaryReason) -> NodeID {
    addBlock(.boundary, value: reason.rawValue)
  }

  // MARK: - Boundaries

  /// Whether the last block ended here for good, so that a table or an underlined header may begin.
  var isAfterBoundary: Bool {
    let last = tree[container].last
    if last < 0 || pendingList != nil { return true }
    switch tree[last].kind {
    case .blank: return true
    case .boundary: return tree[last].value == BoundaryReason.marker.rawValue
    default: return false
    }
  }

  /// Whether a block may end here: at a blank line, `^`, an attribute list or the end.
  mutating func isBeforeBoundary(at position: Int) -> Bool {
    position >= source.end || restOfBlankLine(at: position) != nil
      || endOfBlockMarker(at: position) != nil || blockAttributeList(at: position) != nil
  }

  // MARK: - Blank lines, `^` and what nothing else takes

  private mutating func parseBlankLines() -> Bool {
    let position = source.position
    guard self[position].isSpace, let end = blankLinesEnd(at: position) else { return false }
    let last = tree[container].last
    if last >= 0, tree[last].kind == .blank {
      tree[last].end += end - position
    } else {
      addBlock(.blank, position..<end)
    }
    source.position = end
    return true
  }

  func endOfBlockMarker(at position: Int) -> Int? {
    guard position < source.end, self[position] == "^" else { return nil }
    return restOfBlankLine(at: position + 1)
  }

  private mutating func parseEndOfBlock() -> Bool {
    guard let end = endOfBlockMarker(at: source.position) else { return false }
    addBoundary(.marker)
    source.position = end
    return true
  }

  /// A line that no block can begin with, such as one that starts with a space and a tab.
  private mutating func parseLooseLine() {
    let position = source.position
    let end = lineEnd(from: position)
    warn("No block begins like this line; it is read as text")
    addLooseText(position..<end)
    source.position = end
  }

  /// Adds text to be parsed for spans to the container itself.
  mutating func addLooseText(_ range: Range<Int>) {
    let last = tree[container].last
    if last >= 0, tree[last].kind == .looseText, tree[last].end == range.lowerBound {
      tree[last].end = range.upperBound
    } else {
      let node = tree.make(.looseText, range, line: line(at: range.lowerBound))
      tree[node].flags.insert(.unparsed)
      tree.append(node, to: container)
    }
  }
}
