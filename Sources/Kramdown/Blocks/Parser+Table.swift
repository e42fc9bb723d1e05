internal import NewsBytes

/// Tables: rows of cells between pipes, with lines of dashes and equal signs between their parts.
extension Parser {
  /// The parts of a table while its lines are read.
  private struct PendingTable {
    var parts: [NodeID] = []
    var rows: [NodeID] = []
    var alignment: [Tree.Alignment] = []
    var hasFooter = false
    var columns = 0
  }

  mutating func parseTable(at start: Int) -> Bool {
    guard hasPipes, hasPipe(at: start), isAfterBoundary else { return false }
    let position = source.position
    let list = pendingList
    pendingList = nil
    let saved = (nodes: tree.nodes.count, text: tree.text.count, details: tree.details.count)
    let number = line(at: position)

    var table = PendingTable()
    let end = readLines(of: &table, from: position, hasLeadingPipe: self[start] == "|")
    guard isBeforeBoundary(at: end), everyLineHasPipe(position..<end) else {
      tree.discard(to: saved)
      return false
    }
    if !table.rows.isEmpty {
      addPart(table.hasFooter ? .tableFoot : .tableBody, of: &table)
    }
    guard table.parts.contains(where: { tree[$0].kind == .tableBody }) else {
      warnings.add("A table has no body; it is read as text", line: number)
      tree.discard(to: saved)
      return false
    }

    fillRows(of: &table)
    tree.alignments.append(table.alignment)
    pendingList = list
    let node = addBlock(.table, value: Int32(tree.alignments.count - 1))
    for part in table.parts { tree.append(part, to: node) }
    source.position = end
    return true
  }

  // MARK: - Lines

  /// Whether the line at `position` has a pipe that makes it one of a table: one at its very start,
  /// or without a backslash before it.
  private func hasPipe(at position: Int) -> Bool {
    let end = lineEnd(from: position)
    var start = position
    while let pipe = tree.text.place(of: 0x7C, from: start, to: end) {
      if pipe == position || self[pipe - 1] != "\\" { return true }
      start = pipe + 1
    }
    return false
  }

  private mutating func readLines(
    of table: inout PendingTable, from position: Int, hasLeadingPipe: Bool
  ) -> Int {
    var position = position
    if let end = separatorEnd(at: position, mark: "-") { position = end }
    while position < source.end, hasPipe(at: position) {
      let end = lineEnd(from: position)
      if separatorEnd(at: position, mark: "-") != nil {
        if table.rows.isEmpty {
          // One of several lines of dashes in a row.
        } else if table.alignment.isEmpty, !table.hasFooter {
          addPart(.tableHead, of: &table)
          table.alignment = alignment(of: position..<end)
        } else if !table.hasFooter {
          addPart(.tableBody, of: &table)
        }
      } else if separatorEnd(at: position, mark: "=") != nil {
        if !table.rows.isEmpty { addPart(.tableBody, of: &table) }
        table.hasFooter = true
      } else {
        addRow(position..<end, to: &table, hasLeadingPipe: hasLeadingPipe)
      }
      position = end
    }
    return position
  }

  /// The position behind a line of nothing but `mark`, and pipes, colons, plus signs and blanks.
  private func separatorEnd(at position: Int, mark: Unicode.Scalar) -> Int? {
    var index = position
    var found = false
    while index < source.end, self[index] != "\n" {
      let byte = self[index]
      if byte == mark {
        found = true
      } else if byte != "|", byte != "+", byte != ":", !byte.isBlank {
        return nil
      }
      index += 1
    }
    return found && index < source.end ? index + 1 : nil
  }

  /// What the colons of a line of dashes say.
  private func alignment(of range: Range<Int>) -> [Tree.Alignment] {
    var result: [Tree.Alignment] = []
    var index = range.lowerBound
    // A colon between two runs of dashes belongs to the first.
    var taken = index
    while index < range.upperBound {
      guard self[index] == "-" else {
        index += 1
        continue
      }
      let left = index > taken && self[index - 1] == ":"
      while index < range.upperBound, self[index] == "-" { index += 1 }
      let right = index < range.upperBound && self[index] == ":"
      if right { index += 1 }
      taken = index
      result.append(left ? (right ? .center : .left) : (right ? .right : .none))
    }
    return result
  }

  // MARK: - Rows and cells

