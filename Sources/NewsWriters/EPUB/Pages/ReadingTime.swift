/// How long a text takes to read.
enum ReadingTime {
  /// Words a minute in scripts with spaces, characters a minute in those without.
  private static let wordsPerMinute = 230
  private static let charactersPerMinute = 450

  /// What a byte of UTF-8 begins: a tag, a letter of a word, a Chinese, Japanese or Korean
  /// character, nothing that counts, or nothing new.
  private static let (tag, letter, character, gap, rest) = (
    UInt8(0), UInt8(1), UInt8(2), UInt8(3), UInt8(4)
  )

  private static let kinds: [UInt8] = (0...255).map { (byte: UInt8) -> UInt8 in
    switch byte {
    case UInt8(ascii: "<"): tag
    case 0...0x2F: gap
    case 0xE3...0xED: character
    case 0x80...0xBF: rest
    default: letter
    }
  }

  /// Whole minutes for marked-up text, or `nil` for less than one.
  static func minutes(_ markup: [UInt8]) -> Int? {
    var words = 0
    var characters = 0
    let (tag, letter, character, rest) = (tag, letter, character, rest)
    kinds.withUnsafeBufferPointer { kinds in
      markup.withUnsafeBufferPointer { markup in
        var before = gap
        var index = 0
        while index < markup.count {
          let kind = kinds[Int(markup[index])]
          index += 1
          if kind == rest { continue }
          if kind == letter {
            if before != letter { words += 1 }
          } else if kind == character {
            characters += 1
          } else if kind == tag {
            while index < markup.count, markup[index] != UInt8(ascii: ">") { index += 1 }
            index += 1
          }
          before = kind
        }
      }
    }
    let minutes =
      (Double(words) / Double(wordsPerMinute)
      + Double(characters) / Double(charactersPerMinute)).rounded()
    return minutes >= 1 ? Int(minutes) : nil
  }
}
