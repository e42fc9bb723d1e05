/// Smart quotes, typographic symbols, entities.
extension Parser {
  /// The quotes of a language, in the order of the option `smart_quotes`.
  enum Quote: Int32 {
    case leftSingle, rightSingle, leftDouble, rightDouble

    static func left(_ byte: UInt8) -> Quote { byte == "'" ? .leftSingle : .leftDouble }
    static func right(_ byte: UInt8) -> Quote { byte == "'" ? .rightSingle : .rightDouble }
  }

  // MARK: - Quotes

  /// Whether a quote, or a character and then a quote, is at `position`.
  func startsSmartQuote(at position: Int) -> Bool {
    let byte = self[position]
    if byte.isQuote { return true }
    guard byte != "\\" else { return false }
    let next = position + tree.text.scalarLength(at: position, end: span.end)
    return next < span.end && self[next].isQuote
  }

  /// Reads the quote at the current position, or the character before it and the quote.
  ///
  /// What stands before and after a quote decides which one it is; the rules are tried in order.
  mutating func parseSmartQuote() {
    let position = span.position
    let byte = self[position]
    let length = tree.text.scalarLength(at: position, end: span.end)

    // A quote before emphasis opens; one before punctuation closes.
    if byte.isQuote {
      let next = position + 1
      if next < span.end, self[next] == "*" || self[next] == "_", next + 1 < span.end,
        !self[next + 1].isSpace
      {
        return addQuote(.left(byte), end: next)
      }
      if next < span.end, self[next].isPunctuation, !isEllipsisTail(next + 1),
        (self[next] == "_") == tree.text.isWordCharacter(at: next + 1, end: span.end)
      {
        return addQuote(.right(byte), end: next)
      }
    }

    // Two quotes before a word open; one before a decade ('80s) is an apostrophe.
    let space = byte.isSpace ? position + 1 : position
    if space + 2 < span.end, self[space].isQuote, self[space + 1].isQuote,
      self[space] != self[space + 1], self[space + 2].isWord
    {
      addText(position..<space)
      addQuote(.left(self[space]), end: space + 1)
      addQuote(.left(self[space + 1]), end: space + 2)
      return
    }
    if space + 3 < span.end, self[space] == "'", self[space + 1].isDigit,
      self[space + 2].isDigit, self[space + 3] == "s"
    {
      addText(position..<space)
      return addQuote(.rightSingle, end: space + 1)
    }

    // After a space and before a word one opens; after most other characters it closes.
    if byte.isSpace, position + 2 < span.end, self[position + 1].isQuote,
      self[position + 2].isWord
    {
      addText(position..<position + 1)
      return addQuote(.left(self[position + 1]), end: position + 2)
    }
    let quote = position + length
    let hasQuote = quote < span.end && self[quote].isQuote
    if hasQuote, canPrecedeClosingQuote(byte) {
      addText(position..<quote)
      return addQuote(.right(self[quote]), end: quote + 1)
    }
    // Alone before white space, an "s" that ends a word or the end one closes, or else opens.
    if byte.isQuote, endsWord(at: position + 1) {
      return addQuote(.right(byte), end: position + 1)
    }
    if hasQuote {
      addText(position..<quote)
      return addQuote(.left(self[quote]), end: quote + 1)
    }
    addQuote(.left(byte), end: position + 1)
  }

  private mutating func addQuote(_ quote: Quote, end: Int) {
    addSpan(.smartQuote, value: quote.rawValue)
    span.position = end
  }

  private func isEllipsisTail(_ position: Int) -> Bool {
    position + 1 < span.end && self[position] == "." && self[position + 1] == "."
  }

