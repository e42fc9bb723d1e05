import NewsModel

/// How many marks a line's text has that could be taken for markup, and what markup it has.
struct MarkdownMarks {
  var stars = 0
  var underscores = 0
  var tildes = 0
  var emphasis = 0
  var strikes = 0
  var hasLinkEnds = false

  /// Counts the marks of a line.
  mutating func count(_ content: [Inline]) { count(content, depth: 0) }

  private mutating func count(_ content: [Inline], depth: Int) {
    guard depth < MarkdownInlines.depthLimit else { return }
    for (index, inline) in content.enumerated() {
      switch inline {
      case .text(var text):
        text.withUTF8 { utf8 in
          for position in utf8.indices {
            switch utf8[position] {
            case UInt8(ascii: "*"): stars += 1
            case UInt8(ascii: "_"): underscores += 1
            case UInt8(ascii: "~"): tildes += 1
            case UInt8(ascii: "]"):
              // Without definitions only a parenthesis makes a link; at the end of the text, what
              // follows may begin with one.
              let next = position + 1 < utf8.count ? utf8[position + 1] : nil
              if next == UInt8(ascii: "(") || next == nil && index + 1 < content.count {
                hasLinkEnds = true
              }
            default: break
            }
          }
        }
      case .emphasis(let inner), .strong(let inner):
        emphasis += 1
        count(inner, depth: depth + 1)
      case .strikethrough(let inner):
        strikes += 1
        count(inner, depth: depth + 1)
      case .subscript(let inner), .superscript(let inner):
        count(inner, depth: depth + 1)
      case .link(let link): count(link.content, depth: depth + 1)
      case .span(let span): count(span.content, depth: depth + 1)
      case .ruby(let ruby):
        for pair in ruby.pairs {
          count(pair.base, depth: depth + 1)
          count(pair.reading, depth: depth + 1)
        }
      case .math(let formula): underscores += formula.utf8.count { $0 == 0x5F } + 2
      case .code, .image, .lineBreak, .footnote: break
      }
    }
  }
}
