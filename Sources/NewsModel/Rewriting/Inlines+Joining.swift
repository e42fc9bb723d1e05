extension [Inline] {
  /// Appends an inline; a text after a text is joined to it, with one blank at the seam.
  package mutating func appendJoining(_ inline: Inline) {
    guard case .text(let text) = inline else { return append(inline) }
    if text.isEmpty { return }
    guard case .text(let before)? = last else { return append(inline) }
    let isDouble = before.utf8.last == UInt8(ascii: " ") && text.utf8.first == UInt8(ascii: " ")
    self[count - 1] = .text(before + (isDouble ? text.dropFirst() : text[...]))
  }

  /// Takes blanks and line breaks from the start.
  package mutating func trimStart() {
    while let inline = first {
      switch inline {
      case .lineBreak: removeFirst()
      case .text(let text) where text.utf8.first == UInt8(ascii: " "):
        let rest = text.drop { $0 == " " }
        if rest.isEmpty { removeFirst() } else { self[0] = .text(String(rest)) }
      default: return
      }
    }
  }

  /// Takes blanks and line breaks from the end.
  package mutating func trimEnd() {
    while let inline = last {
      switch inline {
      case .lineBreak: removeLast()
      case .text(let text) where text.utf8.last == UInt8(ascii: " "):
        var rest = text[...]
        while rest.last == " " { rest.removeLast() }
        if rest.isEmpty { removeLast() } else { self[count - 1] = .text(String(rest)) }
      default: return
      }
    }
  }
}
