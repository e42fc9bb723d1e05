internal import NewsBlocks
import NewsCommonMark

/// One pass over a note's text, with what was made of it so far.
struct NoteScan {
  let text: [UInt8]
  var position = 0
  var output: [UInt8] = []
  /// The texts of notes that stood within lines.
  private(set) var notes: [[UInt8]] = []
  let noteLabel = "inline-"

  private let code: VerbatimText
  private var codeIndex = 0
  /// Places up to which nothing closes a mark, a formula or brackets, so that they are not looked for
  /// again.
  private var noMark = -1
  private var noFormula = -1
  private var noDisplay = -1
  private var noBrackets = -1
  private var noNote = -1

  init(_ text: [UInt8]) {
    self.text = text
    code = VerbatimText(text)
    output.reserveCapacity(text.count + text.count / 8)
  }

  /// Copies the code or comment that begins here, if one does.
  mutating func copyVerbatim() -> Bool {
    guard let range = code.range(at: position, index: &codeIndex) else { return false }
    output += text[position..<range.upperBound]
    position = max(range.upperBound, position + 1)
    return true
  }

  mutating func copy(_ count: Int) {
    let end = min(position + count, text.count)
    output += text[position..<end]
    position = end
  }

  func starts(with pattern: StaticString) -> Bool {
    text[position...].starts(
      with: UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount))
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  private func isBlank(at place: Int) -> Bool {
    place < 0 || place >= text.count || text[place] <= 0x20
  }

  /// Where the closing brackets stand that end a wiki link on its line.
  mutating func endOfBrackets(from start: Int) -> Int? {
    guard start > noBrackets else { return nil }
    var place = start
    while place + 1 < text.count, text[place] != 0x0A {
      if text[place] == UInt8(ascii: "]"), text[place + 1] == UInt8(ascii: "]") {
        return place > start ? place : nil
      }
      if text[place] == UInt8(ascii: "["), text[place + 1] == UInt8(ascii: "[") { return nil }
      place += 1
    }
    noBrackets = place
    return nil
  }

  // MARK: Marks within lines

  /// `==marked==`.
  mutating func mark() {
    let start = position + 2
    guard markEnd == nil, position >= noMark, start < text.count, !isBlank(at: start),
      text[start] != UInt8(ascii: "="), position == 0 || text[position - 1] != UInt8(ascii: "=")
    else { return copy(2) }
    var place = start
    var index = codeIndex
    while place + 1 < text.count {
      if let range = code.range(at: place, index: &index) {
        place = range.upperBound
        continue
      }
      if text[place] == 0x0A, isBlankLine(at: place + 1) { break }
      if text[place] == UInt8(ascii: "="), text[place + 1] == UInt8(ascii: "="),
        !isBlank(at: place - 1)
      {
        output += "<mark>".utf8
        markEnd = place
        position = start
        // What is within is read on; its end is met on the way.
        return
      }
      place += 1
    }
    noMark = place
    copy(2)
  }

  /// Where the mark that is open ends.
  private var markEnd: Int?

  /// Whether the open mark ends here; it is closed then.
  mutating func closeMark() -> Bool {
    guard let end = markEnd, position >= end else { return false }
    output += "</mark>".utf8
    position = max(position, end + 2)
    markEnd = nil
    return true
  }

  /// `$x$`, `$$x$$`: what a formula's markup must look like to be taken for one.
  mutating func formula() {
    let isDisplay = starts(with: "$$")
    let width = isDisplay ? 2 : 1
    let start = position + width
    guard position >= (isDisplay ? noDisplay : noFormula), start < text.count,
      isDisplay || !isBlank(at: start)
    else {
      return copy(width)
    }
    var place = start
    while place < text.count {
      if text[place] == 0x0A, isBlankLine(at: place + 1), !isDisplay { break }
      if text[place] == UInt8(ascii: "\\") {
        place += 2
        continue
      }
      if text[place] == UInt8(ascii: "$") {
        if isDisplay {
          if place + 1 < text.count, text[place + 1] == UInt8(ascii: "$") {
            return addFormula(start..<place, end: place + 2, isDisplay: true)
          }
        } else if !isBlank(at: place - 1),
          place + 1 >= text.count || !(0x30...0x39).contains(text[place + 1])
        {
          return addFormula(start..<place, end: place + 1, isDisplay: false)
        }
      }
      place += 1
    }
    if isDisplay { noDisplay = text.count } else { noFormula = min(place, text.count) }
    copy(width)
  }

