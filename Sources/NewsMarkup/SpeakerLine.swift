internal import NewsBytes
package import NewsModel

/// Who speaks in an interview: paragraphs that begin with a name and a colon.
package enum SpeakerLine {
  /// A name is no sentence.
  private static let longestName = 40

  /// The paragraphs of an interview with their speakers marked by a class; other blocks as they are.
  ///
  /// It is one where two or more speak in turn: single lines that end their first words with a colon
  /// are none.
  package static func marked(_ blocks: [Block], _ name: String) -> [Block] {
    var counts: [String: Int] = [:]
    for block in blocks {
      if let speaker = speaker(of: block) { counts[speaker.name, default: 0] += 1 }
    }
    let speaking = counts.filter { $0.value > 1 }
    guard speaking.count > 1, speaking.values.reduce(0, +) > 3 else { return blocks }
    return blocks.map { block in
      guard case .paragraph(var paragraph) = block, let speaker = speaker(of: block),
        speaking[speaker.name] != nil, case .text(let text)? = paragraph.content.first
      else { return block }
      let head = text[..<speaker.end]
      paragraph.content.replaceSubrange(
        0..<1,
        with: [
          .span(Span(nil, [.text(String(head))], attributes: Attributes(classes: [name]))),
          .text(String(text[speaker.end...])),
        ])
      return .paragraph(paragraph)
    }
  }

  /// The name that a paragraph begins with, and where the text after its colon begins.
  private static func speaker(of block: Block) -> (name: String, end: String.Index)? {
    guard case .paragraph(let paragraph) = block, case .text(let text)? = paragraph.content.first
    else { return nil }
    guard let place = text.withBytes(placeOfColon) else { return nil }
    let colon = text.utf8.index(text.startIndex, offsetBy: place)
    return (String(text[..<colon]), text.unicodeScalars.index(after: colon))
  }

  /// How many bytes stand before the colon that ends a name.
  private static func placeOfColon(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    var count = 0
    while index < text.count, count < longestName {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: ":"):
        // An address or a time has no blank behind its colon.
        return count > 0 && (index + 1 == text.count || text[index + 1] == 0x20) ? index : nil
      // Initials and titles have full stops.
      case UInt8(ascii: "."): if count > 24 { return nil }
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"),
        UInt8(ascii: "\""), UInt8(ascii: "\n"):
        return nil
      case 0xE2, 0xE3, 0xEF:
        guard index + 2 < text.count else { return nil }
        switch (byte, text[index + 1], text[index + 2]) {
        case (0xEF, 0xBC, 0x9A): return count > 0 ? index : nil
        // 。 《 “ ” and the fullwidth comma, semicolon, exclamation and question marks.
        case (0xE3, 0x80, 0x82), (0xE3, 0x80, 0x8A), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D),
          (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F):
          return nil
        default: break
        }
      default: break
      }
      count += 1
      index += byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }
}
