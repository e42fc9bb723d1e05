import NewsText

/// A line of plain text.
struct TextLine: Sendable {
  /// Without blanks around it.
  var text: Substring
  /// Columns of blanks before it.
  var indent: Int
  /// Whether it begins with the wide blanks that open a paragraph in Chinese and Japanese.
  var hasWideIndent = false
  /// Columns of the text.
  var width: Int
  /// Its number in the file, from 1.
  var number: Int

  init(_ line: Substring, number: Int) {
    self.number = number
    var scalars = line.unicodeScalars[...]
    indent = 0
    scan: while let first = scalars.first {
      switch first {
      case " ", "\u{A0}": indent += 1
      case "\t": indent += 8 - indent % 8
      case "\u{3000}":
        indent += 2
        hasWideIndent = true
      case "\u{FEFF}", "\u{200B}": break
      default: break scan
      }
      scalars.removeFirst()
    }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    text = Substring(scalars)
    width = text.isEmpty ? 0 : DisplayWidth.of(String(text))
  }

  var isBlank: Bool { text.isEmpty }

  /// The character that a line is made of, three or more: a rule, or what underlines a heading.
  var ruleCharacter: Unicode.Scalar? {
    guard let first = text.unicodeScalars.first,
      "-=~_*#+^＊※◇◆─━—".unicodeScalars.contains(first)
    else { return nil }
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar == first {
        count += 1
      } else if scalar != " " {
        return nil
      }
    }
    return count >= 3 ? first : nil
  }
}

extension Unicode.Scalar {
  /// Whether it is written without blanks between words, so that a line end beside it is none.
  var isOfChineseOrJapanese: Bool {
    switch value {
    case 0x2E80...0x312F, 0x3190...0xA4CF, 0xF900...0xFAFF, 0xFE10...0xFE1F, 0xFE30...0xFE6F,
      0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
