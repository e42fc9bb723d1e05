extension Tokenizer {
  mutating func readDoctype(from start: Int) {
    token.kind = .doctype
    token.position = UInt32(truncatingIfNeeded: start)
    doctype = DoctypeToken()
    position = start + 9
    skipSpaces()
    guard position < count else {
      doctype.forcesQuirks = true
      return
    }
    guard input.byte(position) != UInt8(ascii: ">") else {
      doctype.forcesQuirks = true
      position += 1
      return
    }
    let name = position
    while position < count, !input.byte(position).isSpace,
      input.byte(position) != UInt8(ascii: ">")
    {
      position += 1
    }
    doctype.name = replacingNulls(name, position, lowercased: true)
    skipSpaces()
    guard !isAtEnd() else { return }
    if stands("public", at: position) {
      position += 6
      readPublicID()
    } else if stands("system", at: position) {
      position += 6
      readSystemID()
    } else {
      doctype.forcesQuirks = true
      skipToEnd()
    }
  }

  private mutating func skipSpaces() {
    while position < count, input.byte(position).isSpace { position += 1 }
  }

  /// Whether the declaration ends here; at the end of the file it forces quirks.
  private mutating func isAtEnd() -> Bool {
    guard position < count else {
      doctype.forcesQuirks = true
      return true
    }
    guard input.byte(position) == UInt8(ascii: ">") else { return false }
    position += 1
    return true
  }

  /// The rest of a declaration that is none.
  private mutating func skipToEnd() {
    position = min(input.first(UInt8(ascii: ">"), from: position) + 1, count)
  }

  private mutating func readPublicID() {
    skipSpaces()
    guard position < count, let identifier = readIdentifier() else {
      doctype.forcesQuirks = true
      return skipToEnd()
    }
    doctype.publicID = identifier.text
    guard identifier.isWhole else { return }
    skipSpaces()
    guard !isAtEnd() else { return }
    guard let system = readIdentifier() else {
      doctype.forcesQuirks = true
      return skipToEnd()
    }
    finish(system)
  }

  private mutating func readSystemID() {
    skipSpaces()
    guard position < count, let identifier = readIdentifier() else {
      doctype.forcesQuirks = true
      return skipToEnd()
    }
    finish(identifier)
  }

  private mutating func finish(_ system: (text: Slice, isWhole: Bool)) {
    doctype.systemID = system.text
    guard system.isWhole else { return }
    skipSpaces()
    guard !isAtEnd() else { return }
    // What follows is left out, and quirks are not forced.
    skipToEnd()
  }

  /// An identifier in quotes; one that `>` or the end of the file ends is not whole.
  private mutating func readIdentifier() -> (text: Slice, isWhole: Bool)? {
    let quote = input.byte(position)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let start = position + 1
    var end = start
    while end < count, input.byte(end) != quote, input.byte(end) != UInt8(ascii: ">") { end += 1 }
    let text = replacingNulls(start, end)
    position = min(end + 1, count)
    let isWhole = end < count && input.byte(end) == quote
    if !isWhole { doctype.forcesQuirks = true }
    return (text, isWhole)
  }
}
