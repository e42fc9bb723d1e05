internal import NewsBytes

/// Cuts a template into text, outputs and tags, in one pass over its bytes.
struct Tokenizer {
  private let source: [UInt8]
  private var place: Int
  private let end: Int
  /// Whether each line is a tag of its own, as inside `{% liquid %}`.
  private let isLineByLine: Bool

  /// Whether the tag just read asks to drop the white space after it.
  private var trimsNext = false
  /// Up to where line ends were counted.
  private var countedTo: Int
  private var line: Int

  /// From where on no `%}` comes any more, and so on: what was searched in vain once is not
  /// searched again, which would be quadratic.
  private var lacksTagEndFrom = Int.max
  private var lacksOutputEnd = 0..<0
  private var missingEnds: Set<String> = []
  private(set) var problems: [LiquidError] = []

  init(_ source: [UInt8], line: Int) {
    self.source = source
    self.line = line
    place = 0
    end = source.count
    countedTo = 0
    isLineByLine = false
  }

  /// Reads the lines of a `{% liquid %}` tag.
  init(lines: ArraySlice<UInt8>, line: Int) {
    source = Array(lines)
    self.line = line
    place = 0
    end = source.count
    countedTo = 0
    isLineByLine = true
  }

  /// Whether a template has no tag and no output at all.
  static func isPlain(_ source: [UInt8]) -> Bool {
    opening(in: source, from: 0, to: source.count) == nil
  }

  /// The next `{{` or `{%`.
  private static func opening(in source: [UInt8], from start: Int, to end: Int) -> Int? {
    source.withUnsafeBufferPointer { bytes in
      var place = start
      while let brace = bytes.place(of: UInt8(ascii: "{"), from: place, to: end) {
        place = brace + 1
        if place < end,
          bytes[place] == UInt8(ascii: "{") || bytes[place] == UInt8(ascii: "%")
        {
          return brace
        }
      }
      return nil
    }
  }

  /// The line of a place; places come in order.
  private mutating func line(at place: Int) -> Int {
    if place > countedTo {
      source.withUnsafeBufferPointer { bytes in
        for index in countedTo..<place where bytes[index] == 0x0A { line += 1 }
      }
      countedTo = place
    }
    return line
  }

  mutating func next() -> Token? {
    if isLineByLine { return nextLine() }
    guard place < end else { return nil }
    let start = place
    var search = place
    while let opening = Self.opening(in: source, from: search, to: end) {
      let isTag = source[opening + 1] == UInt8(ascii: "%")
      guard let close = isTag ? tagEnd(from: opening + 2) : outputEnd(from: opening + 2) else {
        let what = isTag ? "tag '{%' has no '%}'" : "output '{{' has no '}}'"
        if problems.count < 1000 {
          problems.append(LiquidError(.syntax, "the " + what, line: line(at: opening)))
        }
        search = opening + 2
        continue
      }
      if opening > start {
        // The text first; the tag is found again at once.
        place = opening
        return .text(
          trimmed(start, opening, right: source[opening + 2] == UInt8(ascii: "-")))
      }
      place = close + 2
      return token(isTag, opening, close)
    }
    place = end
    return .text(trimmed(start, end, right: false))
  }

  private mutating func token(_ isTag: Bool, _ opening: Int, _ close: Int) -> Token {
    let line = line(at: opening)
    var start = opening + 2
    var stop = close
    if start < stop, source[start] == UInt8(ascii: "-") { start += 1 }
    trimsNext = start < stop && source[stop - 1] == UInt8(ascii: "-")
    if trimsNext { stop -= 1 }
    if !isTag { return .output(source[start..<stop], line: line) }
    return .tag(tag(start, stop, line))
  }

  private func tag(_ start: Int, _ stop: Int, _ line: Int) -> TagMarkup {
    var start = start
    var stop = stop
    var line = line
    while start < stop, source[start].isLiquidSpace {
      if source[start] == 0x0A { line += 1 }
      start += 1
    }
    var nameEnd = start
    if start < stop, source[start] == UInt8(ascii: "#") {
      nameEnd += 1
    } else {
      while nameEnd < stop, source[nameEnd].isLiquidWord { nameEnd += 1 }
    }
    let name = String(decoding: source[start..<nameEnd], as: UTF8.self)
    while nameEnd < stop, source[nameEnd].isLiquidSpace {
      if source[nameEnd] == 0x0A { line += 1 }
      nameEnd += 1
    }
    while stop > nameEnd, source[stop - 1].isLiquidSpace { stop -= 1 }
    return TagMarkup(name: name, bytes: source[nameEnd..<stop], line: line)
  }

  private mutating func nextLine() -> Token? {
    while place < end {
      let start = place
      let line = line(at: start)
      let stop = source[start..<end].firstIndex(of: 0x0A) ?? end
      place = stop + 1
      if source[start..<stop].allSatisfy(\.isLiquidSpace) { continue }
      return .tag(tag(start, stop, line))
    }
    return nil
  }

  private mutating func trimmed(_ start: Int, _ stop: Int, right: Bool) -> ArraySlice<UInt8> {
    var start = start
    var stop = stop
    if trimsNext {
      while start < stop, source[start].isLiquidSpace { start += 1 }
    }
    trimsNext = false
    if right {
      while stop > start, source[stop - 1].isLiquidSpace || source[stop - 1] == 0 { stop -= 1 }
    }
    return source[start..<stop]
  }

  private mutating func tagEnd(from start: Int) -> Int? {
    guard start < lacksTagEndFrom else { return nil }
    var place = start
    while place + 1 < end {
      if source[place] == UInt8(ascii: "%"), source[place + 1] == UInt8(ascii: "}") { return place }
      place += 1
    }
    lacksTagEndFrom = start
    return nil
  }

  /// An output ends at `}}`; if a tag opens before, it was no output.
  private mutating func outputEnd(from start: Int) -> Int? {
    if lacksOutputEnd.contains(start) { return nil }
    var place = start
    while place + 1 < end {
      if source[place] == UInt8(ascii: "}"), source[place + 1] == UInt8(ascii: "}") { return place }
      if source[place] == UInt8(ascii: "{"), source[place + 1] == UInt8(ascii: "%") { break }
      place += 1
    }
    lacksOutputEnd = start..<max(start, place)
    return nil
  }

  /// All bytes up to the tag of a name, untouched; goes past that tag. `nil` if it does not come.
  mutating func raw(upTo name: String) -> ArraySlice<UInt8>? {
    if missingEnds.contains(name) { return nil }
    if isLineByLine { return rawLines(upTo: name) }
    var search = place
    while let opening = Self.opening(in: source, from: search, to: end) {
      search = opening + 1
      guard source[opening + 1] == UInt8(ascii: "%") else { continue }
      var start = opening + 2
      if start < end, source[start] == UInt8(ascii: "-") { start += 1 }
      while start < end, source[start].isLiquidSpace { start += 1 }
      guard source[start..<end].starts(with: name.utf8) else { continue }
      var stop = start + name.utf8.count
      guard stop < end, !source[stop].isLiquidWord, let close = tagEnd(from: stop) else { continue }
      let content = source[place..<opening]
      trimsNext = source[close - 1] == UInt8(ascii: "-")
      stop = close + 2
      place = stop
      return content
    }
    missingEnds.insert(name)
    return nil
  }

  private mutating func rawLines(upTo name: String) -> ArraySlice<UInt8>? {
    let start = place
    let saved = self
    while true {
      let before = place
      guard case .tag(let tag)? = nextLine() else { break }
      if tag.name == name { return source[start..<before] }
    }
    self = saved
    missingEnds.insert(name)
    return nil
  }
}
