/// What stands in `{:`: attribute lists and their definitions, and the extensions `comment`,
/// `nomarkdown` and `options`.
extension Parser {
  mutating func parseBlockExtension(at start: Int) -> Bool {
    guard start + 1 < source.end, self[start + 1] == ":" else { return false }
    return parseAttributeDefinition(at: start) || parseExtension(at: start, isBlock: true)
      || parseBlockAttributeList()
  }

  /// `{:name: ...}` gives a name to a list.
  private mutating func parseAttributeDefinition(at start: Int) -> Bool {
    var index = start + 2
    guard index < source.end, self[index].isWord else { return false }
    while index < source.end, self[index].isNameTail { index += 1 }
    guard index < source.end, self[index] == ":",
      let close = source.braces.position(from: index + 1, end: source.end, in: tree.text),
      close > index + 1,
      let end = restOfBlankLine(at: close + 1)
    else { return false }
    let name = Array(tree.text[start + 2..<index])
    var list = attributeDefinitions.removeValue(forKey: name) ?? AttributeList()
    parseAttributes(index + 1..<close, into: &list)
    attributeDefinitions[name] = list
    addBoundary(.attributeDefinition)
    source.position = end
    return true
  }

  /// An attribute list belongs to the block before it, or else to the one after it.
  private mutating func parseBlockAttributeList() -> Bool {
    guard let (content, end) = blockAttributeList(at: source.position) else { return false }
    let last = tree[container].last
    if last >= 0, takesAttributes(last) {
      var list = tree.takeList(of: last)
      parseAttributes(content, into: &list)
      tree.withDetail(of: last) { $0.list = list }
      source.position = end
      if blockAttributeList(at: end) == nil { addBoundary(.attributeList) }
    } else {
      var list = pendingList ?? AttributeList()
      pendingList = nil
      parseAttributes(content, into: &list)
      pendingList = list
      source.position = end
    }
    return true
  }

  private func takesAttributes(_ node: NodeID) -> Bool {
    switch tree[node].kind {
    case .blank: false
    case .boundary: BoundaryReason(rawValue: tree[node].value)?.takesAttributes ?? false
    default: true
    }
  }

  // MARK: - Extensions

  /// The start tag of an extension, `{::name options}` or `{::name options/}`.
  private struct ExtensionTag {
    var name: Range<Int>
    var options: Range<Int>
    var isClosed: Bool
    var end: Int
  }

  private mutating func extensionTag(at start: Int, end: Int) -> ExtensionTag? {
    guard start + 3 < end, self[start + 1] == ":", self[start + 2] == ":" else { return nil }
    var index = start + 3
    while index < end, self[index].isWord { index += 1 }
    let name = start + 3..<index
    guard !name.isEmpty, index < end else { return nil }
    var options = index..<index
    if self[index].isSpace {
      guard let close = closingBrace(from: index + 1, end: end) else { return nil }
      options = index + 1..<close
      index = close
      if !options.isEmpty, self[close - 1] == "/" {
        return ExtensionTag(
          name: name, options: options.lowerBound..<close - 1, isClosed: true, end: close + 1)
      }
    }
    let isClosed = self[index] == "/"
    if isClosed { index += 1 }
    guard index < end, self[index] == "}" else { return nil }
    return ExtensionTag(name: name, options: options, isClosed: isClosed, end: index + 1)
  }

  /// The position behind a stop tag, `{:/}` or `{:/name}`, of the given name or of any.
  func stopTagEnd(at start: Int, name: Range<Int>?, end: Int) -> Int? {
    guard start + 3 < end, self[start] == "{", self[start + 1] == ":", self[start + 2] == "/"
    else { return nil }
    if self[start + 3] == "}" { return start + 4 }
    var index = start + 3
    if let name {
      for byte in name {
        guard index < end, self[index] == self[byte] else { return nil }
        index += 1
      }
    } else {
      while index < end, self[index].isNameTail { index += 1 }
    }
    return index < end && self[index] == "}" ? index + 1 : nil
  }

