/// Whether bytes are a text that somebody wrote, by their beginning.
enum TextRecognizer {
  /// Not much, so that every format that has marks of its own comes first; nothing for lists of
  /// settings, names and figures.
  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    // Front matter is known to others, who are sure of it.
    if head.starts(with: "---\n".utf8) { return 0 }
    // What is in UTF-16 or binary says nothing without being decoded.
    guard !head.contains(0), let first = head.first(where: { $0 > 0x20 }), first != 0x3C,
      first != UInt8(ascii: "{"), first != UInt8(ascii: "[")
    else { return 0 }
    let lines = head.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(200)
    return lines.contains(where: endsSentence) ? 10 : 0
  }

  /// A line of several words with a sentence's end in it.
  private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while let last = line.last, last <= 0x20 { line.removeLast() }
    if line.contains(where: { $0 >= 0x80 }) {
      let text = String(decoding: line, as: UTF8.self)
      if text.unicodeScalars.count >= 12,
        text.unicodeScalars.contains(where: { "。！？；，。".unicodeScalars.contains($0) })
      {
        return true
      }
    }
    // Four blanks: five words.
    guard line.count >= 24, line.lazy.filter({ $0 == 0x20 }).count >= 4 else { return false }
    var before: UInt8 = 0
    for byte in line {
      if byte == 0x20, ".!?".utf8.contains(before) { return true }
      before = byte
    }
    return ".!?\"'".utf8.contains(before)
  }
}
