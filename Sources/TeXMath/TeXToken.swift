/// What a formula in TeX is made of.
enum TeXToken: Hashable {
  /// `\alpha`, `\,`: the name without its backslash.
  case command(String)
  /// A letter, figure or sign.
  case character(Unicode.Scalar)
  case open, close
  case superscript, sub
  /// `&`.
  case column
  /// White space; it says nothing but within text.
  case space

  /// Takes a formula apart; comments are left out.
  static func tokens(of tex: String) -> [TeXToken] {
    var tokens: [TeXToken] = []
    var scalars = Substring(tex).unicodeScalars
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\\":
        guard let first = scalars.popFirst() else { break }
        var name = String(Character(first))
        if isLetter(first) {
          while let next = scalars.first, isLetter(next) {
            name.unicodeScalars.append(next)
            scalars.removeFirst()
          }
          if scalars.first == "*", ["operatorname", "tag", "hspace"].contains(name) {
            scalars.removeFirst()
          }
        }
        tokens.append(.command(name))
      case "{": tokens.append(.open)
      case "}": tokens.append(.close)
      case "^": tokens.append(.superscript)
      case "_": tokens.append(.sub)
      case "&": tokens.append(.column)
      case "%":
        while let next = scalars.popFirst(), next != "\n" {}
      case "~": tokens.append(.command(" "))
      case " ", "\t", "\n", "\r", "\u{A0}":
        if tokens.last != .space { tokens.append(.space) }
      default: tokens.append(.character(scalar))
      }
    }
    return tokens
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
