internal import NewsBytes

/// Reading spans: the text up to the next character that may mean something, then what it means.
extension Parser {
  /// What ends the span being read.
  enum SpanStop {
    case none
    /// One or two of a mark.
    case mark(UInt8, count: Int)
    /// The bracket that closes a link; `open` counts the brackets that are open.
    case bracket(open: Int)
    /// An end tag.
    case endTag(name: [UInt8], ignoringCase: Bool)
  }

  // MARK: - Texts

  /// Parses the text of all nodes below `node` and applies attribute lists.
  mutating func finish(_ node: NodeID) {
    if tree[node].flags.contains(.unparsed) { parseText(of: node) }
    var child = tree[node].first
    while child >= 0 {
      if tree[child].flags.contains(.unparsed) || tree[child].first >= 0 {
        switch tree[child].kind {
        case .emphasis, .strong, .link, .image: break
        case .html where !tree[child].flags.contains(.block): break
        default: finish(child)
        }
      }
      applyList(of: child)
      child = tree[child].next
    }
  }

  /// Spans have their lists applied when they are parsed.
  private mutating func applyList(of node: NodeID) {
    guard tree[node].detail >= 0, let list = tree.list(of: node), !isSpan(node) else { return }
    var attributes = tree.attributes(of: node)
    apply(list, to: &attributes)
    tree.withDetail(of: node) { $0.attributes = attributes }
  }

  private func isSpan(_ node: NodeID) -> Bool {
    switch tree[node].kind {
    case .emphasis, .strong, .link, .image, .codeSpan, .lineBreak, .entity, .symbol, .smartQuote,
      .footnote, .abbreviation:
      true
    case .html, .math, .htmlComment: !tree[node].flags.contains(.block)
    default: false
    }
  }

  private mutating func parseText(of node: NodeID) {
    tree[node].flags.remove(.unparsed)
    let range = tree[node].start..<tree[node].end
    guard !range.isEmpty else { return }
    parseSpanText(range, line: Int(tree[node].line), into: node)
    if !abbreviations.isEmpty { replaceAbbreviations(in: node) }
  }

  /// Parses a text of its own into `node`.
  mutating func parseSpanText(
    _ range: Range<Int>, line: Int, into node: NodeID, scope: SpanState.Scope = .all
  ) {
    // Swapped, not copied: a state has many parts.
    var outer = SpanState(
      start: range.lowerBound, position: range.lowerBound, end: range.upperBound,
      lines: LineCounter(position: range.lowerBound, line: line))
    swap(&span, &outer)
    var stop = SpanStop.none
    parseSpans(into: node, until: &stop, scope: scope)
    swap(&span, &outer)
  }

  /// Parses a range only to see what it holds.
  mutating func parseScratch(_ range: Range<Int>) -> NodeID {
    let outer = (links, footnoteIndex, warnings, container)
    links = [:]
    footnoteIndex = [:]
    let root = tree.make(.looseText)
    parseSpanText(range, line: 0, into: root, scope: .codeAndHTML)
    (links, footnoteIndex, warnings, container) = outer
    return root
  }

  var isInSpans: Bool { span.end > span.start }

  mutating func spanLine(at position: Int) -> Int {
    span.lines.line(at: position, in: tree.text)
  }

  mutating func warnInSpan(_ message: String) {
    warnings.add(message, line: spanLine(at: span.position))
  }

  /// Whether work may be done that may be for nothing. Emphasis and links that are never closed cost
  /// a pass over the rest of their text each, which no real text has many of; when a document has
  /// used up its share, further marks are read as text.
  mutating func hasBudget() -> Bool {
    if spanBudget >= 0 { return true }
    if !isOutOfBudget {
      isOutOfBudget = true
      warnInSpan("Too many marks are never closed; the rest of them are read as text")
    }
    return false
  }

  /// What a mark costs in comparison to a byte of plain text.
  private static let markCost = 16

  // MARK: - The loop

  /// Parses spans into `node` from the current position on.
  ///
  /// - Returns: whether `stop` was reached; the position is then at it.
  @discardableResult
  mutating func parseSpans(
    into node: NodeID, until stop: inout SpanStop, scope: SpanState.Scope
  ) -> Bool {
    let outer = container
    container = node
    depth += 1
    defer {
      container = outer
      depth -= 1
    }
    while span.position < span.end {
      let position = span.position
      let next = nextMark(from: position, scope: scope, stop: stop)
      guard next < span.end else {
        if case .none = stop {
          addText(position..<span.end)
          span.position = span.end
        }
        spanBudget -= next - position
        return false
      }
      spanBudget -= next - position + Self.markCost
      if next > position { addText(position..<next) }
      span.position = next
      if reaches(&stop) { return true }
      if !parseSpan(scope: scope) {
        let length = tree.text.scalarLength(at: next, end: span.end)
        addText(next..<next + length)
        span.position = next + length
      }
    }
    return false
  }

