/// Paragraphs and quotes, and what ends them.
extension Parser {
  mutating func parseParagraph() {
    let start = source.position
    var end = lineEnd(from: start)
    while !endsParagraph(at: end) { end = lineEnd(from: end) }
    source.position = end
    var trimmed = end
    while trimmed > start, self[trimmed - 1].isSpace { trimmed -= 1 }

    let last = tree[container].last
    if last >= 0, tree[last].kind == .paragraph {
      continueParagraph(last, with: start..<trimmed)
    } else {
      var first = start
      while first < trimmed, self[first].isSpace { first += 1 }
      source.position = start
      addBlock(.paragraph, first..<trimmed, flags: .unparsed)
      source.position = end
    }
  }

  /// What looked like the start of another block but was none goes on with the paragraph before.
  private mutating func continueParagraph(_ node: NodeID, with range: Range<Int>) {
    let hasBreak =
      range.lowerBound >= 3 && self[range.lowerBound - 3] == " "
      && self[range.lowerBound - 2] == " " && self[range.lowerBound - 1] == "\n"
    let gap = range.lowerBound - tree[node].end
    if gap == (hasBreak ? 3 : 1), self[range.lowerBound - 1] == "\n" {
      tree[node].end = range.upperBound
    } else {
      let copy = tree.copyText(tree[node].start..<tree[node].end)
      if hasBreak { tree.text += [0x20, 0x20] }
      tree.text.append(0x0A)
      _ = tree.copyText(range)
      tree[node].start = copy.lowerBound
      tree[node].end = tree.text.count
    }
  }

  // MARK: - What ends a paragraph

  /// Whether blocks need no blank line before them.
  var hasParagraphQuirk: Bool { options.blocksEndParagraphs && options.input == .gfm }

  mutating func endsParagraph(at position: Int) -> Bool {
    if endsLazyBlock(at: position) { return true }
    let start = skipIndent(position)
    guard start < source.end else { return true }
    switch self[start] {
    case ":": return hasListTail(at: start + 1)
    case "*", "+", "-":
      return hasParagraphQuirk && hasListTail(at: start + 1)
    case 0x30...0x39:
      guard hasParagraphQuirk else { return false }
      return listMarker(at: position, ordered: true, limit: 3) != nil
    case "#":
      return hasParagraphQuirk && start == position && hashHeaderContent(at: position) != nil
    case ">": return hasParagraphQuirk
    case "~", "`":
      return hasParagraphQuirk && isFence(at: start)
    default: return false
    }
  }

  /// Whether lines that go on with a block without its mark end here: at a blank line, an attribute
  /// list, `^`, a tag of block HTML, or the end.
  mutating func endsLazyBlock(at position: Int) -> Bool {
    guard position < source.end else { return true }
    let byte = self[position]
    // Most lines of text start with a letter.
    if byte.isLetter || byte >= 0x80 { return false }
    if byte.isSpace, restOfBlankLine(at: position) != nil { return true }
    if byte == "^" { return endOfBlockMarker(at: position) != nil }
    let start = skipIndent(position)
    guard start < source.end else { return true }
    switch self[start] {
    case "{": return blockAttributeList(at: position) != nil
    case "<": return isBlockTag(at: start)
    default: return false
    }
  }

  // MARK: - Quotes

  mutating func parseQuote() {
    let start = source.position
    var end = lineEnd(from: start)
    while !endsLazyBlock(at: end) { end = lineEnd(from: end) }

    let node = addBlock(.quote)
    guard depth < options.maximumDepth else {
      parseTooDeep(start..<end, into: node)
      source.position = end
      return
    }
    let firstLine = line(at: start)
    let copyStart = tree.text.count
    var position = start
    while position < end {
      let next = lineEnd(from: position)
      let mark = skipIndent(position)
      var content = position
      if mark < next, self[mark] == ">" {
        content = mark + 1
        if content < next, self[content] == " " { content += 1 }
      }
      _ = tree.copyText(content..<next)
      position = next
    }
    source.position = end
    parseBlocks(of: copyStart..<tree.text.count, line: firstLine, into: node)
  }

  /// Reads what is nested too deep as one paragraph of plain text.
  mutating func parseTooDeep(_ range: Range<Int>, into node: NodeID) {
    warn("Blocks are nested more than \(options.maximumDepth) deep; this one is read as text")
    let paragraph = tree.make(.paragraph, line: line(at: source.position))
    let text = tree.make(.text, range)
    tree.append(text, to: paragraph)
    tree.append(paragraph, to: node)
  }
}
