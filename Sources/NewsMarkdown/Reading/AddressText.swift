internal import NewsBytes

/// Addresses as their author wrote them.
///
/// cmark percent-encodes every character of an address beyond plain ASCII, which cannot be told from
/// what the author encoded. So the words of the text that have such characters or escapes are kept
/// by what cmark makes of them: one pass, and one look for each word of an address.
struct AddressText: Sendable {
  /// Words of the text by their encoded form.
  private var words: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]

  /// No word of an address is longer, but sentences of Chinese are.
  private static let longest = 2048

  /// - Parameters:
  ///   - source: the Markdown.
  ///   - html: what cmark made of it.
  init(source: [UInt8], html: [UInt8]) {
    guard Self.hasEscape(html) else { return }
    for word in Self.words(of: source[...]) where word.count <= Self.longest {
      guard word.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") }) else { continue }
      let encoded = Self.encoded(word)
      guard Self.hasEscape(encoded) else { continue }
      // What is encoded in the text stays so, though its characters stand elsewhere.
      if words[encoded[...]] == nil || word.elementsEqual(encoded) { words[encoded[...]] = word }
    }
  }

  /// The address of an attribute as it stands in the text.
  func asWritten(_ address: String) -> String {
    guard !words.isEmpty, address.utf8.contains(UInt8(ascii: "%")) else { return address }
    let encoded = Array(address.utf8)
    var result: [UInt8] = []
    var end = 0
    for word in Self.words(of: encoded[...]) {
      guard let written = words[word] else { continue }
      result += encoded[end..<word.startIndex]
      result += written
      end = word.endIndex
    }
    guard end > 0 else { return address }
    return String(validating: result + encoded[end...], as: UTF8.self) ?? address
  }

  /// The longest runs of characters that are the same, or encoded, in an address.
  private static func words(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "%"): false
      default: true
      }
    }
  }

  /// As cmark writes it in an attribute.
  private static func encoded(_ word: ArraySlice<UInt8>) -> [UInt8] {
    let digits: StaticString = "0123456789ABCDEF"
    var result: [UInt8] = []
    result.reserveCapacity(word.count * 3)
    for byte in word {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(UInt8(ascii: "%"))
        result.append(digits.utf8Start[Int(byte >> 4)])
        result.append(digits.utf8Start[Int(byte & 15)])
      }
    }
    return result
  }

  /// Whether a character beyond plain ASCII is encoded in a text.
  private static func hasEscape(_ text: [UInt8]) -> Bool {
    var start = 0
    while let place = text.place(of: UInt8(ascii: "%"), from: start) {
      start = place + 1
      if start < text.count,
        (0x38...0x39).contains(text[start]) || (0x41...0x46).contains(text[start] & 0xDF)
      {
        return true
      }
    }
    return false
  }
}
