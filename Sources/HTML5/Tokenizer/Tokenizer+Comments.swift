extension Tokenizer {
  /// What `<!` begins.
  @inline(never)
  mutating func readDeclaration(from start: Int) {
    if stands("<!--", at: start) {
      readComment(from: start)
    } else if stands("<!doctype", at: start) {
      readDoctype(from: start)
    } else if allowsCharacterData, hasPrefix("<![CDATA[", at: start) {
      position = start + 9
      model = .characterData
      next()
    } else {
      readBogusComment(from: start, text: start + 2)
    }
  }

  /// Whether a word of lower-case letters and signs stands at a place, in any case.
  mutating func stands(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= count else { return false }
    for offset in 0..<length
    where input.byte(place + offset).lowercased != word.utf8Start[offset] {
      return false
    }
    return true
  }

  private mutating func hasPrefix(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= count else { return false }
    for offset in 0..<length where input.byte(place + offset) != word.utf8Start[offset] {
      return false
    }
    return true
  }

  private mutating func readComment(from start: Int) {
    let text = start + 4
    if text < count, input.byte(text) == UInt8(ascii: ">") {
      return setComment(text, text, from: start, next: text + 1)
    }
    if text + 1 < count, input.byte(text) == UInt8(ascii: "-"),
      input.byte(text + 1) == UInt8(ascii: ">")
    {
      return setComment(text, text, from: start, next: text + 2)
    }
    var place = text
    while true {
      // The second dash of an end, or the first of three.
      place = input.first(UInt8(ascii: ">"), from: place)
      guard place < count else { break }
      if place >= text + 2, input.byte(place - 1) == UInt8(ascii: "-"),
        input.byte(place - 2) == UInt8(ascii: "-")
      {
        return setComment(text, place - 2, from: start, next: place + 1)
      }
      if place >= text + 3, input.byte(place - 1) == UInt8(ascii: "!"),
        input.byte(place - 2) == UInt8(ascii: "-"), input.byte(place - 3) == UInt8(ascii: "-")
      {
        return setComment(text, place - 3, from: start, next: place + 1)
      }
      place += 1
    }
    // The end of the file: dashes that began an end are none of the text.
    var end = count
    if end - text >= 3, input.byte(end - 1) == UInt8(ascii: "!"),
      input.byte(end - 2) == UInt8(ascii: "-"), input.byte(end - 3) == UInt8(ascii: "-")
    {
      end -= 3
    } else if end > text, input.byte(end - 1) == UInt8(ascii: "-") {
      end -= end - text >= 2 && input.byte(end - 2) == UInt8(ascii: "-") ? 2 : 1
    }
    setComment(text, end, from: start, next: count)
  }

  /// A comment up to the next `>`.
  @inline(never)
  mutating func readBogusComment(from start: Int, text: Int) {
    let end = input.first(UInt8(ascii: ">"), from: text)
    setComment(text, end, from: start, next: min(end + 1, count))
  }

  private mutating func setComment(_ text: Int, _ end: Int, from start: Int, next: Int) {
    let slice =
      hasNulls
      ? replacingNulls(text, end)
      : Slice(
        start: UInt32(truncatingIfNeeded: text), count: UInt32(truncatingIfNeeded: end - text))
    token.kind = .comment
    token.position = UInt32(truncatingIfNeeded: start)
    token.start = slice.start
    token.count = slice.count
    position = next
  }

  /// A part of the input, each NUL of it U+FFFD.
  mutating func replacingNulls(_ start: Int, _ end: Int, lowercased: Bool = false) -> Slice {
    var isSame = true
    for place in start..<end {
      let byte = input.byte(place)
      if byte == 0 || lowercased && byte.lowercased != byte {
        isSame = false
        break
      }
    }
    guard !isSame else {
      return Slice(
        start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: end - start))
    }
    let decodedStart = decoded.count
    for place in start..<end {
      let byte = input.byte(place)
      if byte == 0 {
        decoded.append("\u{FFFD}" as Unicode.Scalar)
      } else {
        decoded.append(lowercased ? byte.lowercased : byte)
      }
    }
    return Slice(
      start: UInt32(truncatingIfNeeded: count + decodedStart),
      count: UInt32(truncatingIfNeeded: decoded.count - decodedStart))
  }
}
