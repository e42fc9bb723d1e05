import NewsBytes

/// How Jekyll makes words of an address out of text: `slugify`.
enum Slug {
  /// What may stay.
  enum Mode: String {
    /// Everything but white space.
    case raw
    /// Letters, marks and decimal digits.
    case `default`
    /// The default and `._~!$&'()+,;=@`.
    case pretty
    /// ASCII letters and digits.
    case ascii
    /// The default, after Latin letters lost their accents.
    case latin
  }

  /// A text with every run of other characters as one hyphen, none at its ends.
  ///
  /// - Parameters:
  ///   - keepsCase: whether capitals stay.
  static func make(_ text: String, mode: Mode = .default, keepsCase: Bool = false) -> String {
    if text.withBytes({ $0.utf8Kind == .ascii }) {
      return ofASCII(text, mode, keepsCase: keepsCase)
    }
    let source = mode == .latin ? withoutAccents(text) : text
    var result = String.UnicodeScalarView()
    var isGap = false
    for scalar in source.unicodeScalars {
      if stays(scalar, mode) {
        if isGap { result.append("-") }
        isGap = false
        result.append(scalar)
      } else {
        isGap = true
      }
    }
    if isGap { result.append("-") }
    // One hyphen goes from each end, whether it was made here or stood in the text.
    if result.first == "-" { result.removeFirst() }
    if result.last == "-" { result.removeLast() }
    return keepsCase ? String(result) : String(result).lowercased()
  }

  private static func ofASCII(_ text: String, _ mode: Mode, keepsCase: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 1)
    var isGap = false
    for byte in text.utf8 {
      if stays(Unicode.Scalar(byte), mode) {
        if isGap { result.append(0x2D) }
        isGap = false
        let isCapital = byte >= 0x41 && byte <= 0x5A
        result.append(isCapital && !keepsCase ? byte | 0x20 : byte)
      } else {
        isGap = true
      }
    }
    if isGap { result.append(0x2D) }
    var slug = result[...]
    if slug.first == 0x2D { slug.removeFirst() }
    if slug.last == 0x2D { slug.removeLast() }
    return String(text: slug)
  }

  private static func stays(_ scalar: Unicode.Scalar, _ mode: Mode) -> Bool {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": return true
      case " ", "\t", "\n", "\r", "\u{0B}", "\u{0C}": return false
      default:
        switch mode {
        case .raw: return true
        case .pretty: return "._~!$&'()+,;=@".unicodeScalars.contains(scalar)
        default: return false
        }
      }
    }
    switch mode {
    case .raw: return true
    case .ascii: return false
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber:
        return true
      default: return false
      }
    }
  }

  /// Latin letters without their accents; other characters beyond ASCII become `?`, as in I18n's
  /// transliteration.
  private static func withoutAccents(_ text: String) -> String {
    var result = ""
    for character in text {
      if character.isASCII {
        result.append(character)
      } else if let plain = special[character] {
        result += plain
      } else {
        result += baseLetter(of: character) ?? "?"
      }
    }
    return result
  }

  /// The letter that a Latin one with an accent is made from, which its Unicode name tells:
  /// `LATIN SMALL LETTER E WITH ACUTE`.
  private static func baseLetter(of character: Character) -> String? {
    guard let scalar = character.unicodeScalars.first else { return nil }
    if scalar.isASCII, scalar.properties.isAlphabetic { return String(scalar) }
    let words = scalar.properties.name?.split(separator: " ") ?? []
    guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
      words[3].utf8.count == 1
    else { return nil }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }

  private static let special: [Character: String] = [
    "Æ": "AE", "æ": "ae", "Ø": "O", "ø": "o", "ß": "ss", "Þ": "Th", "þ": "th", "Ð": "D", "ð": "d",
    "Œ": "OE", "œ": "oe", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "ı": "i",
    "Ŧ": "T", "ŧ": "t", "Ŋ": "NG", "ŋ": "ng", "ĸ": "k",
  ]
}
