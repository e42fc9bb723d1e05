/// Where a Markdown text is code or a comment, which extensions of the language leave alone: fenced
/// and indented code, code spans, HTML comments. Found in one pass, without parsing the rest.
package struct VerbatimText: Sendable {
  /// The places, in order, none within another.
  package private(set) var ranges: [Range<Int>] = []

  private let text: [UInt8]
  /// A fence that is open: its character, how many, and how many quotes it is in.
  private var fence: (mark: UInt8, count: Int, quotes: Int, start: Int)?
  /// Runs of backquotes of the paragraph under way.
  private var runs: [Run] = []
  private var isInList = false
  private var isAfterBlank = true
  /// Where the comment under way ends.
  private var commentEnd = 0
  private var hasNoMoreComments = false

  private struct Run {
    var start: Int
    var count: Int
    var isEscaped: Bool
  }

  /// Looks through a text in UTF-8.
  package init(_ text: [UInt8]) {
    self.text = text
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      readLine(start..<end)
      start = end + 1
    }
    if let fence { ranges.append(fence.start..<text.count) }
    endParagraph()
    ranges.sort { $0.lowerBound < $1.lowerBound }
    dropOverlaps()
  }

  /// The first place at or after a position that a pass over the text goes by; moves an index on.
  package func range(at position: Int, index: inout Int) -> Range<Int>? {
    while index < ranges.count, ranges[index].upperBound <= position { index += 1 }
    guard index < ranges.count, ranges[index].lowerBound <= position else { return nil }
    return ranges[index]
  }

  private mutating func dropOverlaps() {
    var kept: [Range<Int>] = []
    for range in ranges where range.lowerBound >= kept.last?.upperBound ?? 0 { kept.append(range) }
    ranges = kept
  }

  private mutating func readLine(_ line: Range<Int>) {
    var position = line.lowerBound
    var quotes = 0
    var indent = 0
    while position < line.upperBound {
      switch text[position] {
      case 0x20: indent += 1
      case 0x09: indent += 4
      case UInt8(ascii: ">"): (quotes, indent) = (quotes + 1, 0)
      default:
        return readLine(line, content: position, quotes: quotes, indent: indent)
      }
      position += 1
    }
    // Nothing but blanks and marks of quotations.
    if let open = fence, quotes < open.quotes { endFence(at: line.lowerBound) }
    if fence == nil { endParagraph() }
    isAfterBlank = true
  }

  private mutating func readLine(
    _ line: Range<Int>, content: Int, quotes: Int, indent: Int
  ) {
    defer { isAfterBlank = false }
    if let open = fence {
      if quotes >= open.quotes {
        let count = runLength(at: content, in: line)
        let isClosing =
          text[content] == open.mark && count >= open.count
          && text[(content + count)..<line.upperBound].allSatisfy { $0 <= 0x20 }
        if isClosing { endFence(at: line.upperBound) }
        return
      }
      endFence(at: line.lowerBound)
    }
    var content = content
    if let item = itemContent(at: content, in: line) {
      isInList = true
      content = item
    } else if indent == 0 {
      isInList = isInList && !isAfterBlank
    } else if indent >= 4, isAfterBlank || ranges.last?.upperBound == line.lowerBound, !isInList {
      endParagraph()
      ranges.append(line.lowerBound..<min(line.upperBound + 1, text.count))
      isAfterBlank = true
      return
    }
    guard content < line.upperBound else { return }
    let mark = text[content]
    if mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
      let count = runLength(at: content, in: line)
      if count >= 3,
        mark == UInt8(ascii: "~")
          || !text[(content + count)..<line.upperBound].contains(UInt8(ascii: "`"))
      {
        endParagraph()
        fence = (mark, count, quotes, line.lowerBound)
        return
      }
    }
    readSpans(content..<line.upperBound)
  }

  private mutating func endFence(at end: Int) {
    if let fence { ranges.append(fence.start..<end) }
    fence = nil
  }

  /// Where the text of a list's item begins, if a line begins one.
  private func itemContent(at start: Int, in line: Range<Int>) -> Int? {
    var position = start
    switch text[position] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): position += 1
    case 0x30...0x39:
      while position < line.upperBound, position - start < 9,
        (0x30...0x39).contains(text[position])
      {
        position += 1
      }
      guard position < line.upperBound,
        text[position] == UInt8(ascii: ".") || text[position] == UInt8(ascii: ")")
      else { return nil }
      position += 1
    default: return nil
    }
    guard position == line.upperBound || text[position] == 0x20 || text[position] == 0x09 else {
      return nil
    }
    while position < line.upperBound, text[position] <= 0x20 { position += 1 }
    return position
  }

  private func runLength(at start: Int, in line: Range<Int>) -> Int {
    var end = start
    while end < line.upperBound, text[end] == text[start] { end += 1 }
    return end - start
  }

  private mutating func readSpans(_ line: Range<Int>) {
    var position = max(line.lowerBound, commentEnd)
    while position < line.upperBound {
      switch text[position] {
      case UInt8(ascii: "`"):
        let count = runLength(at: position, in: line)
        var slashes = 0
        while position - slashes > line.lowerBound,
          text[position - slashes - 1] == UInt8(ascii: "\\")
        {
          slashes += 1
        }
        runs.append(Run(start: position, count: count, isEscaped: slashes % 2 == 1))
        position += count
      case UInt8(ascii: "<")
      where !hasNoMoreComments && text[position...].starts(with: "<!--".utf8):
        guard let end = commentEnd(from: position + 4) else {
          hasNoMoreComments = true
          position += 4
          continue
        }
        ranges.append(position..<end)
        commentEnd = end
        position = end
      default: position += 1
      }
    }
  }

  private func commentEnd(from start: Int) -> Int? {
    var position = start
    while let dash = text[position...].firstIndex(of: UInt8(ascii: "-")) {
      if text[dash...].starts(with: "-->".utf8) { return dash + 3 }
      position = dash + 1
    }
    return nil
  }

  /// Pairs runs of backquotes of equal length, as CommonMark does.
  private mutating func endParagraph() {
    guard !runs.isEmpty else { return }
    var next = [Int?](repeating: nil, count: runs.count)
    var seen: [Int: Int] = [:]
    for index in runs.indices.reversed() {
      next[index] = seen[runs[index].count]
      seen[runs[index].count] = index
    }
    var index = 0
    while index < runs.count {
      if !runs[index].isEscaped, let end = next[index] {
        ranges.append(runs[index].start..<(runs[end].start + runs[end].count))
        index = end + 1
      } else {
        index += 1
      }
    }
    runs = []
  }
}
