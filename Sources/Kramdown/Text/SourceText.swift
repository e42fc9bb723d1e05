internal import NewsBytes

/// The source as the parser wants it: lines ended by LF, the last one too.
enum SourceText {
  static func prepare(_ source: UTF8Span) -> [UInt8] {
    var text: [UInt8] = []
    // Quotes and lists are copied to its end.
    text.reserveCapacity(source.count + source.count / 8 + 64)
    source.span.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    if text.place(of: 0x0D) != nil { unifyLineEnds(of: &text) }
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
    guard position < target else { return line }
    while let end = text.place(of: 0x0A, from: position, to: target) {
      line += 1
      position = end + 1
    }
    position = target
    return line
  }
}
