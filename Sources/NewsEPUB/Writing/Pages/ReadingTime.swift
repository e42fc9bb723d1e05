internal import NewsBytes

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
    let count = markup.withUnsafeBufferPointer { tally(in: $0) }
    let minutes =
      (Double(count.words) / Double(wordsPerMinute)
      + Double(count.characters) / Double(charactersPerMinute)).rounded()
    return minutes >= 1 ? Int(minutes) : nil
  }

  /// The words of scripts with spaces, and the characters of those without.
  static func tally(in markup: UnsafeBufferPointer<UInt8>) -> (words: Int, characters: Int) {
    guard let base = markup.baseAddress else { return (0, 0) }
    var words = 0
    var characters = 0
    let (tag, letter, character, gap, rest) = (tag, letter, character, gap, rest)
    kinds.withUnsafeBufferPointer { kinds in
      /// What began before the byte at `index`.
      var before = gap
      var index = 0
      while index < markup.count {
        if index + 8 <= markup.count {
          // Eight bytes at once, as far as there is no tag.
          let eight = EightBytes(at: base + index)
          let length = EightBytes.first(~eight.differs(from: UInt8(ascii: "<")))
          let text = length == 8 ? UInt64.max : (1 &<< UInt64(truncatingIfNeeded: 8 &* length)) &- 1
          let isInWord: UInt64 = before == letter ? 0x80 : 0
          var letters = eight.isAtLeast(0x30) & EightBytes.all & text
          var inWords = letters
          if eight.isBeyondASCII & EightBytes.all & text != 0 {
            let leads = eight.isAtLeastHigh(0xC0) & EightBytes.all & text
            let rests = eight.isBeyondASCII & EightBytes.all & text & ~leads
            let alone = leads & eight.isAtLeastHigh(0xE3) & ~eight.isAtLeastHigh(0xEE)
            characters += EightBytes.count(alone)
            letters &= ~rests & ~alone
            inWords = letters | isInWord & rests
            if leads != alone || inWords & rests != 0 {
              // What follows the first byte of a letter, three bytes at most, is in the word, too.
              for _ in 0..<3 { inWords |= inWords << 8 & rests }
            }
          }
          words += EightBytes.count(letters & ~(inWords << 8 | isInWord))
          index += length
          if length < 8 {
            index = Self.end(ofTagFrom: index, in: markup)
            before = tag
          } else {
            before = inWords >> 63 == 1 ? letter : gap
          }
          continue
        }
        // The same byte by byte.
        let end = min(index + 8, markup.count)
        while index < end {
          let kind = kinds[Int(markup[index])]
          index += 1
          if kind == rest { continue }
          if kind == letter {
            if before != letter { words += 1 }
          } else if kind == character {
            characters += 1
          } else if kind == tag {
            index = Self.end(ofTagFrom: index, in: markup)
          }
          before = kind
        }
      }
    }
    return (words, characters)
  }

  /// What stands behind the tag that begins at a place or before it.
  @inline(__always)
  private static func end(ofTagFrom place: Int, in markup: UnsafeBufferPointer<UInt8>) -> Int {
    var index = markup.end(ofEightsFrom: place) { $0.differs(from: UInt8(ascii: ">")) }
    while index < markup.count, markup[index] != UInt8(ascii: ">") { index += 1 }
    return index + 1
  }
}
