import NewsCommonMark

/// The part of a note that an embed names.
enum NotePart {
  /// The text under a heading, with it, up to the next of its rank.
  static func section(_ heading: String, of text: [UInt8]) -> [UInt8]? {
    let wanted = plain(heading)
    let code = VerbatimText(text)
    var index = 0
    var begin: (place: Int, level: Int)?
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = text[start..<end]
      let level = line.prefix { $0 == UInt8(ascii: "#") }.count
      if (1...6).contains(level), line.dropFirst(level).first == 0x20,
        code.range(at: start, index: &index) == nil
      {
        if let begun = begin {
          if level <= begun.level { return Array(text[begun.place..<start]) }
        } else if plain(String(decoding: line.dropFirst(level), as: UTF8.self)) == wanted {
          begin = (start, level)
        }
      }
      start = end + 1
    }
    return begin.map { Array(text[$0.place...]) }
  }

  /// The paragraph or item whose end bears a block's name.
  static func block(_ name: String, of text: [UInt8]) -> [UInt8]? {
    let mark = Array("^\(name)".utf8)
    var paragraph = 0
    var start = 0
    var last: Range<Int>?
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      var line = text[start..<end]
      while let byte = line.last, byte <= 0x20 { line.removeLast() }
      let isBlank = line.isEmpty
      if line.count >= mark.count, line.suffix(mark.count).elementsEqual(mark) {
        let before = line.dropLast(mark.count)
        if before.isEmpty {
          // On a line of its own it names the block before it.
          let range = paragraph < start ? paragraph..<start : last ?? start..<start
          return Array(text[range])
        }
        if before.last == 0x20 || before.last == 0x09 {
          let isItem = before.drop { $0 <= 0x20 }.first.map { "-*+0123456789".utf8.contains($0) }
          return Array(text[(isItem == true ? start : paragraph)..<before.endIndex])
        }
      }
      if isBlank {
        if paragraph < start { last = paragraph..<start }
        paragraph = end + 1
      }
      start = end + 1
    }
    return nil
  }

  /// The letters of a heading, as links name it.
  private static func plain(_ text: String) -> String {
    text.lowercased().unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}
