/// Formulas that are blocks.
extension Parser {
  mutating func parseBlockMath(at start: Int) -> Bool {
    let isEscaped = self[start] == "\\"
    let open = isEscaped ? start + 1 : start
    guard open + 1 < source.end, self[open] == "$", self[open + 1] == "$", isAfterBoundary,
      open < source.unclosedFormula
    else { return false }
    guard let close = closingDollars(from: open + 2, end: source.end) else {
      source.unclosedFormula = open
      return false
    }
    let rest = restOfBlankLine(at: close + 2)
    if isEscaped {
      // `\$$ ... $$` alone on its lines is a formula in a paragraph.
      if rest != nil { source.position = start + 1 }
      return false
    }
    let end = rest ?? close + 2
    guard isBeforeBoundary(at: end) else { return false }
    addBlock(.math, trim(open + 2..<close), flags: .block)
    source.position = end
    return true
  }

  func closingDollars(from position: Int, end: Int) -> Int? {
    var index = position
    while index + 1 < end {
      if self[index] == "$", self[index + 1] == "$" { return index }
      index += 1
    }
    return nil
  }

  func trim(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return start..<end
  }
}
