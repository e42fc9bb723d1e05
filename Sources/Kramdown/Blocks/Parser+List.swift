/// Lists: ordered and not, with task lists.
///
/// The content of an item is copied without its indentation and parsed as blocks of its own.
extension Parser {
  /// An item before its content is parsed.
  private struct PendingItem {
    var node: NodeID
    var line: Int
    /// The ranges of text to be parsed one after the other: a new one starts where a nested list
    /// follows text directly.
    var chunks: [Range<Int>]

    mutating func extend(to end: Int) {
      let last = chunks.count - 1
      chunks[last] = chunks[last].lowerBound..<end
    }
  }

  // MARK: - Markers

  /// Whether what follows a marker may follow one: white space, or a pipe.
  @inline(__always)
  func hasListTail(at position: Int) -> Bool {
    position < source.end
      && (self[position].isBlank || self[position] == "|")
  }

  /// The position behind a list marker with at most `limit` spaces before it.
  func listMarker(at position: Int, ordered: Bool, limit: Int) -> Int? {
    var index = skipIndent(position, limit: limit)
    guard index < source.end else { return nil }
    if ordered {
      let digits = index
      while index < source.end, self[index].isDigit { index += 1 }
      guard index > digits, index < source.end, self[index] == "." else { return nil }
    } else {
      guard self[index] == "*" || self[index] == "+" || self[index] == "-" else { return nil }
    }
    return hasListTail(at: index + 1) ? index + 1 : nil
  }

  mutating func parseListIfStarted() -> Bool {
    let position = source.position
    if listMarker(at: position, ordered: false, limit: 3) != nil {
      parseList(ordered: false)
    } else if listMarker(at: position, ordered: true, limit: 3) != nil {
      parseList(ordered: true)
    } else {
      return false
    }
    return true
  }

  // MARK: - The list

  private mutating func parseList(ordered: Bool) {
    let list = addBlock(ordered ? .orderedList : .unorderedList)
    guard depth < options.maximumDepth else {
      let item = tree.make(.item)
      tree.append(item, to: list)
      parseTooDeep(source.position..<source.end, into: item)
      source.position = source.end
      return
    }
    var items: [PendingItem] = []
    let endedByMarker = splitItems(of: list, ordered: ordered, into: &items)

    var trailingBlank: NodeID?
    for index in items.indices {
      parseContent(
        of: items[index], isLast: index == items.count - 1, in: list, items: items,
        endedByMarker: endedByMarker, trailingBlank: &trailingBlank)
    }
    if let trailingBlank, !endedByMarker {
      tree.append(trailingBlank, to: container)
    }
    if options.input == .gfm { markTasks(in: list) }
  }

  /// Copies the lines of each item.
  ///
  /// - Returns: whether `^` ended the list.
  private mutating func splitItems(
    of list: NodeID, ordered: Bool, into items: inout [PendingItem]
  ) -> Bool {
    var indentation = 0
    var markerLimit = 3
    var hasNestedList = false
    var isAfterBlank = false
    while source.position < source.end {
      let position = source.position
      if isAfterBlank, ruleEnd(at: position) != nil { break }
      if let end = endOfBlockMarker(at: position) {
        source.position = end
        return true
      }
      if let marker = listMarker(at: position, ordered: ordered, limit: markerLimit) {
        let end = lineEnd(from: position)
        let item = tree.make(.item, line: line(at: position))
        tree.append(item, to: list)
        let text: Range<Int>
        (text, indentation) = copyFirstLine(
          marker..<end, indentation: marker - position, item: item)
        items.append(PendingItem(node: item, line: line(at: position), chunks: [text]))
        markerLimit = Swift.min(Swift.max(indentation - 1, 0), 3)
        if indentation == 0 { markerLimit = 3 }
        hasNestedList = startsCopiedList(text)
        isAfterBlank = false
        source.position = end
      } else if let end = itemLineEnd(
        at: position, indentation: indentation, lazily: !isAfterBlank)
      {
        let last = items.count - 1
        let (text, isIndented) = copyLine(position..<end, indentation: indentation)
        let startsNested = startsCopiedList(text)
        if !hasNestedList, isIndented, startsNested {
          items[last].chunks.append(text)
          hasNestedList = true
        } else if hasNestedList, !isIndented, startsNested {
          // Less indented than the item's text and yet no item of this list: a line of text.
          indentCopy(text, by: indentation + 4)
          items[last].extend(to: tree.text.count)
        } else {
          items[last].extend(to: text.upperBound)
        }
        isAfterBlank = false
        source.position = end
      } else if let end = blankLinesEnd(at: position) {
        hasNestedList = true
        isAfterBlank = true
        let text = tree.copyText(position..<end)
        items[items.count - 1].extend(to: text.upperBound)
        source.position = end
      } else {
        break
      }
    }
    return false
  }

