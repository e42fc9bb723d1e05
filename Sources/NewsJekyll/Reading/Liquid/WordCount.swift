/// How many words a text has, as the filter `number_of_words` counts.
enum WordCount {
  /// Counts by white space; in the modes `cjk` and `auto` each Chinese, Japanese or Korean character
  /// is a word, in the latter only if there are any.
  static func words(in text: String, mode: String) -> Int {
    let bySpace = text.utf8.split { $0 <= 0x20 }.count
    guard mode == "cjk" || mode == "auto" else { return bySpace }
    var characters = 0
    var words = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      if isCJK(scalar) {
        characters += 1
        isInWord = false
      } else if scalar.properties.isWhitespace {
        isInWord = false
      } else {
        if !isInWord { words += 1 }
        isInWord = true
      }
    }
    return mode == "auto" && characters == 0 ? bySpace : characters + words
  }

  /// Whether a character is of the scripts Han, Hiragana, Katakana or Hangul.
  private static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0x2FD5, 0x3005, 0x3007, 0x3021...0x3029, 0x3038...0x303B,
      0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FD...0x30FF, 0x3131...0x318E,
      0x31F0...0x31FF, 0x3200...0x321E, 0x3260...0x327E, 0x32D0...0x32FE, 0x3300...0x3357,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97C, 0xAC00...0xD7FB, 0xF900...0xFAD9,
      0xFF66...0xFF6F, 0xFF71...0xFF9D, 0xFFA0...0xFFDC, 0x1AFF0...0x1B122, 0x1B150...0x1B167,
      0x20000...0x323AF:
      true
    default: false
    }
  }
}
