/// Definitions that other places refer to: links, footnotes, abbreviations.
extension Parser {
  // MARK: - Links

  /// The key under which a link definition is found: white space is one space, case is none.
  func linkKey(_ label: ArraySlice<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(label.count)
    var isASCII = true
    var isAfterSpace = false
    for byte in label {
      if byte.isSpace {
        if !isAfterSpace { key.append(0x20) }
        isAfterSpace = true
        continue
      }
      isAfterSpace = false
      if byte >= 0x80 { isASCII = false }
      key.append(byte.lowercased)
    }
    return isASCII ? key : Array(String(decoding: key, as: UTF8.self).lowercased().utf8)
  }

  mutating func parseLinkDefinition(at start: Int) -> Bool {
    var index = start + 1
    while index < source.end, self[index] != "]", self[index] != "\n" { index += 1 }
    guard index > start + 1, index + 1 < source.end, self[index] == "]", self[index + 1] == ":"
    else { return false }
    let label = start + 1..<index
    let target = skipBlanks(index + 2)
    guard target < source.end, !self[target].isSpace,
      let parts = bracketedTarget(at: target) ?? plainTarget(at: target)
    else { return false }
    let key = linkKey(tree.text[label])
    if links[key] != nil {
      warn("The link '\(WarningLog.shown(key))' is defined again; the last definition counts")
    }
    let boundary = addBoundary(.linkDefinition)
    links[key] = LinkDefinition(
      url: Array(tree.text[parts.url]), title: parts.title.map { Array(tree.text[$0]) },
      boundary: boundary)
    source.position = parts.end
    return true
  }

  private struct LinkTarget {
    var url: Range<Int>
    var title: Range<Int>?
    var end: Int
  }

  /// `<url>`, and a title.
  private func bracketedTarget(at position: Int) -> LinkTarget? {
    guard self[position] == "<" else { return nil }
    var index = position + 1
    while index < source.end, self[index] != "\n" {
      if self[index] == ">" {
        let url = position + 1..<index
        if let (title, end) = definitionTitle(after: index + 1) {
          return LinkTarget(url: url, title: title, end: end)
        }
        if let end = blankRest(at: index + 1) { return LinkTarget(url: url, title: nil, end: end) }
      }
      index += 1
    }
    return nil
  }

  /// A URL that ends with the line or before a title; it may hold spaces but none before a quote.
  private func plainTarget(at position: Int) -> LinkTarget? {
    var index = position
    while index < source.end, self[index] != "\n" {
      if self[index].isBlank {
        let next = skipBlanks(index)
        if next < source.end, self[next].isQuote {
          guard let (title, end) = titleOnLine(at: next) else { return nil }
          return LinkTarget(url: position..<index, title: title, end: end)
        }
        if next < source.end, self[next] == "\n" { break }
        index = next
      } else {
        index += 1
      }
    }
    let url = position..<index
    if let (title, end) = definitionTitle(after: index) {
      return LinkTarget(url: url, title: title, end: end)
    }
    guard let end = blankRest(at: index) else { return nil }
    return LinkTarget(url: url, title: nil, end: end)
  }

  private func blankRest(at position: Int) -> Int? {
    let index = skipBlanks(position)
    return index < source.end && self[index] == "\n" ? index + 1 : nil
  }

  /// A title on the same line after blanks, or on the next line.
  private func definitionTitle(after position: Int) -> (Range<Int>, end: Int)? {
    var index = skipBlanks(position)
    if index < source.end, self[index] == "\n" {
      index = skipBlanks(index + 1)
    } else if index == position {
      return nil
    }
    guard index < source.end, self[index].isQuote else { return nil }
    return titleOnLine(at: index)
  }

  /// A title in quotes that ends its line.
  private func titleOnLine(at position: Int) -> (Range<Int>, end: Int)? {
    let end = lineEnd(from: position)
    var close = end - 1
    while close > position, self[close].isBlank || self[close] == "\n" { close -= 1 }
    guard close > position + 1, self[close] == self[position] else { return nil }
    return (position + 1..<close, end)
  }

  // MARK: - Footnotes

  /// `[^name]: text` and the indented lines that follow.
  mutating func parseFootnoteDefinition(at start: Int) -> Bool {
    guard let name = footnoteName(at: start, end: source.end), name.upperBound + 1 < source.end,
      self[name.upperBound + 1] == ":"
    else { return false }
    let number = line(at: start)
    let textStart = name.upperBound + 2
    var end = lineEnd(from: textStart)
    if depth < options.maximumDepth { end = indentedCodeEnd(at: end) }

    let copyStart = tree.text.count
    var position = textStart
    while position < end {
      let next = lineEnd(from: position)
      var content = position
      if isIndented(at: position) { content += self[position] == "\t" ? 1 : 4 }
      _ = tree.copyText(content..<next)
      position = next
    }
    let node = tree.make(.footnoteDefinition, line: number)
    let key = Array(tree.text[name])
    if depth < options.maximumDepth {
      parseBlocks(of: copyStart..<tree.text.count, line: number, into: node)
    } else {
      parseTooDeep(copyStart..<tree.text.count, into: node)
    }
    if let index = footnoteIndex[key] {
      warn("The footnote '\(WarningLog.shown(key))' is defined again; the last definition counts")
      footnotes[index].content = node
    } else {
      footnoteIndex[key] = footnotes.count
      footnotes.append(FootnoteDefinition(name: key, content: node))
    }
    addBoundary(.footnoteDefinition)
    source.position = end
    return true
  }

  /// The name in `[^name]`.
  func footnoteName(at position: Int, end: Int) -> Range<Int>? {
    guard position + 2 < end, self[position + 1] == "^", self[position + 2].isWord else {
      return nil
    }
    var index = position + 2
    while index < end, self[index].isNameTail { index += 1 }
    return index < end && self[index] == "]" ? position + 2..<index : nil
  }

  // MARK: - Abbreviations

  /// `*[name]: title`.
  mutating func parseAbbreviationDefinition(at start: Int) -> Bool {
    guard start + 1 < source.end, self[start + 1] == "[" else { return false }
    let end = lineEnd(from: start)
    var index = start + 3
    while index + 1 < end, !(self[index] == "]" && self[index + 1] == ":") { index += 1 }
    guard index + 1 < end else { return false }
    let name = Array(tree.text[start + 2..<index])
    if abbreviations[name] != nil {
      warn(
        "The abbreviation '\(WarningLog.shown(name))' is defined again; the last definition counts")
    }
    let title = Array(tree.text[trim(index + 2..<end)])
    abbreviations.define(name, title: title, boundary: addBoundary(.abbreviationDefinition))
    source.position = end
    return true
  }
}
