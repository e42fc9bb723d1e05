internal import CodeTokens
import NewsText

extension HTMLSerializer {
  /// A program's text. In a book its words, texts and remarks are set apart, and so is each line
  /// that a narrow page must break: the style sheet marks where it goes on.
  mutating func code(_ text: String, language: String?) {
    // The end of the last line belongs to it: behind a line set apart it would be one more.
    let code = Array(text.utf8) + [0x0A]
    let tokens = language.map { CodeToken.tokens(of: code, language: $0) } ?? []
    var next = 0
    var (start, lineStart) = (0, 0)
    while lineStart < code.count {
      let lineEnd = code[lineStart...].firstIndex(of: 0x0A).map { $0 + 1 } ?? code.count
      if Self.isWide(code[lineStart..<lineEnd]) {
        write(code, start..<lineStart, tokens, from: &next)
        out.raw("<span class=\"nk-line\">")
        write(code, lineStart..<lineEnd, tokens, from: &next)
        out.raw("</span>")
        start = lineEnd
      }
      lineStart = lineEnd
    }
    write(code, start..<code.count, tokens, from: &next)
  }

  /// Columns of code that a telephone shows.
  private static var mostColumns: Int { 38 }

  private static func isWide(_ line: ArraySlice<UInt8>) -> Bool {
    line.count > mostColumns
      && DisplayWidth.of(String(decoding: line, as: UTF8.self)) > mostColumns
  }

  /// Lines with their tokens; one that goes on behind them is opened there again.
  private mutating func write(
    _ code: [UInt8], _ lines: Range<Int>, _ tokens: [CodeToken], from next: inout Int
  ) {
    var place = lines.lowerBound
    while next < tokens.count, tokens[next].range.lowerBound < lines.upperBound {
      let range = tokens[next].range.clamped(to: lines)
      out.text(String(decoding: code[place..<range.lowerBound], as: UTF8.self))
      switch tokens[next].kind {
      case .keyword: out.raw("<span class=\"nk-k\">")
      case .string: out.raw("<span class=\"nk-s\">")
      case .comment: out.raw("<span class=\"nk-c\">")
      case .number: out.raw("<span class=\"nk-n\">")
      }
      out.text(String(decoding: code[range], as: UTF8.self))
      out.raw("</span>")
      place = range.upperBound
      if tokens[next].range.upperBound > lines.upperBound { break }
      next += 1
    }
    out.text(String(decoding: code[place..<lines.upperBound], as: UTF8.self))
  }
}
