/// Block HTML. Its content is HTML too unless an option or its `markdown` attribute says that it is
/// Markdown; raw content is walked with a stack of open elements, however deep it is.
extension Parser {
  enum BlockHTML {
    case parsed, endTag, none
  }

  /// An element of raw HTML whose end tag was not yet found.
  private struct OpenElement {
    var node: NodeID
    var name: [UInt8]
  }

  mutating func parseBlockHTML(at start: Int) -> BlockHTML {
    if start == source.position, startsComment(at: start, end: source.end) {
      guard let end = rawMarkupEnd(at: start) else { return .none }
      let node = tree.make(.htmlComment, start..<end, line: line(at: start))
      tree[node].flags.insert(.block)
      tree.append(node, to: container)
      source.position = restOfLineIfBlank(at: end)
      return .parsed
    }
    if let tag = htmlTag(at: start, end: source.end) {
      if HTMLVocabulary.element(lowercasedName(tag.name))?.isSpan == true { return .none }
      source.position = tag.end
      parseElement(tag)
      return .parsed
    }
    if let (name, end) = htmlEndTag(at: start, end: source.end),
      tree[container].kind == .html, tree[container].flags.contains(.block),
      lowercasedName(name).elementsEqual(tree.bytes(of: container))
    {
      source.position = end
      return .endTag
    }
    return .none
  }

  /// The position behind the rest of a line that holds only blanks, or the position itself.
  private func restOfLineIfBlank(at position: Int) -> Int {
    let end = skipBlanks(position)
    return end < source.end && self[end] == "\n" ? end + 1 : position
  }

  // MARK: - Elements

  private mutating func parseElement(_ tag: HTMLTag) {
    let parentIsRaw = isRawElement(container)
    if let open = beginElement(tag, in: container) {
      parseRawContent(of: open)
      if !parentIsRaw { source.position = restOfLineIfBlank(at: source.position) }
    }
  }

  private func isRawElement(_ node: NodeID) -> Bool {
    tree[node].kind == .html && tree[node].flags.contains(.rawContent)
  }

  /// Appends an element for a start tag, and parses its content if that is Markdown.
  ///
  /// - Returns: the element, if its content is raw and still to be read.
  private mutating func beginElement(_ tag: HTMLTag, in parent: NodeID) -> OpenElement? {
    let parentIsRaw = isRawElement(parent)
    let (node, name, markdown) = makeElement(of: tag, line: line(at: tag.name.lowerBound))
    takePendingList(for: node)
    tree.append(node, to: parent)
    let element = HTMLVocabulary.element(name)
    tree[node].flags.insert(.block)

    if name.equals("script") || name.equals("style") {
      addRawText(of: node, name: name)
      setModel(contentModel(of: element, markdown: markdown, parentIsRaw: parentIsRaw), of: node)
      return nil
    }
    let model = contentModel(of: element, markdown: markdown, parentIsRaw: parentIsRaw)
    setModel(model, of: node)
    if model == .block { source.position = restOfLineIfBlank(at: source.position) }
    if tag.isClosed || element?.isVoid == true {
      tree[node].flags.insert(.closed)
      return nil
    }
    switch model {
    case .raw:
      return OpenElement(node: node, name: name)
    case .span:
      parseSpanContent(of: node, name: name)
    case .block:
      if depth < options.maximumDepth {
        if !parseBlocks(into: node) { warnUnclosed(name, node) }
      } else {
        parseTooDeep(source.position..<source.end, into: node)
        source.position = source.end
      }
    }
    if !parentIsRaw { source.position = restOfLineIfBlank(at: source.position) }
    return nil
  }

  private func contentModel(
    of element: HTMLVocabulary.Element?, markdown: [UInt8]?, parentIsRaw: Bool
  ) -> HTMLVocabulary.ContentModel {
    let own = element?.model ?? .raw
    if let markdown {
      if markdown.equals("1") { return own }
      if markdown.equals("0") { return .raw }
      if markdown.equals("span") { return .span }
      if markdown.equals("block") { return .block }
    }
    return !parentIsRaw && options.parseBlockHTML ? own : .raw
  }

  private mutating func setModel(_ model: HTMLVocabulary.ContentModel, of node: NodeID) {
    switch model {
    case .raw: tree[node].flags.insert(.rawContent)
    case .block: tree[node].flags.insert(.blockContent)
    case .span: break
    }
  }

  private mutating func warnUnclosed(_ name: [UInt8], _ node: NodeID) {
    warnings.add(
      "The element '\(WarningLog.shown(name))' has no end tag", line: Int(tree[node].line))
  }

