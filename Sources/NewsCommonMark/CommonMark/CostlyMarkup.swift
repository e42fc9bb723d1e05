/// Markup that cmark-gfm 0.29 takes time and memory out of proportion for, found in one pass before
/// it is parsed and made text.
///
/// Three kinds: tables whose rows are filled up to hundreds of columns, long definitions that are
/// copied for each of their uses, and pictures' brackets that are never closed, all of which every
/// link looks back at.
struct CostlyMarkup {
  /// The text to parse.
  private(set) var text: [UInt8]
  /// Whether tables may be looked for.
  private(set) var hasTables = true
  /// What was made text, each with its line.
  private(set) var warnings: [(message: String, line: Int)] = []

  /// Columns of a table, above which it is none.
  private static let columnLimit = 1000
  /// Brackets of pictures that may be open at once in a paragraph.
  private static let openPictureLimit = 200

  /// Backslashes due, by where they go.
  private var escapes: [Int] = []

  init(_ text: [UInt8], looksForTables: Bool) {
    self.text = text
    text.withUnsafeBufferPointer { utf8 in
      if looksForTables { findWideTables(utf8) }
      findLongDefinitions(utf8)
      findOpenPictures(utf8)
    }
    if !escapes.isEmpty { escape() }
  }

  private mutating func escape() {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.count + escapes.count)
    var start = 0
    for place in escapes.sorted() {
      escaped += text[start..<place]
      escaped.append(0x5C)
      start = place
    }
    text = escaped + text[start...]
  }

  // MARK: Tables

  private mutating func findWideTables(_ utf8: UnsafeBufferPointer<UInt8>) {
    let cellLimit = 50_000 + 2 * utf8.count
    var columns = 0
    var rows = 0
    var line = 0
    var start = 0
    while start < utf8.count {
      let end = Self.lineEnd(utf8, start)
      line += 1
      var index = start
      while index < end, Self.isBlankOrQuote(utf8[index]) { index += 1 }
      if index == end {
        columns = 0
        rows = 0
      } else {
        if Self.mayBelongToRule(utf8[index]) {
          columns = max(columns, Self.columns(ofRule: utf8, index..<end))
        }
        if columns > 0 { rows += 1 }
        if columns > Self.columnLimit || columns * rows > cellLimit {
          hasTables = false
          warnings.append(("A table has too many columns; tables are left as text", line))
          return
        }
      }
      start = end + 1
    }
  }

  private static func mayBelongToRule(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }

  /// How many columns the rule below a table's head has; 0 if this is no such rule.
  private static func columns(
    ofRule utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    var bars = 0
    for index in range {
      let byte = utf8[index]
      if byte == UInt8(ascii: "|") {
        bars += 1
      } else if !mayBelongToRule(byte), byte > 0x20 {
        return 0
      }
    }
    return bars + 1
  }

  // MARK: Definitions

  private mutating func findLongDefinitions(_ utf8: UnsafeBufferPointer<UInt8>) {
    var uses = 0
    var hasDefinition = false
    for index in utf8.indices where utf8[index] == UInt8(ascii: "]") {
      let next = index + 1 < utf8.count ? utf8[index + 1] : 0
      if next == UInt8(ascii: ":") {
        hasDefinition = true
      } else if next != UInt8(ascii: "(") {
        uses += 1
      }
    }
    guard hasDefinition, uses > 0 else { return }
    let lengthLimit = (1_000_000 + 10 * utf8.count) / uses
    if lengthLimit > utf8.count { return }
    var line = 0
    var start = 0
    var titleEnd = TitleEnd()
    while start < utf8.count {
      line += 1
      if let colon = Self.definition(utf8, at: start),
        Self.length(utf8, after: colon, &titleEnd) > lengthLimit
      {
        escapes.append(colon)
        warnings.append(("A long definition is used too often; it is left as text", line))
      }
      start = Self.lineEnd(utf8, start) + 1
    }
  }

  /// The colon of a link's definition that a line begins with.
  private static func definition(_ utf8: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var index = start
    // Quotations' and lists' marks may stand before it.
    while index < utf8.count, isBlankOrQuote(utf8[index]) || isListMark(utf8[index]) { index += 1 }
    guard index < utf8.count, utf8[index] == UInt8(ascii: "[") else { return nil }
    let end = min(utf8.count, index + 1002)
    index += 1
    while index < end {
      switch utf8[index] {
      case 0x5C: index += 1
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"):
        return index + 1 < utf8.count && utf8[index + 1] == UInt8(ascii: ":") ? index + 1 : nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// How long the address and the title of a definition are.
  private static func length(
    _ utf8: UnsafeBufferPointer<UInt8>, after colon: Int, _ titleEnd: inout TitleEnd
  ) -> Int {
    var index = colon + 1
    while index < utf8.count, utf8[index] <= 0x20 { index += 1 }
    let start = index
    while index < utf8.count, utf8[index] > 0x20 { index += 1 }
    let address = index - start
    while index < utf8.count, utf8[index] <= 0x20 { index += 1 }
    guard index < utf8.count else { return address }
    switch utf8[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return address + titleEnd.position(of: utf8[index], after: index, in: utf8) - index
    case UInt8(ascii: "("):
      return address + titleEnd.position(of: UInt8(ascii: ")"), after: index, in: utf8) - index
    default: return address
    }
  }

  /// Where titles end, remembered: many may begin before one end that is far away.
  private struct TitleEnd {
    private var found: [UInt8: Range<Int>] = [:]

    mutating func position(
      of mark: UInt8, after start: Int, in utf8: UnsafeBufferPointer<UInt8>
    ) -> Int {
      if let range = found[mark], range.lowerBound <= start, start < range.upperBound {
        return range.upperBound
      }
      var index = start + 1
      while index < utf8.count, utf8[index] != mark { index += 1 }
      found[mark] = start..<index
      return index
    }
  }

  // MARK: Pictures

  private mutating func findOpenPictures(_ utf8: UnsafeBufferPointer<UInt8>) {
    var open: [Bool] = []
    var pictures = 0
    var line = 1
    var hasWarned = false
    for index in utf8.indices {
      switch utf8[index] {
      case 0x0A:
        line += 1
        if index > 0, utf8[index - 1] == 0x0A {
          open.removeAll(keepingCapacity: true)
          pictures = 0
        }
      case UInt8(ascii: "["):
        let isPicture = index > 0 && utf8[index - 1] == UInt8(ascii: "!")
        if isPicture, pictures == Self.openPictureLimit {
          escapes.append(index)
          if !hasWarned {
            warnings.append(("Too many pictures are never closed; the rest is text", line))
          }
          hasWarned = true
        } else {
          open.append(isPicture)
          pictures += isPicture ? 1 : 0
        }
      case UInt8(ascii: "]"): if open.popLast() == true { pictures -= 1 }
      default: break
      }
    }
  }

  // MARK: Lines

  private static func lineEnd(_ utf8: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < utf8.count, utf8[index] != 0x0A { index += 1 }
    return index
  }

  private static func isBlankOrQuote(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == UInt8(ascii: ">")
  }

  private static func isListMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."),
      UInt8(ascii: ")"), 0x30...0x39:
      true
    default: false
    }
  }
}
