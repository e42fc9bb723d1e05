internal import NewsModel

/// The plain text of a message: paragraphs between empty lines, quotations after `>`, addresses as links.
enum MailPlainText {
  /// - Parameters:
  ///   - isFlowed: whether a line that ends in a blank goes on in the next (RFC 3676).
  ///   - removesBlank: whether that blank is none of the text (`DelSp`).
  static func blocks(_ bytes: [UInt8], isFlowed: Bool, removesBlank: Bool) -> [Block] {
    var blocks: [Block] = []
    var paragraph: [String] = []
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
      var line = String(decoding: slice.last == 0x0D ? slice.dropLast() : slice, as: UTF8.self)
      let isQuoted = line.utf8.first == UInt8(ascii: ">")
      while line.utf8.first == UInt8(ascii: ">") {
        line.removeFirst()
        if line.utf8.first == 0x20 { line.removeFirst() }
      }
      if isFlowed, !isQuoted, line.utf8.first == 0x20 { line.removeFirst() }
      if isQuoted != (depth > 0) {
        if isQuoted { close() } else { closeQuote() }
        depth = isQuoted ? 1 : 0
      }
      let isEmpty = line.allSatisfy(\.isWhitespace)
      if isEmpty {
        close()
        continue
      }
      if isFlowed, removesBlank, line.utf8.last == 0x20, line != "-- " {
        line.removeLast()
        paragraph.append(line + "\u{0}")
      } else {
        paragraph.append(line)
      }
    }
    closeQuote()
    return blocks
  }

  /// Lines of a paragraph. They are rows of their own where they are short: verses, addresses, lists.
  private static func inlines(of lines: [String], isFlowed: Bool) -> [Inline] {
    let longest = lines.map(\.count).max() ?? 0
    var rows: [String] = []
    var row = ""
    for (index, line) in lines.enumerated() {
      let isJoined = line.utf8.last == 0
      var text = line
      if isJoined { text.removeLast() }
      let words = text.split { $0.isWhitespace }.joined(separator: " ")
      row += row.isEmpty || row.utf8.last == 0 ? words : " " + words
      if row.utf8.contains(0) { row = row.filter { $0 != "\u{0}" } }
      let goesOn =
        isFlowed
        ? isJoined || line.utf8.last == 0x20 : longest >= 50 && line.count * 3 >= longest * 2
      if isJoined { row += "\u{0}" }
      if !goesOn || index == lines.count - 1 {
        rows.append(row.filter { $0 != "\u{0}" })
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
      var closing = ""
      while let last = address.last, ">)].,;:!?\"'".contains(last) {
        closing = String(last) + closing
        address = address.dropLast()
      }
      // Angle brackets are the address's own.
      let isBracketed = opening.last == "<" && closing.first == ">"
      text += isBracketed ? opening.dropLast() : opening
      flush()
      inlines.append(
        .link(Link(WrappedLink.target(of: String(address)), [.text(String(address))])))
      text = isBracketed ? String(closing.dropFirst()) : closing
    }
    flush()
    return inlines
  }
}
