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
        if index + 16 <= markup.count {
          // Sixteen bytes at once, as far as there is no tag; a bit for each.
          let bytes = SixteenBytes(at: base + index)
          let length = SixteenBytes.first(bytes.isEqual(to: UInt8(ascii: "<")))
          let text = (1 &<< UInt32(truncatingIfNeeded: length)) &- 1 as UInt32
          let isInWord: UInt32 = before == letter ? 1 : 0
          var letters = SixteenBytes.bits(bytes.isAtLeast(0x30)) & text
          var inWords = letters
          let beyondASCII = SixteenBytes.words(bytes.isAtLeast(0x80))
          if beyondASCII.low | beyondASCII.high != 0 {
            let leads = SixteenBytes.bits(bytes.isAtLeast(0xC0)) & text
            let rests = SixteenBytes.bits(bytes.isAtLeast(0x80)) & text & ~leads
            let alone = leads & SixteenBytes.bits(bytes.isAtLeast(0xE3) .& bytes.isLess(than: 0xEE))
            characters += alone.nonzeroBitCount
            letters &= ~rests & ~alone
            inWords = letters | isInWord & rests
            if leads != alone || inWords & rests != 0 {
              // What follows the first byte of a letter, three bytes at most, is in the word, too.
              for _ in 0..<3 { inWords |= inWords << 1 & rests }
            }
          }
          words += (letters & ~(inWords << 1 | isInWord)).nonzeroBitCount
          index += length
          if length < 16 {
            index = Self.end(ofTagFrom: index, in: markup)
            before = tag
          } else {
            before = inWords >> 15 == 1 ? letter : gap
          }
          continue
        }
        // The same byte by byte.
        let end = markup.count
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
    var index = markup.place(from: place) { $0.isEqual(to: UInt8(ascii: ">")) }
    while index < markup.count, markup[index] != UInt8(ascii: ">") { index += 1 }
    return index + 1
  }
}
