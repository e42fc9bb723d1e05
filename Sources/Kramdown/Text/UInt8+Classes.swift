/// Comparing a byte with an ASCII character reads best with the character in quotes.
@inline(__always)
func == (byte: UInt8, character: Unicode.Scalar) -> Bool {
  UInt32(byte) == character.value
}

@inline(__always)
func != (byte: UInt8, character: Unicode.Scalar) -> Bool {
  UInt32(byte) != character.value
}

@inline(__always)
func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool {
  UInt32(byte) == character.value
}

extension UInt8 {
  /// A space, a tab, or a character that ends a line or page.
  @inline(__always)
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  /// A space or a tab.
  @inline(__always)
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  @inline(__always)
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  @inline(__always)
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  /// An ASCII letter, digit or underscore.
  @inline(__always)
  var isWord: Bool { isLetter || isDigit || self == 0x5F }

  /// A byte of an attribute list's name after the first.
  @inline(__always)
  var isNameTail: Bool { isWord || self == 0x2D }

  @inline(__always)
  var isHexDigit: Bool { isDigit || ((self | 0x20) >= 0x61 && (self | 0x20) <= 0x66) }

  @inline(__always)
  var isQuote: Bool { self == 0x22 || self == 0x27 }

  /// ASCII punctuation other than `&`.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x25, 0x27...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// A character that a backslash takes the meaning from, in both dialects.
  var isEscapable: Bool {
    switch self {
    case "\\", ".", "*", "_", "+", "`", "<", ">", "(", ")", "[", "]", "{", "}", "#", "!", ":",
      "|", "\"", "'", "$", "=", "-":
      true
    default: false
    }
  }

  @inline(__always)
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  @inline(__always)
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
