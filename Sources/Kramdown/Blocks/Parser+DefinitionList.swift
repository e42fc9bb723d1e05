/// Definition lists: terms, one a line, and definitions after colons.
extension Parser {
  private struct PendingDefinition {
    var node: NodeID
    var line: Int
    var text: Range<Int>

    mutating func extend(to end: Int) {
      text = text.lowerBound..<end
    }
  }

  mutating func parseDefinitionList() -> Bool {
    guard definitionMarker(at: source.position, limit: 3) != nil,
      let (paragraph, blank) = precedingParagraph()
    else { return false }

    let list = tree.make(.definitionList, line: Int(tree[paragraph].line))
    takePendingList(for: list)
    if let blank { tree.remove(blank, from: container) }
    tree.remove(paragraph, from: container)
    addTerms(of: paragraph, to: list)
    if let attributes = tree.list(of: paragraph) {
      tree.withDetail(of: list) { $0.list = attributes }
    } else if tree[list].detail >= 0 {
      tree.withDetail(of: list) { $0.list = nil }
    }

    var definitions: [PendingDefinition] = []
    splitDefinitions(of: list, firstAsParagraph: blank != nil, into: &definitions)
    var trailingBlank: NodeID?
    for definition in definitions {
      parseContent(of: definition, trailingBlank: &trailingBlank)
    }
    join(list)
    if let trailingBlank { tree.append(trailingBlank, to: container) }
    return true
  }

  private func definitionMarker(at position: Int, limit: Int) -> Int? {
    let start = skipIndent(position, limit: limit)
    guard start < source.end, self[start] == ":", hasListTail(at: start + 1) else { return nil }
    return start + 1
  }

  /// The paragraph that holds the terms, and the one blank line that may follow it.
  private func precedingParagraph() -> (NodeID, blank: NodeID?)? {
    let last = tree[container].last
    guard last >= 0 else { return nil }
    if tree[last].kind == .paragraph { return (last, nil) }
    let before = tree[last].previous
    guard tree[last].kind == .blank, tree[last].end - tree[last].start == 1,
      self[tree[last].start] == "\n", before >= 0, tree[before].kind == .paragraph
    else { return nil }
    return (before, last)
  }

  private mutating func addTerms(of paragraph: NodeID, to list: NodeID) {
    let end = tree[paragraph].end
    var start = tree[paragraph].start
    var number = Int(tree[paragraph].line)
    while start < end {
      var stop = start
      while stop < end, self[stop] != "\n" { stop += 1 }
      let term = tree.make(.term, start..<stop, line: number)
      tree[term].flags.insert(.unparsed)
      var content = start
      while content < stop, self[content].isSpace { content += 1 }
      if let text = itemAttributeList(content..<stop, item: term) { tree[term].start = text }
      tree.append(term, to: list)
      start = stop + 1
      number += 1
    }
  }

  private mutating func splitDefinitions(
    of list: NodeID, firstAsParagraph: Bool, into definitions: inout [PendingDefinition]
  ) {
    var firstAsParagraph = firstAsParagraph
    var indentation = 0
    var markerLimit = 3
    var isAfterBlank = false
    while source.position < source.end {
      let position = source.position
      if let marker = definitionMarker(at: position, limit: markerLimit) {
        let end = lineEnd(from: position)
        let node = tree.make(.definition, line: line(at: position))
        if firstAsParagraph { tree[node].flags.insert(.firstAsParagraph) }
        tree.append(node, to: list)
        let text: Range<Int>
        (text, indentation) = copyFirstLine(
          marker..<end, indentation: marker - position, item: node)
        definitions.append(PendingDefinition(node: node, line: line(at: position), text: text))
        markerLimit = Swift.min(Swift.max(indentation - 1, 0), 3)
        firstAsParagraph = false
        isAfterBlank = false
        source.position = end
      } else if endOfBlockMarker(at: position) != nil {
        break
      } else if let end = itemLineEnd(
        at: position, indentation: indentation, lazily: !isAfterBlank)
      {
        let (text, _) = copyLine(position..<end, indentation: indentation)
        definitions[definitions.count - 1].extend(to: text.upperBound)
        firstAsParagraph = false
        isAfterBlank = false
        source.position = end
      } else if let end = blankLinesEnd(at: position) {
        let text = tree.copyText(position..<end)
        definitions[definitions.count - 1].extend(to: text.upperBound)
        firstAsParagraph = true
        isAfterBlank = true
        source.position = end
      } else {
        break
      }
    }
  }

  private mutating func parseContent(
    of definition: PendingDefinition, trailingBlank: inout NodeID?
  ) {
    let node = definition.node
    guard depth < options.maximumDepth else {
      parseTooDeep(definition.text, into: node)
      return
    }
    parseBlocks(of: definition.text, line: definition.line, into: node)
    let last = tree[node].last
    guard last >= 0 else { return }
    if tree[last].kind == .blank {
      tree.remove(last, from: node)
      trailingBlank = last
    } else {
      trailingBlank = nil
    }
    let first = tree[node].first
    if first >= 0, tree[first].kind == .paragraph, !tree[node].flags.contains(.firstAsParagraph) {
      if tree[first].next >= 0 { tree.addLineEnd(to: first) }
      tree[first].flags.insert(.transparent)
    }
  }

  /// Appends the list to the container, or its entries to a list right before it.
  private mutating func join(_ list: NodeID) {
    var previous = tree[container].last
    if previous >= 0, tree[previous].kind == .blank {
      let before = tree[previous].previous
      if before >= 0, tree[before].kind == .definitionList {
        tree.remove(previous, from: container)
        previous = before
      }
    }
    if previous >= 0, tree[previous].kind == .definitionList {
      tree.moveChildren(of: list, to: previous)
    } else {
      tree.append(list, to: container)
    }
  }
}
