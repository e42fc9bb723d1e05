import NewsMarkup
import NewsModel
import NewsText

/// A cover without the libraries that draw: type on a coloured ground, as SVG.
enum SVGCover {
  /// The drawing.
  static func bytes(_ text: CoverText) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1600 2560\"")
    out.raw(" width=\"1600\" height=\"2560\">\n<title>")
    out.text(text.title)
    out.raw("</title>\n<rect width=\"1600\" height=\"2560\"")
    out.attribute("fill", "hsl(\(text.hue), 46%, 27%)")
    out.raw("/>\n<rect y=\"1843\" width=\"1600\" height=\"717\"")
    out.attribute("fill", "hsl(\(text.hue), 50%, 17%)")
    out.raw("/>\n")
    let isRight = text.direction == .rightToLeft
    let x = isRight ? 1460 : 140
    func line(_ string: String, _ y: Int, _ size: Int, _ weight: String, _ family: String) {
      out.raw("<text")
      out.attribute("x", String(x))
      out.attribute("y", String(y))
      // Where the text runs leftwards, its start is on the right.
      if isRight { out.raw(" direction=\"rtl\"") }
      out.attribute("font-size", String(size))
      out.attribute("font-weight", weight)
      out.attribute("font-family", family)
      out.raw(" fill=\"#faf7f0\">")
      out.text(string)
      out.raw("</text>\n")
    }
    if let masthead = text.masthead { line(masthead, 200, 62, "bold", "sans-serif") }
    var y = 480
    let (lines, size) = Self.lines(text.title)
    for string in lines {
      line(string, y, size, "bold", "serif")
      y += size * 5 / 4
    }
    if let date = text.date { line(date, y + 40, 72, "normal", "sans-serif") }
    for (index, section) in text.sections.prefix(5).enumerated() {
      line(section, 1990 + index * 88, 58, "normal", "sans-serif")
    }
    out.raw("</svg>\n")
    return out.bytes
  }

  /// The title in the largest type in which it fits, else its beginning in the smallest.
  private static func lines(_ title: String) -> (lines: [String], size: Int) {
    let sizes = [150, 124, 100, 80]
    for size in sizes {
      // A wide character is an em.
      let columns = 2400 / size
      let most = 1250 / (size * 5 / 4)
      let isLast = size == sizes.last
      var lines = Self.lines(title, columns, breaksWords: isLast)
      let fits =
        lines.count <= most && lines.allSatisfy { DisplayWidth.of($0) <= columns + 1 }
      if !fits, !isLast { continue }
      if lines.count > most {
        lines.removeSubrange(most...)
        lines[most - 1] = lines[most - 1].dropLast(2) + "…"
      }
      return (lines, size)
    }
    return ([], sizes[0])
  }

  private static func lines(_ title: String, _ columns: Int, breaksWords: Bool) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    let pieces = Self.pieces(title).flatMap { piece in
      breaksWords && DisplayWidth.of(piece) > columns ? piece.map { String($0) } : [piece]
    }
    for piece in pieces {
      let pieceWidth = DisplayWidth.of(piece)
      if width + pieceWidth > columns, !line.isEmpty {
        lines.append(line)
        line = ""
        width = 0
      }
      line += piece
      width += pieceWidth
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Words with the blank after them, and single wide characters.
  private static func pieces(_ title: String) -> [String] {
    var pieces: [String] = [""]
    for character in title {
      let isWide = character.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
      if isWide, !"，。、；：！？」』）】》〉".contains(character) {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1].append(character)
        if character == " " { pieces.append("") }
      }
    }
    return pieces
  }
}
