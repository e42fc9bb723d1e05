/// Headers after `#` and above an underline, and rules.
extension Parser {
  mutating func parseHashHeader() -> Bool {
    let start = source.position
    guard let content = hashHeaderContent(at: start) else { return false }
    guard hasParagraphQuirk || isAfterBoundary else { return false }
    let level = hashCount(at: start)
    // In the plain dialect the text of a header may come on the line after its marks.
    let end = lineEnd(from: self[content] == "\n" && options.input != .gfm ? content + 1 : start)
    var (range, id) = headerContent(content..<end)
    // Closing marks.
    var close = range.upperBound
    while close > range.lowerBound, self[close - 1] == "#" { close -= 1 }
    if hasParagraphQuirk {
      if close < range.upperBound, close > range.lowerBound, self[close - 1].isBlank {
        range = range.lowerBound..<trimmedEnd(range.lowerBound..<close)
      }
    } else if close < range.upperBound {
      // A backslash saves the first mark after it.
      if close > range.lowerBound, self[close - 1] == "\\" {
        close = Swift.min(close + 1, range.upperBound)
      }
      range = range.lowerBound..<trimmedEnd(range.lowerBound..<close)
    }
    guard !range.isEmpty else { return false }
    addHeader(range, level: level, id: id, end: end)
    return true
  }

  private func hashCount(at position: Int) -> Int {
    var index = position
    while index < source.end, index < position + 6, self[index] == "#" { index += 1 }
    return index - position
  }

  /// Where the text of a header after `#` starts.
  func hashHeaderContent(at position: Int) -> Int? {
    let marks = hashCount(at: position)
    guard marks > 0 else { return nil }
    let content = skipBlanks(position + marks)
    if options.input == .gfm {
      return content > position + marks ? content : nil
    }
    return content < source.end ? content : nil
  }

  mutating func parseUnderlinedHeader() -> Bool {
    guard isAfterBoundary else { return false }
    let start = source.position
    let end = lineEnd(from: start)
    guard end < source.end, self[end] == "=" || self[end] == "-" else { return false }
    let level = self[end] == "=" ? 1 : 2
    var index = end
    while index < source.end, self[index] == "=" || self[index] == "-" { index += 1 }
    while index < source.end, self[index].isSpace, self[index] != "\n" { index += 1 }
    guard index < source.end, self[index] == "\n" else { return false }
    let (range, id) = headerContent(skipIndent(start)..<end)
    guard !range.isEmpty else { return false }
    addHeader(range, level: level, id: id, end: index + 1)
    return true
  }

  private mutating func addHeader(_ range: Range<Int>, level: Int, id: Range<Int>?, end: Int) {
    let node = addBlock(.header, range, flags: .unparsed, value: Int32(level))
    if let id {
      let value = Array(tree.text[id])
      tree.withDetail(of: node) { $0.attributes.set(AttributeName.id, value) }
    }
    source.position = end
  }

  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1].isSpace { end -= 1 }
    return end
  }

  /// The text of a header without `{#id}` at its end.
  private func headerContent(_ range: Range<Int>) -> (Range<Int>, id: Range<Int>?) {
    let start = range.lowerBound
    let end = trimmedEnd(range)
    guard end > start, self[end - 1] == "}" else { return (start..<end, nil) }
    var open = end - 2
    while open > start, self[open] != "{", self[open] != "}" { open -= 1 }
    let id = open + 2..<Swift.max(end - 1, open + 2)
    guard open > start, self[open] == "{", self[open + 1] == "#", self[open - 1].isBlank,
      !id.isEmpty, isXMLName(id)
    else { return (start..<end, nil) }
    return (start..<trimmedEnd(start..<open), id)
  }

  /// Whether a range is a name of XML, which may hold any letters beyond ASCII.
  private func isXMLName(_ range: Range<Int>) -> Bool {
    for index in range {
      let byte = self[index]
      if byte >= 0x80 || byte.isLetter || byte == "_" || byte == ":" { continue }
      if index > range.lowerBound, byte.isDigit || byte == "-" || byte == "." { continue }
      return false
    }
    return true
  }

  // MARK: - Rules

  /// The position behind a rule: three or more of one mark, and blanks, on a line.
  func ruleEnd(at position: Int) -> Int? {
    var index = skipIndent(position)
    guard index < source.end else { return nil }
    let mark = self[index]
    guard mark == "*" || mark == "-" || mark == "_" else { return nil }
    var count = 0
    while index < source.end, self[index] != "\n" {
      if self[index] == mark {
        count += 1
      } else if !self[index].isBlank {
        return nil
      }
      index += 1
    }
    return count >= 3 && index < source.end ? index + 1 : nil
  }

  mutating func parseRule() -> Bool {
    guard let end = ruleEnd(at: source.position) else { return false }
    addBlock(.rule)
    source.position = end
    return true
  }
}
