extension Tokenizer {
  /// Reads where `<` is mostly text.
  @inline(never)
  mutating func readRaw() {
    guard position < count else {
      if model == .characterData { model = .data }
      token.kind = .end
      token.position = UInt32(truncatingIfNeeded: count)
      return
    }
    let start = position
    switch model {
    case .data: next()
    case .plainText: setRaw(start, count)
    case .characterData: readCharacterData(from: start)
    case .rawText, .escapableRawText: endRaw(start, at: rawTextEnd(from: start))
    case .script: endRaw(start, at: scriptEnd(from: start))
    }
  }

  /// Text up to an end tag; the tag itself where there is none before it.
  private mutating func endRaw(_ start: Int, at end: Int) {
    guard end == start, end < count else {
      setRaw(start, end)
      return
    }
    model = .data
    next()
  }

  private mutating func setRaw(_ start: Int, _ end: Int) {
    if model == .escapableRawText {
      setEscapable(start, end)
    } else {
      setReplaced(start, end)
    }
  }

  private mutating func setReplaced(_ start: Int, _ end: Int) {
    setText(start, end)
    guard hasNulls else { return }
    let slice = replacingNulls(start, end)
    (token.start, token.count) = (slice.start, slice.count)
  }

  private mutating func setEscapable(_ start: Int, _ end: Int) {
    let decodedStart = decoded.count
    var isChanged = false
    var copied = start
    var place = start
    while true {
      while place < end, input.byte(place) != UInt8(ascii: "&"), input.byte(place) != 0 {
        place &+= 1
      }
      guard place < end else { break }
      if input.byte(place) == 0 {
        decoded.append(input, from: copied, to: place)
        decoded.append("\u{FFFD}" as Unicode.Scalar)
        place += 1
      } else if let reference = reference(at: place, inAttribute: false) {
        decoded.append(input, from: copied, to: place)
        append(reference)
        place += reference.length
      } else {
        place += 1
        continue
      }
      copied = place
      isChanged = true
    }
    guard isChanged else { return setText(start, end) }
    decoded.append(input, from: copied, to: end)
    setDecodedText(from: decodedStart, position: start, end: end)
  }

  private mutating func readCharacterData(from start: Int) {
    if stands("]]>", at: start) {
      position = start + 3
      model = .data
      return next()
    }
    if input.byte(start) == 0 { return setNull(at: start) }
    var place = start
    while true {
      place = input.first(UInt8(ascii: "]"), orNullFrom: place)
      guard place < count, input.byte(place) != 0, !stands("]]>", at: place) else { break }
      place += 1
    }
    setText(start, place)
  }

  // MARK: - Ends

  /// Whether the end tag of the element that the text is in stands at a place.
  private mutating func isEndTag(_ place: Int) -> Bool {
    guard place + 2 < count, input.byte(place + 1) == UInt8(ascii: "/") else { return false }
    return isName(lastStartTag, at: place + 2)
  }

  /// Whether a name stands at a place, with something behind it that ends a tag's name.
  private mutating func isName(_ number: UInt32, at place: Int) -> Bool {
    guard number > 0, Int(number) < KnownNames.table.count else { return false }
    let name = KnownNames.table.names[Int(number)]
    guard place + name.count < count else { return false }
    for offset in 0..<name.count where input.byte(place + offset).lowercased != name[offset] {
      return false
    }
    let next = input.byte(place + name.count)
    return next.isSpace || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }

  private mutating func rawTextEnd(from start: Int) -> Int {
    var place = start
    while true {
      place = input.first(UInt8(ascii: "<"), from: place)
      if place >= count || isEndTag(place) { return place }
      place &+= 1
    }
  }

  /// Where a script ends: not within `<!-- <script> … </script> -->`.
  private mutating func scriptEnd(from start: Int) -> Int {
    var place = start
    /// 1 within a comment, 2 within a script in one.
    var depth = 0
    while true {
      place = input.first(
        UInt8(ascii: "<"), depth == 0 ? UInt8(ascii: "<") : UInt8(ascii: ">"), orNullFrom: place)
      guard place < count else { return count }
      switch input.byte(place) {
      case UInt8(ascii: ">"):
        if place >= start + 2, input.byte(place - 1) == UInt8(ascii: "-"),
          input.byte(place - 2) == UInt8(ascii: "-")
        {
          depth = 0
        }
      case UInt8(ascii: "<"):
        if depth < 2, isEndTag(place) { return place }
        if depth == 0, stands("<!--", at: place) {
          depth = 1
          // The dashes may be those of the end.
          place += 3
        } else if depth == 1, isName(UInt32(Tag.script.rawValue), at: place + 1) {
          depth = 2
        } else if depth == 2, place + 1 < count, input.byte(place + 1) == UInt8(ascii: "/"),
          isName(UInt32(Tag.script.rawValue), at: place + 2)
        {
          depth = 1
        }
      default: break
      }
      place &+= 1
    }
  }
}
