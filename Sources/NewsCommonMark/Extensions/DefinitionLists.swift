/// Definition lists as PHP Markdown Extra has them and Goldmark reads them, written as HTML around
/// Markdown, which CommonMark reads on.
///
/// ```
/// Term
/// : What it means.
/// ```
package struct DefinitionLists {
  private let text: [UInt8]
  private var lines: [Range<Int>] = []
  /// Which lines are code.
  private var isCode: [Bool] = []
  private var output: [UInt8] = []

  /// The text with its definition lists as HTML; itself where there are none.
  package static func html(in text: [UInt8], verbatim: VerbatimText) -> [UInt8] {
    // Most texts have no line that begins with a colon.
    guard text.hasColonLine else { return text }
    var lists = DefinitionLists(text, verbatim)
    lists.read()
    return lists.output
  }

  private init(_ text: [UInt8], _ verbatim: VerbatimText) {
    self.text = text
    var start = 0
    var index = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      lines.append(start..<end)
      let range = verbatim.range(at: start, index: &index)
      isCode.append(range.map { $0.upperBound >= end } ?? false)
      start = end + 1
    }
  }

  private func isBlank(_ line: Int) -> Bool { text[lines[line]].allSatisfy { $0 <= 0x20 } }

  private func indent(_ line: Int) -> Int {
    var count = 0
    for byte in text[lines[line]] {
      switch byte {
      case 0x20: count += 1
      case 0x09: count += 4
      default: return count
      }
    }
    return count
  }

  /// Where a definition's text begins, if a line begins one.
  private func definition(_ line: Int) -> Int? {
    guard line < lines.count, !isCode[line] else { return nil }
    let start = lines[line].lowerBound
    var position = start
    while position < lines[line].upperBound, position - start < 3, text[position] == 0x20 {
      position += 1
    }
    guard position + 1 < lines[line].upperBound, text[position] == UInt8(ascii: ":"),
      text[position + 1] == 0x20 || text[position + 1] == 0x09
    else { return nil }
    return position + 1
  }

  /// Whether a line may be a term: plain text at the margin.
  private func isTerm(_ line: Int) -> Bool {
    guard !isCode[line], let first = text[lines[line]].first else { return false }
    switch first {
    case 0x00...0x20, UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "<"),
      UInt8(ascii: "|"):
      return false
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      let rest = text[lines[line]].dropFirst()
      return rest.first.map { $0 > 0x20 } ?? false
        && !text[lines[line]].allSatisfy { $0 == first || $0 <= 0x20 }
    default: return true
    }
  }

  /// The first definition of the terms that begin in a line.
  private func firstDefinition(ofTermsAt line: Int) -> Int? {
    var next = line
    while next < lines.count, isTerm(next) { next += 1 }
    guard next > line else { return nil }
    if definition(next) != nil { return next }
    guard next < lines.count, isBlank(next), definition(next + 1) != nil else { return nil }
    return next + 1
  }

  private mutating func read() {
    var line = 0
    while line < lines.count {
      if isBlank(line) {
        copy(line)
        line += 1
        continue
      }
      // Terms begin a paragraph.
      guard line == 0 || isBlank(line - 1), let first = firstDefinition(ofTermsAt: line) else {
        copy(line)
        line += 1
        // The rest of a paragraph is not asked again.
        while line < lines.count, !isBlank(line) {
          copy(line)
          line += 1
        }
        continue
      }
      line = list(from: line, definition: first)
    }
  }

  private mutating func copy(_ line: Int) {
    output += text[lines[line]]
    if lines[line].upperBound < text.count { output.append(0x0A) }
  }

  private mutating func list(from term: Int, definition first: Int) -> Int {
    output += "<dl>\n".utf8
    var (term, first) = (term, first)
    while true {
      for line in term..<first where !isBlank(line) {
        output += "<dt>\n\n".utf8
        output += text[lines[line]]
        output += "\n\n</dt>\n".utf8
      }
      var line = first
      while let start = definition(line) { line = definition(from: line, at: start) }
      var next = line
      while next < lines.count, isBlank(next) { next += 1 }
      guard next < lines.count, next > line, let another = firstDefinition(ofTermsAt: next) else {
        output += "</dl>\n\n".utf8
        return line
      }
      (term, first) = (next, another)
    }
  }

  /// Writes a definition; returns the line of the next, or the one after it.
  private mutating func definition(from line: Int, at start: Int) -> Int {
    output += "<dd>\n\n".utf8
    output += text[start..<lines[line].upperBound].drop { $0 == 0x20 || $0 == 0x09 }
    output.append(0x0A)
    var line = line + 1
    while line < lines.count {
      if isBlank(line) {
        var next = line
        while next < lines.count, isBlank(next) { next += 1 }
        guard next < lines.count else { break }
        if definition(next) != nil {
          line = next
          break
        }
        guard indent(next) >= 2 else { break }
        output.append(0x0A)
        line = next
      }
      if definition(line) != nil { break }
      output += unindented(line)
      output.append(0x0A)
      line += 1
    }
    output += "\n</dd>\n".utf8
    return line
  }

  private func unindented(_ line: Int) -> ArraySlice<UInt8> {
    var rest = text[lines[line]]
    var count = 0
    while count < 4, let first = rest.first, first == 0x20 || first == 0x09 {
      count += first == 0x09 ? 4 : 1
      rest.removeFirst()
    }
    return rest
  }
}

extension [UInt8] {
  fileprivate var hasColonLine: Bool {
    var start = startIndex
    while let colon = self[start...].firstIndex(of: UInt8(ascii: ":")) {
      var before = colon
      while before > 0, colon - before < 3, self[before - 1] == 0x20 { before -= 1 }
      if before > 0, self[before - 1] == 0x0A { return true }
      start = colon + 1
    }
    return false
  }
}
