internal import NewsBytes

/// Escaping text, and printing entities, quotes and symbols as the options ask.
extension Renderer {
  enum Escaping {
    /// Every special character.
    case all
    /// Text: references to entities stay what they are.
    case text
    /// The value of an attribute: as text, and quotes.
    case attribute
  }

  mutating func writeEscaped(_ range: Range<Int>, _ escaping: Escaping) {
    tree.text.withUnsafeBufferPointer { text in
      writeEscaped(UnsafeBufferPointer(rebasing: text[range]), escaping)
    }
  }

  mutating func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>, _ escaping: Escaping) {
    var start = 0
    var index = 0
    let count = bytes.count
    let removesLineBreaks = escaping == .text && options.removeLineBreaksForCJK
    while index < count {
      if !removesLineBreaks { index = Self.plainEnd(in: bytes, from: index) }
      guard index < count else { break }
      switch bytes[index] {
      case 0x26:
        if escaping == .all || !isReference(bytes, at: index) {
          write(bytes, start..<index)
          write("&amp;")
          start = index + 1
        }
      case 0x3C:
        write(bytes, start..<index)
        write("&lt;")
        start = index + 1
      case 0x3E:
        write(bytes, start..<index)
        write("&gt;")
        start = index + 1
      case 0x22 where escaping == .attribute:
        write(bytes, start..<index)
        write("&quot;")
        start = index + 1
      case 0x0A where removesLineBreaks:
        if isBetweenCJK(bytes, at: index) {
          write(bytes, start..<index)
          start = index + 1
        }
      default: break
      }
      index += 1
    }
    write(bytes, start..<count)
  }

  /// The end of what is the same escaped, as far as it is looked at sixteen bytes at once.
  @inline(__always)
  private static func plainEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes.place(from: start) {
      // `&` and `"`, and `<` and `>`, each two in one.
      $0.isEqual(to: 0x26, in: 0xFB) .| $0.isEqual(to: 0x3C, in: 0xFD)
    }
  }

  /// Whether `&` at `index` starts a reference to an entity, known or not.
  private func isReference(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    var position = index + 1
    let end = bytes.count
    guard position < end else { return false }
    if bytes[position] == "#" {
      position += 1
      let isHex = position < end && bytes[position] == "x"
      if isHex { position += 1 }
      let digits = position
      while position < end, isHex ? bytes[position].isHexDigit : bytes[position].isDigit {
        position += 1
      }
      return position > digits && position < end && bytes[position] == ";"
    }
    guard bytes[position].isWord || bytes[position] == ":" else { return false }
    while position < end,
      bytes[position].isNameTail || bytes[position] == "." || bytes[position] == ":"
    {
      position += 1
    }
    return position < end && bytes[position] == ";"
  }

  private func isBetweenCJK(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index >= 3, index + 3 < bytes.count else { return false }
    let text = Array(bytes[Swift.max(index - 4, 0)..<Swift.min(index + 5, bytes.count)])
    let middle = index - Swift.max(index - 4, 0)
    let before = text.scalarStart(before: middle, start: 0)
    guard let left = text.scalar(at: before, end: middle),
      let right = text.scalar(at: middle + 1, end: text.count)
    else { return false }
    return left.isChineseOrJapanese && right.isChineseOrJapanese
  }

  // MARK: - Entities

  mutating func writeEntity(_ code: Int32, written: Range<Int>?) {
    let isSpecial = code == 0x3C || code == 0x3E || code == 0x26
    let scalar = code > 0 ? Unicode.Scalar(UInt32(code)) : nil
    if options.entityOutput == .asCharacter, let scalar, !isSpecial {
      write(String(scalar))
    } else if let written,
      options.entityOutput == .asInput || options.entityOutput == .asCharacter
    {
      output.append(contentsOf: tree.text[written])
    } else if options.entityOutput == .symbolic || isSpecial || code == 0x22,
      let name = Entities.name(of: code)
    {
      write("&\(name);")
    } else {
      write("&#\(code);")
    }
  }

  mutating func writeSymbol(_ symbol: Parser.Symbol) {
    if options.entityOutput == .asCharacter {
      write(symbol.text)
    } else {
      for scalar in symbol.text.unicodeScalars {
        writeEntity(Int32(bitPattern: scalar.value), written: nil)
      }
    }
  }

  private static let standardQuoteNames = Kramdown.Options.jekyll.smartQuotes
  private static let standardQuotes = ["\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}"].map {
    Array($0.utf8)
  }

  /// The four quotes as they are printed.
  static func smartQuotes(_ options: Kramdown.Options) -> [[UInt8]] {
    if options.smartQuotes == standardQuoteNames, options.entityOutput == .asCharacter {
      return standardQuotes
    }
    let fallback: [Int32] = [8216, 8217, 8220, 8221]
    return (0..<4).map { index in
      let name = index < options.smartQuotes.count ? options.smartQuotes[index] : ""
      let code =
        Int32(name) ?? Entities.code(named: Array(name.utf8)[...]) ?? fallback[index]
      let isSpecial = code == 0x26 || code == 0x3C || code == 0x3E
      if options.entityOutput == .asCharacter, !isSpecial,
        let scalar = Unicode.Scalar(UInt32(bitPattern: code))
      {
        return Array(String(scalar).utf8)
      }
      if isSpecial || options.entityOutput == .symbolic, let name = Entities.name(of: code) {
        return Array("&\(name);".utf8)
      }
      return Array("&#\(code);".utf8)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isChineseOrJapanese: Bool {
    switch value {
    case 0x2E80...0x2FD5, 0x3005, 0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3041...0x3096,
      0x309D...0x309F, 0x30A1...0x30FA, 0x30FD...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAD9, 0xFF66...0xFF6F, 0xFF71...0xFF9D, 0x20000...0x323AF:
      true
    default: false
    }
  }
}
