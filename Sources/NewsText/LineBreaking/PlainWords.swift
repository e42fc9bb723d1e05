/// Line breaks in text of letters, digits, blanks and common punctuation: what most paragraphs in
/// alphabets are. The rules are those of UAX #14 that can apply to such text.
enum PlainWords {
  /// How a character behaves where it touches others.
  private enum Class {
    case blank
    /// Letters, digits and what clings to them on both sides.
    case letter
    /// Clings to what is before it, even over blanks.
    case closing
    /// Clings to what follows, even over blanks.
    case opening
    /// A quotation mark: clings to its neighbours, but not over blanks.
    case quote
    case hyphen
    case lineFeed
    /// Needs the whole of the rules.
    case other
  }

  /// Whether the text is plain; if so, the offsets are its breaks.
  static func breaks(in utf8: UnsafeBufferPointer<UInt8>, into offsets: inout [Int]) -> Bool {
    var before = Class.lineFeed
    var beforeBlanks = Class.lineFeed
    var index = 0
    while index < utf8.count {
      let (kind, length) = classify(utf8, index)
      switch (before, kind) {
      case (_, .other): return false
      case (.closing, .letter) where !clingsToLetters(utf8[index - 1]): return false
      case (.closing, .opening), (.closing, .quote), (.opening, .hyphen), (.quote, .hyphen):
        return false
      // A hyphen between letters ends a line; elsewhere it is a sign or a dash.
      case (.hyphen, .letter):
        guard beforeBlanks == .letter, !isDigit(utf8[index]) else { return false }
        offsets.append(index)
      case (.hyphen, .blank), (.blank, .hyphen), (.lineFeed, .hyphen), (.hyphen, .hyphen),
        (.hyphen, .opening), (.hyphen, .closing), (.hyphen, .quote), (.closing, .hyphen),
        (.blank, .closing):
        return false
      case (.letter, .opening) where !isLetterOrDigit(utf8[index - 1]): return false
      case (.lineFeed, _) where index > 0: offsets.append(index)
      case (.blank, .letter), (.blank, .quote):
        if beforeBlanks != .opening { offsets.append(index) }
      case (.blank, .opening):
        if beforeBlanks == .quote || beforeBlanks == .closing { return false }
        if beforeBlanks != .opening { offsets.append(index) }
      default: break
      }
      if kind != .blank && kind != .hyphen { beforeBlanks = kind }
      if kind == .lineFeed { beforeBlanks = .letter }
      before = kind
      index += length
    }
    return true
  }

  private static func classify(
    _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (Class, Int) {
    let byte = utf8[index]
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: return (.letter, 1)
    case 0x20: return (.blank, 1)
    case 0x0A: return (.lineFeed, 1)
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"):
      return (.closing, 1)
    case UInt8(ascii: "("), UInt8(ascii: "["): return (.opening, 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return (.quote, 1)
    case UInt8(ascii: "-"): return (.hyphen, 1)
    // À…ÿ without × and ÷, Latin Extended-A, Greek and Cyrillic letters.
    case 0xC3 where index + 1 < utf8.count && utf8[index + 1] != 0x97 && utf8[index + 1] != 0xB7:
      return (.letter, 2)
    case 0xC4, 0xC5, 0xD0, 0xD1: return index + 1 < utf8.count ? (.letter, 2) : (.other, 1)
    // ‘ ’ “ ”
    case 0xE2
    where index + 2 < utf8.count && utf8[index + 1] == 0x80
      && [0x98, 0x99, 0x9C, 0x9D].contains(utf8[index + 2]):
      return (.quote, 3)
    default: return (.other, 1)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x80
  }

  /// Whether no line ends between this mark and a letter right after it.
  private static func clingsToLetters(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }
}