  private func startsCopiedList(_ text: Range<Int>) -> Bool {
    // Copied text lies behind the source; only its first bytes matter here.
    var index = text.lowerBound
    while index < text.upperBound, index < text.lowerBound + 3, self[index] == " " { index += 1 }
    guard index < text.upperBound else { return false }
    switch self[index] {
    case "*", "+", "-": break
    case 0x30...0x39:
      while index < text.upperBound, self[index].isDigit { index += 1 }
      guard index < text.upperBound, self[index] == "." else { return false }
    default: return false
    }
    index += 1
    return index < text.upperBound && (self[index].isBlank || self[index] == "|")
  }

  // MARK: - Content of items

  private mutating func parseContent(
    of item: PendingItem, isLast: Bool, in list: NodeID, items: [PendingItem],
    endedByMarker: Bool, trailingBlank: inout NodeID?
  ) {
    let node = item.node
    // Blocks of an item are children of a list item and not, say, of the HTML element around it.
    var line = item.line
    for chunk in item.chunks {
      parseBlocks(of: chunk, line: line, into: node)
      var lines = LineCounter(position: chunk.lowerBound, line: line)
      line = lines.line(at: chunk.upperBound, in: tree.text)
    }
    guard tree[node].first >= 0 else { return }
    let first = tree[node].first
    let isParagraph = tree[first].kind == .paragraph

    // The boundary of an attribute list for the first paragraph does not count.
    if isParagraph, tree[first].next >= 0, tree[tree[first].next].kind == .boundary,
      tree.list(of: first) != nil
    {
      tree.remove(tree[first].next, from: node)
    }
    let second = tree[first].next
    if isParagraph,
      second < 0 || tree[second].kind != .blank
        || (isLast && tree[second].next < 0 && !endedByMarker),
      !isLast || items.count == 1
        || items.dropLast().contains(where: { !startsWithParagraph($0.node) })
    {
      if second >= 0, tree[second].kind != .blank { tree.addLineEnd(to: first) }
      tree[first].flags.insert(.transparent)
    }
    let last = tree[node].last
    if tree[last].kind == .blank {
      tree.remove(last, from: node)
      trailingBlank = last
    } else {
      trailingBlank = nil
    }
  }

  private func startsWithParagraph(_ item: NodeID) -> Bool {
    let first = tree[item].first
    return first >= 0 && tree[first].kind == .paragraph
      && !tree[first].flags.contains(.transparent)
  }

  // MARK: - Tasks

  private static let openBox = Array(
    #"<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />"#.utf8)
  private static let tickedBox = Array(
    #"<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />"#
      .utf8)

  /// Turns `[ ]` and `[x]` at the start of items into boxes.
  private mutating func markTasks(in list: NodeID) {
    var isTaskList = false
    var item = tree[list].first
    while item >= 0 {
      let paragraph = tree[item].first
      if paragraph >= 0, tree[paragraph].kind == .paragraph {
        if replaceBox(of: paragraph) { isTaskList = true }
        if isTaskList {
          tree.withDetail(of: item) {
            $0.attributes.set(AttributeName.class, Array("task-list-item".utf8))
          }
        }
      }
      item = tree[item].next
    }
    if isTaskList {
      tree.withDetail(of: list) {
        $0.attributes.set(AttributeName.class, Array("task-list".utf8))
      }
    }
  }

  private mutating func replaceBox(of paragraph: NodeID) -> Bool {
    let end = tree[paragraph].end
    var index = tree[paragraph].start
    while index < end, self[index].isSpace { index += 1 }
    guard index + 3 < end, self[index] == "[", self[index + 2] == "]", self[index + 3].isSpace
    else { return false }
    let box: [UInt8]
    switch self[index + 1] {
    case " ": box = Self.openBox
    case "x", "X": box = Self.tickedBox
    default: return false
    }
    index += 3
    while index < end, self[index].isSpace { index += 1 }
    let start = tree.text.count
    tree.text += box
    _ = tree.copyText(index..<end)
    tree[paragraph].start = start
    tree[paragraph].end = tree.text.count
    return true
  }
}