  /// Content up to the end tag, whatever it holds.
  private mutating func contentRange(of node: NodeID, name: [UInt8]) -> Range<Int> {
    let start = source.position
    var index = start
    while index < source.end {
      if self[index] == "<", let (tagName, end) = htmlEndTag(at: index, end: source.end),
        lowercasedName(tagName) == name.map(\.lowercased)
      {
        source.position = end
        return start..<index
      }
      index += 1
    }
    source.position = source.end
    warnUnclosed(name, node)
    return start..<source.end
  }

  private mutating func parseSpanContent(of node: NodeID, name: [UInt8]) {
    let range = contentRange(of: node, name: name)
    guard !range.isEmpty else { return }
    let text = tree.make(.looseText, range, line: Int(tree[node].line))
    tree[text].flags.insert(.unparsed)
    tree.append(text, to: node)
  }

  /// The content of a script or style sheet, printed as it is.
  private mutating func addRawText(of node: NodeID, name: [UInt8]) {
    let range = contentRange(of: node, name: name)
    if !range.isEmpty { tree.append(tree.make(.raw, range), to: node) }
  }

  // MARK: - Raw content

  /// Reads raw HTML up to the end tag of `element`: text, comments, and elements.
  private mutating func parseRawContent(of element: OpenElement) {
    var open = [element]
    // Start tags deeper than the limit are left out, and as many end tags.
    var leftOut = 0
    while let current = open.last {
      let position = source.position
      guard let tagStart = rawTagStart(from: position) else {
        addText(position..<source.end, to: current.node)
        source.position = source.end
        for element in open { warnUnclosed(element.name, element.node) }
        return
      }
      addText(position..<tagStart, to: current.node)
      source.position = tagStart
      if let end = rawMarkupEnd(at: tagStart) {
        let kind: Node.Kind = self[tagStart + 1] == "?" ? .instruction : .htmlComment
        let node = tree.make(kind, tagStart..<end)
        tree[node].flags.insert(.block)
        tree.append(node, to: current.node)
        source.position = end
      } else if let tag = htmlTag(at: tagStart, end: source.end) {
        source.position = tag.end
        if open.count + depth >= options.maximumDepth, !tag.isClosed,
          HTMLVocabulary.element(lowercasedName(tag.name))?.isVoid != true
        {
          if leftOut == 0 {
            warn("HTML is nested more than \(options.maximumDepth) deep; deeper tags are left out")
          }
          leftOut += 1
        } else if let child = beginElement(tag, in: current.node) {
          open.append(child)
        }
      } else if let (name, end) = htmlEndTag(at: tagStart, end: source.end) {
        source.position = end
        let isKnown = HTMLVocabulary.element(current.name) != nil
        if leftOut > 0 {
          leftOut -= 1
        } else if current.name == (isKnown ? lowercasedName(name) : Array(tree.text[name])) {
          open.removeLast()
        } else {
          addText(tagStart..<end, to: current.node)
          warn("The end tag '\(WarningLog.shown(tree.text[name]))' has no start tag here")
        }
      } else {
        addText(tagStart..<tagStart + 1, to: current.node)
        source.position = tagStart + 1
      }
    }
  }

  private func rawTagStart(from position: Int) -> Int? {
    var index = position
    while index + 1 < source.end {
      if self[index] == "<" {
        let next = self[index + 1]
        if next == "/" || next == "?" || next == "_" || startsComment(at: index, end: source.end)
          || tree.text.isLetterCharacter(at: index + 1, end: source.end)
        {
          return index
        }
      }
      index += 1
    }
    return nil
  }

  /// The position behind a comment or an instruction.
  private mutating func rawMarkupEnd(at position: Int) -> Int? {
    if self[position + 1] == "?" {
      guard position < source.unclosedInstruction else { return nil }
      if let end = instructionEnd(at: position, end: source.end) { return end }
      source.unclosedInstruction = position
      return nil
    }
    guard position < source.unclosedComment, startsComment(at: position, end: source.end) else {
      return nil
    }
    if let end = commentEnd(at: position, end: source.end) { return end }
    source.unclosedComment = position
    return nil
  }

  /// Appends text that is not to be parsed.
  private mutating func addText(_ range: Range<Int>, to node: NodeID) {
    guard !range.isEmpty else { return }
    let last = tree[node].last
    if last >= 0, tree[last].kind == .text, tree[last].end == range.lowerBound {
      tree[last].end = range.upperBound
    } else {
      tree.append(tree.make(.text, range), to: node)
    }
  }
}