  /// Parses an extension as a block or, from a position of a text, as a span.
  ///
  /// - Returns: whether there was one. A start or stop tag without its other half is none.
  mutating func parseExtension(at start: Int, isBlock: Bool) -> Bool {
    let end = isBlock ? source.end : span.end
    if let stop = stopTagEnd(at: start, name: nil, end: end) {
      if !isBlock || restOfBlankLine(at: stop) != nil {
        warnInText("A stop tag of an extension has no start tag; it is read as text", at: start)
      }
      return false
    }
    guard let tag = extensionTag(at: start, end: end) else { return false }
    guard isExtension(tree.text[tag.name]) else {
      let name = WarningLog.shown(tree.text[tag.name])
      warnInText("There is no extension '\(name)'; it is read as text", at: start)
      return false
    }
    var next = tag.end
    if isBlock {
      guard let lineEnd = restOfBlankLine(at: next) else { return false }
      next = lineEnd
    }
    var body: Range<Int>?
    if !tag.isClosed {
      guard let stop = stopTag(of: tag.name, from: next, end: end, isBlock: isBlock) else {
        let name = WarningLog.shown(tree.text[tag.name])
        warnInText("The extension '\(name)' has no stop tag and is read as text", at: start)
        return false
      }
      body = next..<stop.lowerBound
      next = stop.upperBound
    }
    handleExtension(tag.name, options: tag.options, body: body, isBlock: isBlock)
    if isBlock { source.position = next } else { span.position = next }
    return true
  }

  private func isExtension(_ name: ArraySlice<UInt8>) -> Bool {
    name.equals("comment") || name.equals("nomarkdown") || name.equals("options")
  }

  private mutating func closingBrace(from position: Int, end: Int) -> Int? {
    isInSpans
      ? span.braces.position(from: position, end: end, in: tree.text)
      : source.braces.position(from: position, end: end, in: tree.text)
  }

  private mutating func warnInText(_ message: String, at position: Int) {
    warnings.add(message, line: isInSpans ? spanLine(at: position) : line(at: position))
  }

  private mutating func stopTag(
    of name: Range<Int>, from position: Int, end: Int, isBlock: Bool
  ) -> Range<Int>? {
    let key = Array(tree.text[name])
    let unclosed = isBlock ? source.unclosedExtensions[key] : span.unclosedExtensions[key]
    if let unclosed, position >= unclosed { return nil }
    if let stop = findStopTag(of: name, from: position, end: end, isBlock: isBlock) { return stop }
    if isBlock {
      source.unclosedExtensions[key] = position
    } else {
      span.unclosedExtensions[key] = position
    }
    return nil
  }

  private func findStopTag(
    of name: Range<Int>, from position: Int, end: Int, isBlock: Bool
  ) -> Range<Int>? {
    var index = position
    while index < end {
      if isBlock {
        let start = skipIndent(index)
        if start < end, let stop = stopTagEnd(at: start, name: name, end: end) {
          var rest = stop
          while rest < end, self[rest] == " " { rest += 1 }
          if rest < end, self[rest] == "\n" { return index..<rest + 1 }
        }
        index = lineEnd(from: index)
      } else {
        if self[index] == "{", let stop = stopTagEnd(at: index, name: name, end: end) {
          return index..<stop
        }
        index += 1
      }
    }
    return nil
  }

  private mutating func handleExtension(
    _ name: Range<Int>, options range: Range<Int>, body: Range<Int>?, isBlock: Bool
  ) {
    var list = AttributeList()
    if !range.isEmpty { parseAttributes(range, into: &list) }
    var content = body
    // The line end before a stop tag on its own line is not part of the content.
    if isBlock, let body, !body.isEmpty, self[body.upperBound - 1] == "\n" {
      content = body.lowerBound..<body.upperBound - 1
    }
    let word = tree.text[name]
    if word.equals("comment") {
      if let content { addExtension(.comment, content, isBlock: isBlock) }
    } else if word.equals("nomarkdown") {
      if let content {
        let node = addExtension(.raw, content, isBlock: isBlock)
        let types = list.attributes.value(of: Array("type".utf8)) ?? []
        let names = types.split(whereSeparator: \.isSpace)
        if !names.isEmpty, !names.contains(where: { $0.equals("html") }) {
          tree[node].flags.insert(.notForHTML)
        }
      }
    } else if word.equals("options") {
      for attribute in list.attributes {
        let name = String(decoding: attribute.name, as: UTF8.self)
        if !options.set(name, to: String(decoding: attribute.value, as: UTF8.self)) {
          warnInText("The option '\(name)' is not known", at: name.isEmpty ? 0 : range.lowerBound)
        }
      }
      if isBlock { addBoundary(.extension_) }
    }
  }

  @discardableResult
  private mutating func addExtension(
    _ kind: Node.Kind, _ range: Range<Int>, isBlock: Bool
  ) -> NodeID {
    let node = tree.make(kind, range)
    if isBlock { tree[node].flags.insert(.block) }
    tree.append(node, to: container)
    return node
  }
}

extension Parser {
  /// Whether a text position is at the start or stop tag of an extension, valid or not.
  mutating func isExtensionTag(at start: Int) -> Bool {
    extensionTag(at: start, end: span.end) != nil
      || stopTagEnd(at: start, name: nil, end: span.end) != nil
  }
}
