/// Code spans, formulas in text, line breaks, escapes, and extensions in text.
extension Parser {
  // MARK: - Code

  mutating func parseCodeSpan() -> Bool {
    let start = span.position
    var open = start
    while open < span.end, self[open] == "`" { open += 1 }
    let marks = open - start
    let isLone =
      marks == 1 && (start == span.start || self[start - 1].isSpace) && open < span.end
      && self[open].isSpace
    span.position = open
    let isKnown = span.unclosedCode.isEmpty ? false : open >= span.unclosedCode[marks] ?? Int.max
    guard !isLone, !isKnown else {
      addText(start..<open)
      return true
    }
    guard let close = codeSpanEnd(from: open, marks: marks, end: span.end) else {
      span.unclosedCode[marks] = open
      addText(start..<open)
      return true
    }
    addSpan(.codeSpan, codeContent(open..<close, marks: marks))
    span.position = close + marks
    return true
  }

  /// Where the marks that close a code span start, be it in a longer run of marks.
  func codeSpanEnd(from position: Int, marks: Int, end: Int) -> Int? {
    var index = position
    var run = 0
    while index < end {
      run = self[index] == "`" ? run + 1 : 0
      index += 1
      if run == marks { return index - marks }
    }
    return nil
  }

  /// The code between longer marks, without one space at each end.
  func codeContent(_ range: Range<Int>, marks: Int) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if marks > 1 {
      if start < end, self[start] == " " { start += 1 }
      if start < end, self[end - 1] == " " { end -= 1 }
    }
    return start..<end
  }

  // MARK: - Formulas

  mutating func parseInlineMath() -> Bool {
    let start = span.position
    guard start < span.unclosedFormula, start + 3 < span.end, self[start + 1] == "$" else {
      return false
    }
    guard let close = closingDollars(from: start + 2, end: span.end) else {
      span.unclosedFormula = start
      return false
    }
    addSpan(.math, trim(start + 2..<close))
    span.position = close + 2
    return true
  }

  // MARK: - Line breaks and escapes

  /// Two spaces, or two backslashes, at the end of a line.
  mutating func parseLineBreak() -> Bool {
    let start = span.position
    guard !hasHardWrap, start + 2 < span.end, self[start + 2] == "\n",
      self[start + 1] == self[start]
    else { return false }
    addSpan(.lineBreak)
    span.position = start + 2
    return true
  }

  mutating func parseEscape() -> Bool {
    let next = span.position + 1
    guard next < span.end,
      self[next].isEscapable || self[next] == "~" && options.input == .gfm
    else { return false }
    addText(next..<next + 1)
    span.position = next + 1
    return true
  }

  // MARK: - Extensions

  /// `{::name}`, or an attribute list for the span before it.
  mutating func parseSpanExtension() -> Bool {
    let start = span.position
    guard start + 2 < span.end, self[start + 1] == ":" else { return false }
    if parseExtension(at: start, isBlock: false) { return true }
    if self[start + 2] == ":" || self[start + 2] == "/", isExtensionTag(at: start) { return false }
    guard let close = span.braces.position(from: start + 2, end: span.end, in: tree.text),
      close > start + 2
    else { return false }
    let last = tree[container].last
    guard last >= 0, tree[last].kind != .text else {
      warnInSpan("An attribute list follows no span and is read as text")
      return false
    }
    var list = AttributeList()
    parseAttributes(start + 2..<close, into: &list)
    var detail = tree.withDetail(of: last) { detail in
      defer { detail = Tree.Detail() }
      return detail
    }
    apply(list, to: &detail.attributes)
    if detail.list == nil { detail.list = AttributeList() }
    detail.list?.merge(list)
    tree.withDetail(of: last) { $0 = detail }
    span.position = close + 1
    return true
  }
}
