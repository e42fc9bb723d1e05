/// The source as the parser wants it: valid UTF-8, lines ended by LF, the last one too.
enum SourceText {
  static func prepare(_ bytes: [UInt8]) -> [UInt8] {
    var text = bytes
    if String(validating: bytes, as: UTF8.self) == nil {
      text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    if text.contains(0x0D) { unifyLineEnds(of: &text) }
    if text.last != 0x0A { text.append(0x0A) }
    return text
  }

  private static func unifyLineEnds(of text: inout [UInt8]) {
    var write = 0
    var read = 0
    while read < text.count {
      var byte = text[read]
      if byte == 0x0D {
        byte = 0x0A
        if read + 1 < text.count, text[read + 1] == 0x0A { read += 1 }
      }
      text[write] = byte
      write += 1
      read += 1
    }
    text.removeSubrange(write...)
  }
}

/// Counts lines up to a position, going on from the last one asked for.
struct LineCounter {
  var position = 0
  var line = 1

  mutating func line(at target: Int, in text: [UInt8]) -> Int {
    // A place before the last one only happens when parsing went back; the nearest line will do.
    while position < target {
      if text[position] == 0x0A { line += 1 }
      position += 1
    }
    return line
  }
}
