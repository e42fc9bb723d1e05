import NewsText

/// Where the lines of a paragraph end in the file.
enum MarkdownWrap {
  /// The soft blanks that become line ends.
  static func ends(
    of text: ArraySlice<UInt8>, _ wrap: MarkdownRenderer.Wrap, indent: Int,
    _ flavor: MarkdownFlavor
  ) -> [Int] {
    switch wrap {
    case .none: return []
    case .sentence:
      return text.indices.filter {
        text[$0] == MarkdownText.softBlank && endsSentence(text, before: $0)
          && mayEnd(text, at: $0, flavor)
      }
    case .columns(let columns): return filled(text, max(columns - indent, 20), flavor)
    }
  }

  private static func filled(
    _ text: ArraySlice<UInt8>, _ width: Int, _ flavor: MarkdownFlavor
  ) -> [Int] {
    if text.count <= width { return [] }
    var ends: [Int] = []
    var used = 0
    var candidate: Int?
    var wordStart = text.startIndex
    for index in text.startIndex...text.endIndex {
      let isEnd = index == text.endIndex
      guard isEnd || text[index] == MarkdownText.softBlank else { continue }
      let word = DisplayWidth.of(text[wordStart..<index])
      if used + word > width, let last = candidate {
        ends.append(last)
        used = DisplayWidth.of(text[(last + 1)..<index])
        candidate = nil
      } else {
        used += word
      }
      if isEnd { break }
      if mayEnd(text, at: index, flavor) { candidate = index }
      used += 1
      wordStart = index + 1
    }
    return ends
  }

  /// Whether a line may end at a blank: what follows must not need a backslash then, and between
  /// two Chinese characters a line end would be no blank.
  private static func mayEnd(
    _ text: ArraySlice<UInt8>, at index: Int, _ flavor: MarkdownFlavor
  ) -> Bool {
    guard index > text.startIndex, index + 1 < text.endIndex else { return false }
    if isWide(before: index, in: text), !isWord(text[index + 1]) { return false }
    if text[index + 1] >= 0xE2, !isWord(text[index - 1]), !".,;:!?".utf8.contains(text[index - 1]) {
      return false
    }
    // A tag alone on a paragraph's first line would begin a block of HTML.
    if text.first == UInt8(ascii: "<"), text[index - 1] == UInt8(ascii: ">") { return false }
    // A backslash at a line's end is a forced break, and so are two blanks; a line of blanks alone would
    // end the paragraph.
    if text[index - 1] == 0x5C || MarkdownLine.isBlank(text[index - 1]) { return false }
    let rest = text[(index + 1)...].drop(while: MarkdownLine.isBlank)
    if rest.isEmpty { return false }
    let word = rest.prefix { $0 != MarkdownText.softBlank }
    if let first = word.first, MarkdownText.isPunctuation(first), !mayBegin(word, first) {
      return false
    }
    return MarkdownLine.escape(word, continues: true, flavor) == nil
      && MarkdownLine.escape(rest, continues: true, flavor) == nil
  }

  /// Whether a word that begins with punctuation may begin a line.
  private static func mayBegin(_ word: ArraySlice<UInt8>, _ first: UInt8) -> Bool {
    let second = word.dropFirst().first ?? 0x20
    switch first {
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "\""): return true
    // Emphasis, a tag within the line, code that is no fence.
    case UInt8(ascii: "*"), UInt8(ascii: "<"): return isWord(second)
    case UInt8(ascii: "`"): return second != first
    default: return false
    }
  }

  private static func isWide(before index: Int, in text: ArraySlice<UInt8>) -> Bool {
    var start = index - 1
    while start > text.startIndex, text[start] & 0xC0 == 0x80 { start -= 1 }
    return text[start] >= 0xE2
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (byte >= 0x30 && byte <= 0x39)
  }

  /// Whether a sentence ends before an index of the text.
  private static func endsSentence(_ text: ArraySlice<UInt8>, before index: Int) -> Bool {
    var end = index
    while end > text.startIndex, "\"')]*_".utf8.contains(text[end - 1]) { end -= 1 }
    guard end > text.startIndex else { return false }
    switch text[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    // 。！？ and ” ’ after them.
    default:
      let last = text[max(text.startIndex, end - 3)..<end]
      return last.elementsEqual("。".utf8) || last.elementsEqual("！".utf8)
        || last.elementsEqual("？".utf8)
    }
  }
}