  private func canPrecedeClosingQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case " ", "\\", "\t", "\r", "\n", "[", "{", "(", "-": false
    default: true
    }
  }

  private func endsWord(at position: Int) -> Bool {
    guard position < span.end else { return true }
    if self[position].isSpace { return true }
    return self[position] == "s"
      && !tree.text.isWordCharacter(at: position + 1, end: span.end)
  }

  // MARK: - Symbols

  enum Symbol: Int32 {
    case longDash, shortDash, ellipsis, leftGuillemet, rightGuillemet
    case leftGuillemetAndSpace, spaceAndRightGuillemet

    var text: String {
      switch self {
      case .longDash: "\u{2014}"
      case .shortDash: "\u{2013}"
      case .ellipsis: "\u{2026}"
      case .leftGuillemet: "\u{AB}"
      case .rightGuillemet: "\u{BB}"
      case .leftGuillemetAndSpace: "\u{AB}\u{A0}"
      case .spaceAndRightGuillemet: "\u{A0}\u{BB}"
      }
    }
  }

  /// Dashes, an ellipsis, guillemets, or guillemets with a backslash before them.
  mutating func parseSymbol() -> Bool {
    guard hasTypographicSymbols else { return false }
    let position = span.position
    func has(_ string: StaticString, at position: Int) -> Bool {
      position + string.utf8CodeUnitCount <= span.end
        && tree.text[position..<position + string.utf8CodeUnitCount].equals(string)
    }
    switch self[position] {
    case "-":
      if has("---", at: position) { return addSymbol(.longDash, length: 3) }
      if has("--", at: position) { return addSymbol(.shortDash, length: 2) }
    case ".":
      if has("...", at: position) { return addSymbol(.ellipsis, length: 3) }
    case "<":
      if has("<< ", at: position) { return addSymbol(.leftGuillemetAndSpace, length: 3) }
      if has("<<", at: position) { return addSymbol(.leftGuillemet, length: 2) }
    case ">":
      if has(">>", at: position) { return addSymbol(.rightGuillemet, length: 2) }
    case " ":
      if has(" >>", at: position) { return addSymbol(.spaceAndRightGuillemet, length: 3) }
    case "\\":
      guard has("\\<<", at: position) || has("\\>>", at: position) else { return false }
      let code: Int32 = self[position + 1] == "<" ? 0x3C : 0x3E
      addSpan(.entity, value: code)
      addSpan(.entity, value: code)
      span.position = position + 3
      return true
    default: break
    }
    return false
  }

  private mutating func addSymbol(_ symbol: Symbol, length: Int) -> Bool {
    addSpan(.symbol, value: symbol.rawValue)
    span.position += length
    return true
  }

  // MARK: - Entities

  /// What is written as an entity at a position.
  enum EntityText {
    case name(Range<Int>)
    /// A code point, or nil if it is too great for one.
    case number(Int32?)
  }

  func entity(at position: Int) -> (EntityText, end: Int)? {
    guard position + 2 < span.end else { return nil }
    var index = position + 1
    if self[index] == "#" {
      index += 1
      let isHex = self[index] == "x"
      if isHex { index += 1 }
      let digits = index
      var code: Int32? = 0
      while index < span.end, isHex ? self[index].isHexDigit : self[index].isDigit {
        let digit = Int32(self[index] & 0x0F) + (self[index].isDigit ? 0 : 9)
        code = code.flatMap { $0 > 0x10FFFF ? nil : $0 * (isHex ? 16 : 10) + digit }
        index += 1
      }
      guard index > digits, index < span.end, self[index] == ";" else { return nil }
      return (.number(code), index + 1)
    }
    guard self[index].isWord || self[index] == ":" else { return nil }
    let name = index
    while index < span.end,
      self[index].isNameTail || self[index] == "." || self[index] == ":"
    {
      index += 1
    }
    guard index < span.end, self[index] == ";" else { return nil }
    return (.name(name..<index), index + 1)
  }

  mutating func parseEntity() -> Bool {
    let start = span.position
    guard let (entity, end) = entity(at: start) else { return false }
    span.position = end
    switch entity {
    case .name(let range):
      if let code = Entities.code(named: tree.text[range]) {
        addEntity(start..<end, code: code)
      } else {
        // Not one that kramdown knows.
        addSpan(.entity, value: 0x26)
        addText(start + 1..<end)
      }
    case .number(let code):
      addEntity(start..<end, code: code.map(Entities.remapped) ?? -1)
    }
    return true
  }

  private mutating func addEntity(_ range: Range<Int>, code: Int32) {
    let node = addSpan(.entity, range, value: code)
    tree[node].flags.insert(.asWritten)
  }
}
