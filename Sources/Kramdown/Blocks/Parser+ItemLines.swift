/// The lines of list items and of definitions: which belong to them, and without which indentation.
extension Parser {
  /// Copies what follows the marker of an item on its line.
  ///
  /// - Returns: the copy, without leading white space and without the item's attribute list, and the
  ///   indentation that the lines of the item have from then on.
  mutating func copyFirstLine(
    _ range: Range<Int>, indentation: Int, item: NodeID
  ) -> (Range<Int>, indentation: Int) {
    var column = indentation
    var content = range.lowerBound
    if isBlankItemLine(range) {
      column = 4
    } else {
      while content < range.upperBound, self[content].isBlank {
        column += self[content] == "\t" ? 4 - column % 4 : 1
        content += 1
      }
    }
    while content < range.upperBound, self[content].isSpace { content += 1 }
    if let end = itemAttributeList(content..<range.upperBound, item: item) { content = end }
    return (tree.copyText(content..<range.upperBound), column)
  }

  private func isBlankItemLine(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, self[index].isSpace { index += 1 }
    if index == range.upperBound { return true }
    guard let list = itemAttributeListRange(index..<range.upperBound) else { return false }
    index = list.upperBound + 1
    while index < range.upperBound, self[index].isSpace { index += 1 }
    return index == range.upperBound
  }

  /// Reads an attribute list at the start of a line as that of an item.
  ///
  /// - Returns: where the text behind it starts.
  mutating func itemAttributeList(_ range: Range<Int>, item: NodeID) -> Int? {
    guard let content = itemAttributeListRange(range) else { return nil }
    var list = tree.takeList(of: item)
    parseAttributes(content, into: &list)
    tree.withDetail(of: item) { $0.list = list }
    var end = content.upperBound + 1
    while end < range.upperBound, self[end].isSpace { end += 1 }
    return end
  }

  /// The content of `{: ... }` at the start of a range, if it is not a definition or an extension.
  private func itemAttributeListRange(_ range: Range<Int>) -> Range<Int>? {
    let start = range.lowerBound
    guard start + 2 < range.upperBound, self[start] == "{", self[start + 1] == ":",
      self[start + 2] != "/"
    else { return nil }
    var index = start + 2
    if self[index].isWord {
      while index < range.upperBound, self[index].isNameTail { index += 1 }
    }
    if index < range.upperBound, self[index] == ":" { return nil }
    var braces = ClosingBrace()
    guard let end = braces.position(from: start + 2, end: range.upperBound, in: tree.text),
      end > start + 2
    else { return nil }
    return start + 2..<end
  }

  /// The end of a line that belongs to an item: indented as its text is, or going on lazily.
  mutating func itemLineEnd(at position: Int, indentation: Int, lazily: Bool) -> Int? {
    if isItemLine(at: position, indentation: indentation) { return lineEnd(from: position) }
    guard lazily, restOfBlankLine(at: position) == nil else { return nil }
    let start = skipIndent(position, limit: Swift.min(indentation, 3))
    guard start < source.end else { return nil }
    if self[start] == "{", blockAttributeList(at: position, indent: indentation) != nil {
      return nil
    }
    if self[start] == "<", isBlockTag(at: start) { return nil }
    return lineEnd(from: position)
  }

  private func isItemLine(at position: Int, indentation: Int) -> Bool {
    guard position < source.end, self[position].isBlank else { return false }
    var index = position
    var steps = 0
    // A tab or four spaces, as often as the indentation holds them.
    while steps < indentation / 4, let next = indentStep(at: index) {
      index = next
      steps += 1
    }
    guard steps == indentation / 4 else { return false }
    let rest = indentation % 4
    if skipIndent(index, limit: rest) == index + rest {
      return restOfBlankLine(at: index + rest) == nil
    }
    guard let next = indentStep(at: index) else { return false }
    return restOfBlankLine(at: next) == nil
  }

  private func indentStep(at position: Int) -> Int? {
    guard position < source.end, isIndented(at: position) else { return nil }
    return self[position] == "\t" ? position + 1 : position + 4
  }

  /// Copies a line of an item without its indentation.
  ///
  /// - Returns: the copy, and whether the line had the whole indentation.
  mutating func copyLine(
    _ range: Range<Int>, indentation: Int
  ) -> (Range<Int>, isIndented: Bool) {
    var content = range.lowerBound
    while content < range.upperBound, self[content] == "\t" { content += 1 }
    let tabs = content - range.lowerBound
    // Tabs at the start count four columns each; what is left of them beyond the indentation is
    // spaces in the copy.
    var spaces = 4 * tabs
    var index = content
    while spaces < indentation, index < range.upperBound, self[index] == " " {
      spaces += 1
      index += 1
    }
    let start = tree.text.count
    if spaces >= indentation {
      for _ in 0..<(spaces - indentation) { tree.text.append(0x20) }
      _ = tree.copyText(index..<range.upperBound)
      return (start..<tree.text.count, true)
    }
    for _ in 0..<4 * tabs { tree.text.append(0x20) }
    _ = tree.copyText(content..<range.upperBound)
    return (start..<tree.text.count, false)
  }

  /// Indents the copy of a line, which is the last text that was made.
  mutating func indentCopy(_ text: Range<Int>, by columns: Int) {
    tree.text.insert(contentsOf: repeatElement(0x20, count: columns), at: text.lowerBound)
  }
}
