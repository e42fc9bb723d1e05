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
    var index = text.startIndex
    var count = 0
    while index < text.endIndex, count < longestName {
      let scalar = text.unicodeScalars[index]
      let next = text.unicodeScalars.index(after: index)
      switch scalar {
      case ":", "：":
        let isFull = scalar == "："
        // An address or a time has no blank behind its colon.
        guard count > 0, isFull || next == text.endIndex || text.unicodeScalars[next] == " " else {
          return nil
        }
        return (String(text[..<index]), next)
      case ".", ",", ";", "!", "?", "。", "，", "；", "！", "？", "“", "\"", "《", "\n":
        // Initials and titles have full stops.
        if scalar != "." || count > 24 { return nil }
      default: break
      }
      count += 1
      index = next
    }
    return nil
  }
}