  private mutating func addRow(
    _ range: Range<Int>, to table: inout PendingTable, hasLeadingPipe: Bool
  ) {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1].isBlank || self[end - 1] == "\n" { end -= 1 }
    var cells = splitCells(range.lowerBound..<end)
    if hasLeadingPipe, let first = cells.first, first.allSatisfy(\.isSpace) { cells.removeFirst() }
    if let last = cells.last, last.allSatisfy(\.isSpace) { cells.removeLast() }
    let row = tree.make(.row)
    for cell in cells {
      let start = tree.text.count
      tree.text += cell
      let node = tree.make(.cell, trim(start..<tree.text.count), line: line(at: range.lowerBound))
      tree[node].flags.insert(.unparsed)
      tree.append(node, to: row)
    }
    table.columns = Swift.max(table.columns, cells.count)
    table.rows.append(row)
  }

  /// Splits a line at its pipes, but for those in code.
  private func splitCells(_ range: Range<Int>) -> [[UInt8]] {
    var cells: [[UInt8]] = [[]]
    var start = range.lowerBound
    while let element = codeElement(in: start..<range.upperBound) {
      splitText(start..<element.lowerBound, into: &cells)
      cells[cells.count - 1] += tree.text[element]
      start = element.upperBound
    }
    splitText(start..<range.upperBound, into: &cells)
    return cells
  }

  private func splitText(_ range: Range<Int>, into cells: inout [[UInt8]]) {
    var index = range.lowerBound
    // A backslash at the end of a piece of text does not reach a pipe after code.
    var pieceStart = index
    while index < range.upperBound {
      let byte = self[index]
      if byte == "|" {
        if index > pieceStart, self[index - 1] == "\\" {
          cells[cells.count - 1].removeLast()
          cells[cells.count - 1].append(byte)
        } else {
          cells.append([])
        }
        index += 1
      } else if byte == "`" {
        index = copyCode(
          at: index, start: range.lowerBound, end: range.upperBound, to: &cells[cells.count - 1])
        pieceStart = index
      } else {
        var end = index + 1
        while end < range.upperBound, self[end] != "|", self[end] != "`" { end += 1 }
        cells[cells.count - 1] += tree.text[index..<end]
        index = end
      }
    }
  }

  /// The first `<code ...> ... </code>` in a range.
  private func codeElement(in range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound, !matches("<code", at: start, end: range.upperBound) {
      start += 1
    }
    var index = start
    while index < range.upperBound, self[index] != ">" { index += 1 }
    while index < range.upperBound {
      if self[index] == "<", matches("</code>", at: index, end: range.upperBound) {
        return start..<index + 7
      }
      index += 1
    }
    return nil
  }

  private func matches(_ string: StaticString, at position: Int, end: Int) -> Bool {
    position + string.utf8CodeUnitCount <= end
      && tree.text[position..<position + string.utf8CodeUnitCount].equals(string)
  }

  /// Copies a code span with marks that fit its content, or the backticks of what is none.
  private func copyCode(at position: Int, start: Int, end: Int, to cell: inout [UInt8]) -> Int {
    var open = position
    while open < end, self[open] == "`" { open += 1 }
    let marks = open - position
    let isLone =
      marks == 1 && (position == start || self[position - 1].isSpace)
      && open < end && self[open].isSpace
    guard !isLone, let close = codeSpanEnd(from: open, marks: marks, end: end) else {
      cell += tree.text[position..<open]
      return open
    }
    let code = codeContent(open..<close, marks: marks)
    var longest = 0
    var run = 0
    for index in code {
      run = self[index] == "`" ? run + 1 : 0
      longest = Swift.max(longest, run)
    }
    let mark = [UInt8](repeating: 0x60, count: longest + 1)
    let space: [UInt8] = mark.count > 1 ? [0x20] : []
    cell += mark + space
    cell += tree.text[code]
    cell += space + mark
    return close + marks
  }

  // MARK: - Parts

  private mutating func addPart(_ kind: Node.Kind, of table: inout PendingTable) {
    let part = tree.make(kind)
    for row in table.rows { tree.append(row, to: part) }
    table.rows = []
    table.parts.append(part)
  }

  /// Gives all rows the same number of cells.
  private mutating func fillRows(of table: inout PendingTable) {
    // One row of very many columns must not make thousands of others as long.
    for part in table.parts {
      var row = tree[part].first
      while row >= 0 {
        var count = 0
        var cell = tree[row].first
        while cell >= 0 {
          count += 1
          cell = tree[cell].next
        }
        let missing = Swift.max(table.columns - count, 0)
        for _ in 0..<Swift.min(missing, fillBudget) { tree.append(tree.make(.cell), to: row) }
        if missing > fillBudget {
          warn("The rows of a table are too many and too uneven to be filled")
        }
        fillBudget = Swift.max(fillBudget - missing, 0)
        row = tree[row].next
      }
    }
    if table.alignment.count > table.columns {
      table.alignment.removeLast(table.alignment.count - table.columns)
    } else {
      table.alignment += Array(repeating: .none, count: table.columns - table.alignment.count)
    }
  }

  // MARK: - Pipes in code

  /// Whether each line has a pipe outside of code and of elements of text.
  private mutating func everyLineHasPipe(_ range: Range<Int>) -> Bool {
    guard range.contains(where: { self[$0] == "`" || self[$0] == "<" }) else { return true }
    let root = parseScratch(range.lowerBound..<range.upperBound - 1)
    var hasPipe = false
    var child = tree[root].first
    while child >= 0 {
      let node = tree[child]
      child = node.next
      switch node.kind {
      case .codeSpan, .text, .html, .htmlComment: break
      default: continue
      }
      let lines = scratchLines(node.start..<node.end)
      if node.kind == .codeSpan {
        if lines.count > 2 || (lines.count == 2 && !hasPipe) { break }
        if lines.count == 2 { hasPipe = false }
      } else {
        if lines.count > 1, !hasPipe, !hasPipeIn(lines[0]) { break }
        if lines.count > 1 { hasPipe = false }
        if let last = lines.last, hasPipeIn(last) { hasPipe = true }
      }
    }
    return hasPipe
  }

  private func scratchLines(_ range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where self[index] == "\n" {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<range.upperBound)
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    return lines
  }

  private func hasPipeIn(_ range: Range<Int>) -> Bool {
    for index in range where self[index] == "|" {
      if index == range.lowerBound || self[index - 1] != "\\" { return true }
    }
    return false
  }
}
