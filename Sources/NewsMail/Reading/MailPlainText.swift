internal import NewsModel

/// The plain text of a message: paragraphs between empty lines, quotations after `>`, addresses as links.
enum MailPlainText {
  /// A line as it goes into a paragraph.
  private struct Line {
    var text: String
    /// Whether the next goes on without a blank.
    var isGlued = false
  }

  /// - Parameters:
  ///   - isFlowed: whether a line that ends in a blank goes on in the next (RFC 3676).
  ///   - removesBlank: whether that blank is none of the text (`DelSp`).
  static func blocks(_ bytes: [UInt8], isFlowed: Bool, removesBlank: Bool) -> [Block] {
    var blocks: [Block] = []
    var paragraph: [Line] = []
    var quoted: [Block] = []
    var depth = 0
    func close() {
      guard !paragraph.isEmpty else { return }
      let block = Block.paragraph(Paragraph(inlines(of: paragraph, isFlowed: isFlowed)))
      paragraph = []
      if depth > 0 { quoted.append(block) } else { blocks.append(block) }
    }
    func closeQuote() {
      close()
      if !quoted.isEmpty { blocks.append(.quote(Quote(quoted))) }
      quoted = []
    }
    for slice in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var rest = slice.last == 0x0D ? slice.dropLast() : slice
      let isQuoted = rest.first == UInt8(ascii: ">")
      while rest.first == UInt8(ascii: ">") {
        rest.removeFirst()
        if rest.first == 0x20 { rest.removeFirst() }
      }
      if isFlowed, !isQuoted, rest.first == 0x20 { rest.removeFirst() }
      if rest.contains(0) { rest.removeAll { $0 == 0 } }
      var line = Line(text: String(decoding: rest, as: UTF8.self))
      if isQuoted != (depth > 0) {
        if isQuoted { close() } else { closeQuote() }
        depth = isQuoted ? 1 : 0
      }
      if line.text.allSatisfy(\.isWhitespace) {
        close()
        continue
      }
      line.isGlued = isFlowed && removesBlank && rest.last == 0x20 && line.text != "-- "
      paragraph.append(line)
    }
    closeQuote()
    return blocks
  }

  /// Lines of a paragraph. They are rows of their own where they are short: verses, addresses, lists.
  private static func inlines(of lines: [Line], isFlowed: Bool) -> [Inline] {
    let counts = lines.map(\.text.count)
    let longest = counts.max() ?? 0
    var rows: [String] = []
    var row = ""
    for (index, line) in lines.enumerated() {
      if !row.isEmpty, !lines[index - 1].isGlued { row += " " }
      row += line.text.split { $0.isWhitespace }.joined(separator: " ")
      let goesOn =
        isFlowed
        ? line.text.utf8.last == 0x20 : longest >= 50 && counts[index] * 3 >= longest * 2
      if !goesOn || index == lines.count - 1 {
        rows.append(row)
        row = ""
      }
    }
    var inlines: [Inline] = []
    for (index, row) in rows.enumerated() {
      if index > 0 { inlines.append(.lineBreak) }
      inlines += links(in: row)
    }
    return inlines
  }

  /// A row with its addresses as links.
  private static func links(in row: String) -> [Inline] {
    var inlines: [Inline] = []
    var text = ""
    func flush() {
      if !text.isEmpty { inlines.append(.text(text)) }
      text = ""
    }
    var isFirst = true
    for word in row.split(separator: " ", omittingEmptySubsequences: false) {
      if !isFirst { text += " " }
      isFirst = false
      let opening = word.prefix { "<([\"'".contains($0) }
      var address = word.dropFirst(opening.count)
      let lowered = address.prefix(8).lowercased()
      guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://") else {
        text += word
        continue
      }
      var end = address.endIndex
      while end > address.startIndex,
        case let before = address.index(before: end), ">)].,;:!?\"'".contains(address[before])
      {
        end = before
      }
      let closing = address[end...]
      address = address[..<end]
      // Angle brackets are the address's own.
      let isBracketed = opening.last == "<" && closing.first == ">"
      text += isBracketed ? opening.dropLast() : opening
      flush()
      inlines.append(
        .link(Link(WrappedLink.target(of: String(address)), [.text(String(address))])))
      text = String(isBracketed ? closing.dropFirst() : closing)
    }
    flush()
    return inlines
  }
}
