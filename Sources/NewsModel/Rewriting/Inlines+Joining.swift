extension [Inline] {
  /// Appends an inline; a text after a text is joined to it, with one blank at the seam.
  package mutating func appendJoining(_ inline: Inline) {
    guard case .text(let text) = inline else { return append(inline) }
    if text.isEmpty { return }
    guard case .text(var before)? = last else { return append(inline) }
    let isDouble = before.utf8.last == UInt8(ascii: " ") && text.utf8.first == UInt8(ascii: " ")
    // Taken out, so that it grows where it is: many pieces may come.
    removeLast()
    before += isDouble ? text.dropFirst() : text[...]
    append(.text(before))
  }

  /// Takes blanks and line breaks from the start.
  package mutating func trimStart() {
    // A slice, whose first goes without moving the others.
    var kept = self[...]
    trimming: while let inline = kept.first {
      switch inline {
      case .lineBreak: kept.removeFirst()
      case .text(let text) where text.utf8.first == UInt8(ascii: " "):
        let rest = text.drop { $0 == " " }
        kept.removeFirst()
        if !rest.isEmpty {
          self = [.text(String(rest))] + kept
          return
        }
      default: break trimming
      }
    }
    if kept.count < count { self = Array(kept) }
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
