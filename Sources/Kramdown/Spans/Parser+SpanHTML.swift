/// HTML in text.
extension Parser {
  mutating func parseSpanHTML() -> Bool {
    let start = span.position
    guard start + 1 < span.end else { return false }
    if startsComment(at: start, end: span.end) { return parseSpanComment() }
    if let (name, end) = htmlEndTag(at: start, end: span.end) {
      warnInSpan("The end tag '\(WarningLog.shown(tree.text[name]))' has no start tag here")
      addText(start..<end)
      span.position = end
      return true
    }
    // Text that starts like a tag is taken as text up to the first character of the name.
    guard htmlNameEnd(at: start + 1, end: span.end) != nil else { return false }
    guard let tag = htmlTag(at: start, end: span.end) else {
      addText(start..<start + 1)
      span.position = start + 1
      return true
    }
    spanBudget -= 100 + tag.end - start
    let lowered = lowercasedName(tag.name)
    let element = HTMLVocabulary.element(lowered)
    let isKnown = element != nil
    if element?.isBlock == true {
      let name = WarningLog.shown(lowered)
      warnInSpan("The tag '\(name)' of a block stands in text and is read as text")
      addText(start..<tag.end)
      span.position = tag.end
      return true
    }
    guard depth < options.maximumDepth else {
      warnInSpan("HTML is nested more than \(options.maximumDepth) deep; deeper tags are left out")
      span.position = tag.end
      return true
    }
    parseSpanElement(tag, element: element, isKnown: isKnown)
    return true
  }

  private mutating func parseSpanElement(
    _ tag: HTMLTag, element: HTMLVocabulary.Element?, isKnown: Bool
  ) {
    let (node, name, markdown) = makeElement(of: tag, line: spanLine(at: span.position))
    unwrapAttributeLines(of: node)
    let model = element?.model ?? .raw
    var isParsed =
      model != .raw && !span.context.contains(.directlyInRawHTML) && options.parseSpanHTML
    if let markdown {
      if markdown.equals("span") { isParsed = true }
      if markdown.equals("1") { isParsed = model != .raw }
      if markdown.equals("0") { isParsed = false }
    }
    if !isParsed { tree[node].flags.insert(.rawContent) }
    tree.append(node, to: container)
    span.position = tag.end
    guard !tag.isClosed, element?.isVoid != true else {
      tree[node].flags.insert(.closed)
      return
    }

    let context = span.context
    span.context.remove([.directlyInEmphasis, .directlyInRawHTML])
    if !isParsed { span.context.insert(.directlyInRawHTML) }
    var stop = SpanStop.endTag(name: name, ignoringCase: isKnown)
    let found = parseSpans(into: node, until: &stop, scope: isParsed ? .all : .html)
    span.context = context
    if found, let (_, end) = htmlEndTag(at: span.position, end: span.end) {
      span.position = end
    } else {
      warnInSpan("The element '\(WarningLog.shown(name))' has no end tag")
      let outer = container
      container = node
      addText(span.position..<span.end)
      container = outer
      span.position = span.end
    }
  }

  /// Line ends in the values of attributes become a space, several of them one.
  private mutating func unwrapAttributeLines(of node: NodeID) {
    guard tree[node].detail >= 0 else { return }
    tree.withDetail(of: node) { detail in
      for index in detail.attributes.indices where detail.attributes[index].value.contains(0x0A) {
        var value: [UInt8] = []
        var isAfterLineEnd = false
        for byte in detail.attributes[index].value {
          let isLineEnd = byte == 0x0A
          if !isLineEnd {
            value.append(byte)
          } else if !isAfterLineEnd {
            value.append(0x20)
          }
          isAfterLineEnd = isLineEnd
        }
        detail.attributes[index].value = value
      }
    }
  }

  private mutating func parseSpanComment() -> Bool {
    let start = span.position
    guard start < span.unclosedComment, let end = commentEnd(at: start, end: span.end) else {
      span.unclosedComment = Swift.min(span.unclosedComment, start)
      addText(start..<start + 1)
      span.position = start + 1
      return true
    }
    addSpan(.htmlComment, start..<end)
    span.position = end
    return true
  }
}