  private mutating func addFormula(_ range: Range<Int>, end: Int, isDisplay: Bool) {
    var formula = text[range]
    while let last = formula.last, last <= 0x20 { formula.removeLast() }
    while let first = formula.first, first <= 0x20 { formula.removeFirst() }
    guard !formula.isEmpty else { return copy(end - position) }
    let words = formula.split { $0 == 0x0A || $0 == 0x0D }.map {
      Array($0.drop { $0 == UInt8(ascii: ">") })
    }
    let tex = Array(words.joined(separator: [0x20]))
    if isDisplay {
      let html =
        "<div class=\"math\">\\[\(MarkupText.escaped(String(decoding: tex, as: UTF8.self)))\\]</div>"
      insertBlock(Array(html.utf8), end: end)
    } else {
      output += "<span class=\"math\">\\\\(".utf8
      for byte in tex {
        let isMark =
          (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte)
          || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte)
        if isMark { output.append(UInt8(ascii: "\\")) }
        output.append(byte)
      }
      output += "\\\\)</span>".utf8
    }
    position = end
  }

  /// `^[a note within the line]`.
  mutating func note() {
    guard position > noNote else { return copy(2) }
    var depth = 0
    var place = position + 1
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          notes.append(Array(text[(position + 2)..<place]).map { $0 == 0x0A ? 0x20 : $0 })
          output += "[^\(noteLabel)\(notes.count)]".utf8
          position = place + 1
          return
        }
      case UInt8(ascii: "\\"): place += 1
      case 0x0A where isBlankLine(at: place + 1):
        noNote = place
        return copy(2)
      default: break
      }
      place += 1
    }
    noNote = text.count
    copy(2)
  }

  /// ` ^name` at the end of a block: an anchor, of which nothing is shown.
  mutating func nameOfBlock() {
    let start = position + 1
    var end = start
    while end < text.count, isOfName(text[end]) { end += 1 }
    var after = end
    while after < text.count, text[after] == 0x20 || text[after] == 0x0D { after += 1 }
    guard end > start, isBlank(at: position - 1), after >= text.count || text[after] == 0x0A else {
      return copy(1)
    }
    let name = WikiLink.anchor(ofBlock: string(start..<end))
    while output.last == 0x20 { output.removeLast() }
    // On a line of its own it names what is above it, which has no place for an anchor.
    if output.last.map({ $0 != 0x0A && $0 != UInt8(ascii: ">") }) == true {
      output += "<span id=\"\(name)\"></span>".utf8
    }
    position = end
  }

  private func isOfName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
  }

  /// `#tag/nested`: its name. It stays in the text, but for lines that are nothing but tags.
  mutating func tag() -> String? {
    guard isBlank(at: position - 1), position + 1 < text.count else { return nil }
    let rest = text[(position + 1)...].prefix(200)
    let word = rest.prefix {
      isOfName($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "/") || $0 >= 0x80
    }
    guard !word.isEmpty, !word.allSatisfy({ (0x30...0x39).contains($0) }),
      let name = String(validating: word, as: UTF8.self)
    else { return nil }
    // A mark of Chinese punctuation ends it.
    let letters = name.unicodeScalars.prefix {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_/".unicodeScalars.contains($0)
        || $0.properties.isEmoji || $0.properties.generalCategory == .nonspacingMark
    }
    let tag = String(String.UnicodeScalarView(letters))
    guard !tag.isEmpty else { return nil }
    let end = position + 1 + tag.utf8.count
    if isLineOfTags {
      position = end
    } else {
      output += text[position..<end]
      position = end
    }
    return tag.hasSuffix("/") ? String(tag.dropLast()) : tag
  }

  /// Whether the line has nothing but tags.
  private var isLineOfTags: Bool {
    var start = position
    while start > 0, position - start < 400, text[start - 1] != 0x0A { start -= 1 }
    let line = text[start...].prefix(800).prefix { $0 != 0x0A }
    guard line.count < 800 else { return false }
    return line.split(whereSeparator: { $0 <= 0x20 }).allSatisfy {
      $0.first == UInt8(ascii: "#") && $0.count > 1 && $0.dropFirst().first != UInt8(ascii: "#")
    }
  }

  // MARK: Blocks

  /// `> [!note]+ Title`: the title made a paragraph of its own, apart from the text.
  mutating func callout() {
    copy(1)
    var start = position - 1
    while start > 0, position - start < 100,
      text[start - 1] == 0x20 || text[start - 1] == UInt8(ascii: ">")
    {
      start -= 1
    }
    guard start == 0 || text[start - 1] == 0x0A else { return }
    var place = position
    while place < text.count, text[place] == 0x20 { place += 1 }
    guard place + 1 < text.count, text[place] == UInt8(ascii: "["),
      text[place + 1] == UInt8(ascii: "!")
    else { return }
    pendingMargin = Array(text[start..<position])
  }

  /// The marks of quotation of the line of a callout under way.
  private(set) var pendingMargin: [UInt8]?

  /// Ends a callout's line with an empty one.
  mutating func endLineOfCallout() {
    guard let margin = pendingMargin, position < text.count, text[position] == 0x0A else { return }
    output.append(0x0A)
    output += margin
    pendingMargin = nil
  }

  /// Puts blocks in the place of what ends at a position: on lines of their own, within the list or
  /// quotation that the line belongs to.
  mutating func insertBlock(_ block: [UInt8], end: Int) {
    var start = output.count
    while start > 0, output[start - 1] != 0x0A { start -= 1 }
    let before = output[start...]
    let isMargin = before.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    let isItem =
      !isMargin && before.count < 12
      && before.allSatisfy { $0 <= 0x20 || "-*+>.)0123456789".utf8.contains($0) }
    let margin =
      isMargin || isItem ? before.map { $0 == UInt8(ascii: ">") ? $0 : 0x20 } : []
    if !isItem {
      output += "\n".utf8
      output += margin
      output += "\n".utf8
      output += margin
    }
    var isFirst = true
    for line in block.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !isFirst {
        output.append(0x0A)
        output += margin
      }
      output += line
      isFirst = false
    }
    output += "\n".utf8
    output += margin
    output += "\n".utf8
    position = end
    var rest = end
    while rest < text.count, text[rest] == 0x20 || text[rest] == 0x0D { rest += 1 }
    if rest < text.count, text[rest] != 0x0A { output += margin }
  }

  private func isBlankLine(at start: Int) -> Bool {
    var place = start
    while place < text.count, text[place] != 0x0A {
      if text[place] > 0x20, text[place] != UInt8(ascii: ">") { return false }
      place += 1
    }
    return true
  }
}
