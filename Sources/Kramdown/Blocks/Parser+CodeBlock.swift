/// Code blocks: indented, and between fences.
extension Parser {
  // MARK: - Indented

  /// The position behind a code block indented at `position`: indented lines, the lines that go on
  /// with them, and blank lines in between.
  mutating func indentedCodeEnd(at position: Int) -> Int {
    var end = position
    while end < source.end {
      var next = blankLinesEnd(at: end) ?? end
      guard next < source.end, isIndented(at: next), restOfBlankLine(at: next) == nil else { break }
      while next < source.end, isIndented(at: next), restOfBlankLine(at: next) == nil {
        next = lineEnd(from: next)
      }
      while next < source.end, isCodeContinuation(at: next) { next = lineEnd(from: next) }
      end = next
    }
    return end
  }

  private mutating func isCodeContinuation(at position: Int) -> Bool {
    // Any white space may indent the line but it must hold something.
    if restOfBlankLine(at: position) != nil { return false }
    if endOfBlockMarker(at: position) != nil { return false }
    let start = skipIndent(position)
    switch self[start] {
    case "{": return blockAttributeList(at: position) == nil
    case "<": return !isBlockTag(at: start)
    default: return true
    }
  }

  mutating func parseIndentedCode() {
    let start = source.position
    let end = indentedCodeEnd(at: start)
    guard end > start else {
      // Indented white space that is no blank line, such as a form feed.
      let next = lineEnd(from: start)
      addLooseText(start..<next)
      source.position = next
      return
    }
    let firstLine = line(at: start)
    let copyStart = tree.text.count
    var position = start
    while position < end {
      let next = lineEnd(from: position)
      var content = position
      if isIndented(at: position) {
        content += self[position] == "\t" ? 1 : 4
      } else if position > start {
        let text = skipIndent(position)
        // A line that goes on with the one before is joined to it.
        if !self[text].isSpace, tree.text.last == 0x0A {
          tree.text[tree.text.count - 1] = 0x20
        }
      }
      _ = tree.copyText(content..<next)
      position = next
    }
    let node = addBlock(.code, copyStart..<tree.text.count)
    tree[node].line = Int32(truncatingIfNeeded: firstLine)
    source.position = end
  }

  // MARK: - Fenced

  func isFence(at position: Int) -> Bool {
    guard position + 3 <= source.end else { return false }
    for index in position..<position + 3 {
      guard self[index] == "~" || self[index] == "`" && options.input == .gfm else { return false }
    }
    return true
  }

  mutating func parseFencedCode() -> Bool {
    let isGFM = options.input == .gfm
    let start = isGFM ? skipIndent(source.position) : source.position
    guard isFence(at: start) else { return false }
    var runEnd = start
    while runEnd < source.end, self[runEnd] == "~" || self[runEnd] == "`" && isGFM { runEnd += 1 }
    // A fence that is not closed may be a shorter one before an info string of such characters.
    var length = runEnd - start
    while length >= 3 {
      if let info = fenceInfo(at: start + length) {
        if let close = closingFence(start..<start + length, from: info.end) {
          addFencedCode(info, close)
          return true
        }
      }
      length = length > 64 ? 64 : length - 1
    }
    return false
  }

  private struct FenceInfo {
    /// The whole info string and the part of it before `?`.
    var word: Range<Int>
    var language: Range<Int>
    var end: Int
  }

  /// An info string is one word; a question mark in it begins options.
  private func fenceInfo(at position: Int) -> FenceInfo? {
    var start = position
    while start < source.end, self[start].isSpace, self[start] != "\n" { start += 1 }
    var end = start
    var question: Int?
    while end < source.end, !self[end].isSpace {
      if self[end] == "?", question == nil, end > start { question = end }
      end += 1
    }
    guard let lineEnd = restOfBlankLine(at: end) else { return nil }
    return FenceInfo(word: start..<end, language: start..<(question ?? end), end: lineEnd)
  }

  /// The closing fence: the opening one, and more of its last character, alone on a line.
  private mutating func closingFence(_ opening: Range<Int>, from start: Int) -> Range<Int>? {
    let mark = self[opening.upperBound - 1]
    let isUniform = opening.allSatisfy { self[$0] == mark }
    if isUniform {
      let known = mark == "`" ? source.unclosedBackticks : source.unclosedTildes
      if opening.count >= known { return nil }
    }
    var position = start
    while position < source.end {
      let fence = options.input == .gfm ? skipIndent(position) : position
      var index = fence
      var offset = 0
      while offset < opening.count, index < source.end,
        self[index] == self[opening.lowerBound + offset]
      {
        index += 1
        offset += 1
      }
      if offset == opening.count {
        while index < source.end, self[index] == mark { index += 1 }
        if let end = restOfBlankLine(at: index) { return position..<end }
      }
      position = lineEnd(from: position)
    }
    if isUniform {
      if mark == "`" {
        source.unclosedBackticks = opening.count
      } else {
        source.unclosedTildes = opening.count
      }
    }
    return nil
  }

  private mutating func addFencedCode(_ info: FenceInfo, _ close: Range<Int>) {
    let node = addBlock(.code, info.end..<close.lowerBound)
    if !info.word.isEmpty {
      let value = Array("language-".utf8) + tree.text[info.language]
      tree.withDetail(of: node) { $0.attributes.set(AttributeName.class, value) }
    }
    source.position = close.upperBound
  }
}
