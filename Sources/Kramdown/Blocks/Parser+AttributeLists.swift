/// Finds the brace that closes an attribute list, and remembers it, for one brace far away must not
/// be looked for from each of many lists that are not closed before it.
struct ClosingBrace {
  private var start = Int.max
  private var found: Int?

  /// The position of the brace that closes a list whose content starts at `position`. A backslash
  /// before a brace keeps it from closing, unless no other brace follows.
  mutating func position(from position: Int, end: Int, in text: [UInt8]) -> Int? {
    if position >= start, position <= found ?? Int.max { return found }
    var index = position
    var fallback: Int?
    start = position
    found = nil
    while index < end {
      if text[index] == "}" {
        found = index
        return index
      }
      if text[index] == "\\", index + 1 < end, text[index + 1] == "}" {
        fallback = index + 1
        index += 1
      }
      index += 1
    }
    found = fallback
    return fallback
  }
}

/// Attribute lists: `{: .class #id key="value" reference}`.
extension Parser {
  /// The content of an attribute list on lines of its own, and the position behind it.
  mutating func blockAttributeList(
    at position: Int, indent: Int = 3
  ) -> (content: Range<Int>, end: Int)? {
    let start = skipIndent(position, limit: Swift.min(indent, 3))
    guard start + 2 < source.end, self[start] == "{", self[start + 1] == ":",
      self[start + 2] != ":", self[start + 2] != "/",
      let close = source.braces.position(from: start + 2, end: source.end, in: tree.text),
      close > start + 2, let end = restOfBlankLine(at: close + 1)
    else { return nil }
    return (start + 2..<close, end)
  }

  /// Reads the content of an attribute list: entries between white space. What is none is skipped.
  mutating func parseAttributes(_ range: Range<Int>, into list: inout AttributeList) {
    var index = range.lowerBound
    var found = false
    var isFirst = true
    var isEmpty = true
    while index < range.upperBound {
      if !isFirst, !self[index].isSpace {
        isEmpty = false
        index += 1
        continue
      }
      let start = self[index].isSpace ? index + 1 : index
      isFirst = false
      if start < range.upperBound,
        let end = parseAttribute(start..<range.upperBound, into: &list)
      {
        found = true
        isEmpty = false
        index = end
      } else {
        if start == index {
          isEmpty = false
          index += 1
        } else {
          index = start
          // The next entry may start here only after white space.
          if index < range.upperBound, !self[index].isSpace { isEmpty = false }
        }
      }
    }
    let isColon = trim(range).count == 1 && self[trim(range).lowerBound] == ":"
    if list.attributes.count >= [Attribute].limit {
      warn("An attribute list has too many attributes; the last of them are left out")
    }
    if !found, !isEmpty, !isColon {
      warn("An attribute list has no attribute that can be read")
    }
  }

  /// Reads one entry and returns its end, or nil if this is none.
  private func parseAttribute(_ range: Range<Int>, into list: inout AttributeList) -> Int? {
    let start = range.lowerBound
    let end = range.upperBound
    func endsEntry(_ index: Int) -> Bool { index == end || self[index].isSpace }

    if self[start].isWord {
      var index = start + 1
      while index < end, self[index].isNameTail { index += 1 }
      let name = Array(tree.text[start..<index])
      if endsEntry(index) {
        list.references.append(name)
        return index
      }
      guard index + 1 < end, self[index] == "=", self[index + 1].isQuote else { return nil }
      let quote = self[index + 1]
      var value: [UInt8] = []
      index += 2
      while index < end {
        let byte = self[index]
        if byte == "\\", index + 1 < end, self[index + 1] == quote || self[index + 1] == "}" {
          value.append(self[index + 1])
          index += 2
          continue
        }
        if byte == quote, endsEntry(index + 1) {
          list.attributes.set(name, value)
          return index + 1
        }
        value.append(byte)
        index += 1
      }
      return nil
    }

    // Ids and classes may follow each other without white space.
    var index = start
    var pieces: [(isClass: Bool, name: Range<Int>)] = []
    while index < end {
      let name = index + 1
      if self[index] == "#", name < end, self[name].isLetter {
        index = name + 1
        while index < end, self[index].isNameTail || self[index] == ":" { index += 1 }
        pieces.append((false, name..<index))
      } else if self[index] == "." {
        index = name
        while index < end, !self[index].isSpace, self[index] != ".", self[index] != "#" {
          index += 1
        }
        guard index > name else { return nil }
        pieces.append((true, name..<index))
      } else {
        break
      }
    }
    guard !pieces.isEmpty, endsEntry(index) else { return nil }
    for piece in pieces {
      let name = Array(tree.text[piece.name])
      if piece.isClass {
        list.attributes.addClass(name)
      } else {
        list.attributes.set(AttributeName.id, name)
      }
    }
    return index
  }
}