  /// Appends text to the node being filled.
  mutating func addText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let last = tree[container].last
    guard last >= 0, tree[last].kind == .text else {
      tree.append(tree.make(.text, range), to: container)
      return
    }
    if tree[last].end == range.lowerBound {
      tree[last].end = range.upperBound
      return
    }
    // What was left out in between (a backslash) makes a copy necessary.
    if tree[last].end != tree.text.count {
      let copy = tree.copyText(tree[last].start..<tree[last].end)
      spanBudget -= copy.count
      tree[last].start = copy.lowerBound
    }
    _ = tree.copyText(range)
    tree[last].end = tree.text.count
  }

  @discardableResult
  mutating func addSpan(_ kind: Node.Kind, _ range: Range<Int> = 0..<0, value: Int32 = 0) -> NodeID
  {
    let node = tree.make(kind, range)
    tree[node].value = value
    tree.append(node, to: container)
    return node
  }

  // MARK: - What begins at a position

  private mutating func parseSpan(scope: SpanState.Scope) -> Bool {
    let position = span.position
    let byte = self[position]
    switch scope {
    case .html: return parseSpanHTML()
    case .codeAndHTML:
      if byte == "`" { return parseCodeSpan() }
      return parseSpanHTML()
    case .all: break
    }
    switch byte {
    case "*", "_": return parseEmphasis()
    case "`": return parseCodeSpan()
    case "<":
      if parseAutolink() || parseSpanHTML() { return true }
    case "[":
      if parseFootnoteMark() || parseLink() { return true }
    case "!":
      if parseLink() { return true }
    default: break
    }
    if startsSmartQuote(at: position) {
      parseSmartQuote()
      return true
    }
    switch byte {
    case "$": return parseInlineMath()
    case "{": return parseSpanExtension()
    case "&": return parseEntity()
    case "-", ".", "<", ">": return parseSymbol()
    case " ": return parseSymbol() || parseLineBreak()
    case "\\": return parseSymbol() || parseLineBreak() || parseEscape()
    case "~": return parseStrike()
    default: return false
    }
  }

  // MARK: - Marks

  /// The next position at which a span may begin or `stop` may be reached, or the end.
  private func nextMark(from position: Int, scope: SpanState.Scope, stop: SpanStop) -> Int {
    switch scope {
    case .html: return nextByte(from: position) { $0 == 0x3C }
    case .codeAndHTML: return nextByte(from: position) { $0 == 0x3C || $0 == 0x60 }
    case .all: break
    }
    var endsAtBracket = false
    if case .bracket = stop { endsAtBracket = true }
    var index = position
    let marks = SpanMarks.table
    while true {
      index = nextMark(from: index, in: marks)
      guard index < span.end else { return index }
      switch self[index] {
      case "*", "_", "`", "<", "[", "$", "\\": return index
      case "]": if endsAtBracket { return index }
      case "\"", "'":
        return index > position ? tree.text.scalarStart(before: index, start: position) : index
      case "!": if isNext("[", after: index) { return index }
      case "{": if isNext(":", after: index) { return index }
      case "-": if isNext("-", after: index) { return index }
      case ">": if isNext(">", after: index) { return index }
      case "~": if isNext("~", after: index) { return index }
      case ".": if isNext(".", after: index), isNext(".", after: index + 1) { return index }
      case "&": if entity(at: index) != nil { return index }
      case " ": if isSpaceMark(at: index) { return index }
      default: break
      }
      index += 1
    }
  }

  /// The next byte that may be a mark; of blanks only those that something follows which makes them
  /// one, for every fifth byte of a text is a blank.
  private func nextMark(from position: Int, in marks: [Bool]) -> Int {
    let end = span.end
    return tree.text.withUnsafeBufferPointer { text in
      marks.withUnsafeBufferPointer { marks in
        var index = position
        while true {
          index = Self.wordsEnd(in: text, from: index, to: end)
          guard index < end else { return index }
          let byte = text[index]
          if byte == 0x20 {
            let next = index + 1 < end ? text[index + 1] : 0
            if next == 0x20 || next == 0x3C || next == 0x3E { return index }
          } else if marks[Int(byte)] {
            return index
          }
          index += 1
        }
      }
    }
  }

  /// The end of letters, commas, line ends and blanks before letters: nothing begins with any of them.
  @inline(__always)
  private static func wordsEnd(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    UnsafeBufferPointer(rebasing: text[..<end]).place(from: start) { bytes, next in
      let isWord =
        bytes.isLetter .| bytes.isEqual(to: 0x2C) .| bytes.isEqual(to: 0x0A)
        .| bytes.isEqual(to: 0x20) .& next.isLetter
      return .!isWord
    }
  }

  @inline(__always)
  private func nextByte(from position: Int, where isMark: (UInt8) -> Bool) -> Int {
    let end = span.end
    return tree.text.withUnsafeBufferPointer { text in
      var index = position
      while index < end, !isMark(text[index]) { index += 1 }
      return index
    }
  }

  @inline(__always)
  private func isNext(_ character: Unicode.Scalar, after position: Int) -> Bool {
    position + 1 < span.end && self[position + 1] == character
  }

  /// A space before `<<` or `>>`, or the first of two that break a line.
  @inline(__always)
  private func isSpaceMark(at position: Int) -> Bool {
    guard position + 2 < span.end else { return false }
    let (second, third) = (self[position + 1], self[position + 2])
    if second == " " { return third == "\n" && !hasHardWrap }
    return (second == "<" || second == ">") && third == second && hasTypographicSymbols
  }

  var hasHardWrap: Bool { options.hardWrap && options.input == .gfm }
  var hasTypographicSymbols: Bool { options.typographicSymbols || options.input == .kramdown }

  /// Whether the span being read ends at the current position.
  private mutating func reaches(_ stop: inout SpanStop) -> Bool {
    switch stop {
    case .none: return false
    case .mark(let mark, let count): return endsEmphasis(mark, count: count)
    case .bracket(let open): return endsLinkText(open: open, stop: &stop)
    case .endTag(let name, let ignoringCase):
      guard let (range, _) = htmlEndTag(at: span.position, end: span.end) else { return false }
      return name == (ignoringCase ? lowercasedName(range) : Array(tree.text[range]))
    }
  }
}

/// The bytes that may begin a span.
enum SpanMarks {
  static let table: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "*_`<[]$\\\"'!{->~.& ".utf8 { table[Int(byte)] = true }
    return table
  }()
}
