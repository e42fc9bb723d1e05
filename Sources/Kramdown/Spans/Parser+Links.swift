/// Links and images, autolinks, footnote marks.
extension Parser {
  mutating func parseLink() -> Bool {
    let start = span.position
    let isImage = self[start] == "!"
    let open = isImage ? start + 1 : start
    guard open + 1 < span.end, self[open] == "[", self[open + 1] != "^" else { return false }
    let text = open + 1
    let context = span.context
    if !isImage, context.contains(.link) {
      return readAsText(start..<text)
    }
    let attempt = SpanState.Attempt(
      position: text, kind: isImage ? .image : .link, context: context)
    guard text <= lastBracket(), depth < options.maximumDepth, hasBudget(),
      !span.failures.contains(attempt)
    else { return readAsText(start..<text) }

    let saved = (nodes: tree.nodes.count, text: tree.text.count, details: tree.details.count)
    let node = tree.make(isImage ? .image : .link)
    span.context.insert(.link)
    span.context.remove([.directlyInEmphasis, .directlyInRawHTML])
    span.position = text
    var stop = SpanStop.bracket(open: 1)
    let found = parseSpans(into: node, until: &stop, scope: .all)
    span.context = context
    if found {
      let content = text..<span.position
      span.position += 1
      if completeLink(node, content: content) { return true }
    }
    tree.discard(to: saved)
    span.failures.insert(attempt)
    return readAsText(start..<text)
  }

  private mutating func readAsText(_ range: Range<Int>) -> Bool {
    addText(range)
    span.position = range.upperBound
    return true
  }

  private mutating func lastBracket() -> Int {
    if let last = span.lastBracket { return last }
    var index = span.end - 1
    while index >= span.start, self[index] != "]" { index -= 1 }
    span.lastBracket = index
    return index
  }

  /// Whether the text of a link ends at the current position. Brackets are counted; those of images,
  /// which were read as a whole, are taken off.
  mutating func endsLinkText(open: Int, stop: inout SpanStop) -> Bool {
    let byte = self[span.position]
    var open = open
    if byte == "]" {
      open -= 1
    } else if byte == "[" {
      open += 1
    } else if byte == "!", span.position + 1 < span.end, self[span.position + 1] == "[" {
      open += 1
    } else {
      return false
    }
    stop = .bracket(open: open)
    return open - Int(tree[container].value) == 0
  }

  // MARK: - Targets

  /// Reads what follows the text of a link, `(url "title")`, `[id]` or nothing.
  private mutating func completeLink(_ node: NodeID, content: Range<Int>) -> Bool {
    if let (id, end) = linkReference(at: span.position) {
      let key = linkKey(id.map { tree.text[$0] } ?? unescaped(content)[...])
      return completeReference(node, key: key, content: content, end: end, isExplicit: id != nil)
    }
    guard span.position < span.end, self[span.position] == "(" else {
      let key = linkKey(unescaped(content)[...])
      return completeReference(
        node, key: key, content: content, end: span.position, isExplicit: false)
    }
    var url: Range<Int>
    if let close = angleTarget(at: span.position) {
      url = span.position + 2..<close
      span.position = close + 1
      if span.position < span.end, self[span.position] == ")" {
        span.position += 1
        addLink(node, url: Array(tree.text[url]), title: nil, content: content, list: nil)
        return true
      }
    } else {
      let (range, end, isComplete) = parenthesizedTarget(at: span.position)
      url = trim(range)
      span.position = end
      if isComplete {
        addLink(node, url: Array(tree.text[url]), title: nil, content: content, list: nil)
        return true
      }
    }
    guard let (title, end) = linkTitle(at: span.position) else { return false }
    span.position = end
    addLink(
      node, url: Array(tree.text[url]), title: Array(tree.text[title]), content: content, list: nil)
    return true
  }

  private mutating func completeReference(
    _ node: NodeID, key: [UInt8], content: Range<Int>, end: Int, isExplicit: Bool
  ) -> Bool {
    guard let link = links[key] else {
      if !isExplicit {
        warnInSpan("There is no link definition for '\(WarningLog.shown(key))'")
      }
      return false
    }
    guard expands(link.url.count + (link.title?.count ?? 0)) else { return false }
    span.position = end
    addLink(
      node, url: link.url, title: link.title, content: content,
      list: tree.list(of: link.boundary))
    return true
  }

  /// `[id]` or `[]`, perhaps after white space.
  private func linkReference(at position: Int) -> (id: Range<Int>?, end: Int)? {
    var index = position
    while index < span.end, self[index].isSpace { index += 1 }
    guard index + 1 < span.end, self[index] == "[" else { return nil }
    let start = index + 1
    if self[start] == "]" { return (nil, start + 1) }
    index = start
    while index < span.end, self[index] != "]" { index += 1 }
    return index < span.end ? (start..<index, index + 1) : nil
  }

  /// The angle bracket that closes `(<url>`.
  private mutating func angleTarget(at position: Int) -> Int? {
    guard position + 1 < span.end, self[position + 1] == "<" else { return nil }
    var index = position + 2
    while index < span.end, self[index] != ">" {
      if self[index] == "\n" { return nil }
      index += 1
    }
    spanBudget -= index - position
    return index < span.end ? index : nil
  }

