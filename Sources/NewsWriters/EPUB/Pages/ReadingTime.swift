/// How long a text takes to read.
enum ReadingTime {
  /// Words a minute in scripts with spaces, characters a minute in those without.
  private static let wordsPerMinute = 230
  private static let charactersPerMinute = 450

  /// Whole minutes for marked-up text, or `nil` for less than one.
  static func minutes(_ markup: [UInt8]) -> Int? {
    var words = 0
    var characters = 0
    var isInTag = false
    var isInWord = false
    for byte in markup {
      if isInTag {
        if byte == UInt8(ascii: ">") { isInTag = false }
        continue
      }
      switch byte {
      case UInt8(ascii: "<"):
        isInTag = true
        isInWord = false
      case 0...0x2F: isInWord = false
      // The first bytes of Chinese, Japanese and Korean characters in UTF-8.
      case 0xE3...0xED:
        characters += 1
        isInWord = false
      case 0x80...0xBF: break
      default:
        if !isInWord { words += 1 }
        isInWord = true
      }
    }
    let minutes =
      (Double(words) / Double(wordsPerMinute)
      + Double(characters) / Double(charactersPerMinute)).rounded()
    return minutes >= 1 ? Int(minutes) : nil
  }
}
