internal import NewsText

/// Words of other alphabets in a header: `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=` (RFC 2047).
enum EncodedWords {
  /// A header's text with its encoded words decoded; bytes beyond ASCII are decoded as text is.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result = ""
    // What is written in one encoding may be parted within a character.
    var pending: (charset: String, bytes: [UInt8])?
    var plain: [UInt8] = []
    var index = bytes.startIndex
    func flushPending() {
      guard let last = pending else { return }
      result += text(last.bytes, last.charset)
      pending = nil
    }
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "="), let word = word(in: bytes, at: index) {
        // Blanks between two encoded words are none of the text.
        if pending == nil || plain.contains(where: { $0 > 0x20 }) {
          flushPending()
          result += text(plain, nil)
        }
        plain = []
        if pending?.charset == word.charset {
          pending?.bytes += word.bytes
        } else {
          flushPending()
          pending = (word.charset, word.bytes)
        }
        index = word.end
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    flushPending()
    return result + text(plain, nil)
  }

  /// Bytes in a character encoding; of none that is known, as text that names none.
  static func text(_ bytes: [UInt8], _ charset: String?) -> String {
    if bytes.isEmpty { return "" }
    return String(decoding: TextDecoder.plain(bytes, transport: charset).utf8, as: UTF8.self)
  }

  /// The word that begins at an `=`.
  private static func word(
    in bytes: ArraySlice<UInt8>, at start: Int
  ) -> (charset: String, bytes: [UInt8], end: Int)? {
    let mark = UInt8(ascii: "?")
    guard start + 1 < bytes.endIndex, bytes[start + 1] == mark else { return nil }
    // Programs write longer ones than the 75 characters that are allowed.
    let rest = bytes[(start + 2)...].prefix(2048)
    guard let first = rest.firstIndex(of: mark), first > rest.startIndex,
      first + 2 < rest.endIndex, rest[first + 2] == mark
    else { return nil }
    let content = rest[(first + 3)...]
    var end = content.startIndex
    while end + 1 < content.endIndex,
      !(content[end] == mark && content[end + 1] == UInt8(ascii: "="))
    {
      if content[end] == 0x0A { return nil }
      end += 1
    }
    guard end + 1 < content.endIndex else { return nil }
    // `utf-8*en` names a language besides (RFC 2231, 5).
    let charset = String(decoding: rest[..<first], as: UTF8.self).prefix { $0 != "*" }.lowercased()
    switch rest[first + 1] | 0x20 {
    case UInt8(ascii: "q"):
      let decoded = TransferEncoding.quotedPrintable(content[..<end], isWord: true)
      return (charset, decoded, end + 2)
    case UInt8(ascii: "b"): return (charset, TransferEncoding.base64(content[..<end]), end + 2)
    default: return nil
    }
  }
}