  /// A URL up to the parenthesis that closes it, or to white space before a title.
  private mutating func parenthesizedTarget(
    at position: Int
  ) -> (Range<Int>, end: Int, isComplete: Bool) {
    var index = position
    var open = 0
    var last = position
    while index < span.end {
      let byte = self[index]
      if byte == "(" {
        open += 1
        last = index + 1
      } else if byte == ")" {
        open -= 1
        last = index + 1
        if open == 0 {
          spanBudget -= index - position
          return (position + 1..<index, index + 1, true)
        }
      } else if byte.isSpace, index + 1 < span.end, self[index + 1].isQuote {
        last = index + 1
        break
      }
      index += 1
    }
    spanBudget -= index - position
    return (position + 1..<Swift.max(last - 1, position + 1), last, false)
  }

  /// `"title")`, which may hold quotes and stretch over lines.
  private mutating func linkTitle(at position: Int) -> (Range<Int>, end: Int)? {
    var index = position
    while index < span.end, self[index].isSpace { index += 1 }
    guard index < span.end, self[index].isQuote else { return nil }
    let quote = self[index]
    let start = index + 1
    index = start + 1
    while index < span.end {
      if self[index] == quote {
        var close = index + 1
        while close < span.end, self[close].isSpace { close += 1 }
        if close < span.end, self[close] == ")" {
          spanBudget -= close - position
          return (start..<index, close + 1)
        }
      }
      index += 1
    }
    spanBudget -= index - position
    return nil
  }

  private func unescaped(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if self[index] == "\\", index + 1 < range.upperBound, self[index + 1].isEscapable {
        index += 1
      }
      result.append(self[index])
      index += 1
    }
    return result
  }

  private mutating func addLink(
    _ node: NodeID, url: [UInt8], title: [UInt8]?, content: Range<Int>, list: AttributeList?
  ) {
    var attributes: [Attribute] = []
    if let list { apply(list, to: &attributes) }
    if tree[node].kind == .link {
      attributes.set(AttributeName.href, url)
    } else {
      attributes.set(AttributeName.src, url)
      attributes.set(AttributeName.alt, unescaped(content))
      tree[node].first = -1
      tree[node].last = -1
    }
    if let title { attributes.set(AttributeName.title, title) }
    tree[node].value = 0
    tree.withDetail(of: node) {
      $0.attributes = attributes
      $0.list = list
    }
    tree.append(node, to: container)
    if tree[node].kind == .image {
      // Counted for the link that may be around it: see `endsLinkText`.
      switch tree[container].kind {
      case .link, .image: tree[container].value += 1
      default: break
      }
    }
  }

  // MARK: - Autolinks

  /// `<https://...>` or `<name@host>`.
  mutating func parseAutolink() -> Bool {
    let start = span.position + 1
    let url = urlEnd(at: start)
    guard let end = url ?? addressEnd(at: start) else { return false }
    let content = start..<end
    let hasScheme = url != nil
    let mailto = Array("mailto:".utf8)
    let node = addSpan(.link)
    let href = hasScheme ? Array(tree.text[content]) : mailto + tree.text[content]
    tree.withDetail(of: node) { $0.attributes.set(AttributeName.href, href) }
    let shown =
      tree.text[content].starts(with: mailto) ? start + mailto.count..<end : content
    tree.append(tree.make(.text, shown), to: node)
    span.position = end + 1
    return true
  }

  private mutating func urlEnd(at position: Int) -> Int? {
    var index = position
    while index < span.end, self[index].isLetter { index += 1 }
    guard index < span.end, self[index] == ":" else { return nil }
    let scheme = tree.text[position..<index]
    guard
      scheme.equals("http") || scheme.equals("https") || scheme.equals("mailto")
        || scheme.equals("ftp") || scheme.equals("ftps")
    else { return nil }
    let content = index + 1
    guard !span.withoutAngle.contains(content) else { return nil }
    index = content
    while index < span.end, self[index] != "\n" {
      if self[index] == ">", index > content { return index }
      index += 1
    }
    span.withoutAngle = content + 1..<Swift.max(index, content + 1)
    return nil
  }

  private func addressEnd(at position: Int) -> Int? {
    guard let at = addressPartEnd(at: position), at < span.end, self[at] == "@",
      let end = addressPartEnd(at: at + 1), end < span.end, self[end] == ">"
    else { return nil }
    return end
  }

  private func addressPartEnd(at position: Int) -> Int? {
    var index = position
    while index < span.end {
      let byte = self[index]
      if byte == "-" || byte == "_" || byte == "." {
        index += 1
      } else if tree.text.isAlphanumericCharacter(at: index, end: span.end) {
        index += tree.text.scalarLength(at: index, end: span.end)
      } else {
        break
      }
    }
    return index > position ? index : nil
  }

  // MARK: - Footnote marks

  mutating func parseFootnoteMark() -> Bool {
    let start = span.position
    guard let name = footnoteName(at: start, end: span.end) else { return false }
    let end = name.upperBound + 1
    if let index = footnoteIndex[Array(tree.text[name])] {
      footnotes[index].isReferenced = true
      addSpan(.footnote, value: Int32(truncatingIfNeeded: index))
    } else {
      warnInSpan("There is no footnote '\(WarningLog.shown(tree.text[name]))'")
      addText(start..<end)
    }
    span.position = end
    return true
  }
}
