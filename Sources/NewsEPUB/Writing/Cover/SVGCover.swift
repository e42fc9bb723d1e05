import NewsMarkup
import NewsModel
import NewsText

/// A cover without the libraries that draw: type on a coloured ground, as SVG.
enum SVGCover {
  /// The width of an em of the title, in the drawing's units.
  private static let size = 150

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
    for string in lines(text.title).prefix(8) {
      line(string, y, size, "bold", "serif")
      y += size * 5 / 4
    }
    if let date = text.date { line(date, y + 40, 72, "normal", "sans-serif") }
    for (index, section) in text.sections.prefix(6).enumerated() {
      line(section, 1990 + index * 88, 58, "normal", "sans-serif")
    }
    out.raw("</svg>\n")
    return out.bytes
  }

  /// The title in lines of at most eight ems.
  private static func lines(_ title: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces(title) {
      let pieceWidth = DisplayWidth.of(piece)
      if width + pieceWidth > 16, !line.isEmpty {
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
