/// Breaks a title into lines between phrases rather than within words.
///
/// Pango breaks Chinese and Japanese between any two characters; a title reads well only where it
/// breaks at blanks and punctuation, then where a Japanese word begins after kana, and anywhere
/// only if the type would become too small.
struct TitleLines {
  /// The lines.
  private(set) var lines: [String] = []
  /// The size of the type, in pixels.
  private(set) var size: Double

  private static let opening = "「『（《【〈“‘(["
  private static let closing = "，。、；：！？…—」』）】》〉”’・|/:;!?)],."
  /// What begins no line in Japanese, besides.
  private static let following = "ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ"

  /// Finds lines and the largest type in which every phrase fits the width.
  init(
    _ title: String, sizes: [Double], width: Double, height: Double,
    measure: (String, Double) -> (width: Double, height: Double)
  ) {
    size = sizes.last ?? 96
    let phrases = Self.phrases(title)
    let words = phrases.flatMap { Self.split($0, where: Self.startsWord) }
    let characters = phrases.flatMap { Self.split($0) { Self.isCJK($0) || Self.isCJK($1) } }
    let tiers = [(phrases, 130.0), (words, 120.0), (characters, 0)]
    for (pieces, smallest) in tiers {
      for candidate in sizes where candidate >= smallest {
        size = candidate
        lines = Self.fill(pieces, width) { measure($0, candidate).width }
        let fits = lines.allSatisfy { measure($0, candidate).width <= width }
        let total = lines.reduce(0) { $0 + measure($1, candidate).height * 1.06 }
        if fits, total <= height { return }
      }
    }
    if !title.contains(where: \.isCased) {
      // Where words are not set apart, or are long, they are broken rather than made small.
      for candidate in sizes where (100.0...138).contains(candidate) {
        let lines = Self.fill(phrases, width) { measure($0, candidate).width }
        let total = lines.reduce(0) { total, line in
          let whole = measure(line, candidate)
          // Rows that end between words are shorter than the page is wide.
          return total + (whole.width / width + 0.4).rounded(.up) * whole.height * 1.15
        }
        guard total <= height else { continue }
        (self.lines, size) = (lines, candidate)
        return
      }
    }
    let size = size
    cut(width, height) { measure($0, size) }
  }

  /// What is too long for the smallest type ends in an ellipsis. A line that is wider than the page is
  /// one of several rows.
  private mutating func cut(
    _ width: Double, _ height: Double, _ measure: (String) -> (width: Double, height: Double)
  ) {
    var room = height
    for (index, line) in lines.enumerated() {
      let whole = measure(line)
      let (rows, rowHeight) = ((whole.width / width).rounded(.up), whole.height * 1.15)
      if max(1, rows) * rowHeight <= room {
        room -= max(1, rows) * rowHeight
        continue
      }
      let fitting = (room / rowHeight).rounded(.down)
      let kept = Double(line.count) * min(1, fitting * width / whole.width) * 0.92
      lines.removeSubrange(index...)
      if fitting >= 1 {
        lines.append(line.prefix(Int(kept)) + "…")
      } else if index > 0 {
        lines[index - 1] = lines[index - 1].dropLast(2) + "…"
      }
      return
    }
  }

  /// The pieces between blanks and after punctuation, each with the blank after it.
  private static func phrases(_ title: String) -> [String] {
    var phrases: [String] = [""]
    var breaksBefore = false
    for character in title {
      let isBlank = character == " " || character == "\u{3000}"
      if !isBlank, !closing.contains(character), breaksBefore || opening.contains(character),
        !phrases[phrases.count - 1].isEmpty
      {
        phrases.append("")
      }
      phrases[phrases.count - 1].append(isBlank ? " " : character)
      breaksBefore = isBlank || closing.contains(character) && !character.isASCII
    }
    return phrases
  }

  private static func split(
    _ phrase: String, where breaks: (Character, Character) -> Bool
  ) -> [String] {
    var pieces: [String] = [""]
    var last: Character?
    for character in phrase {
      if let last, breaks(last, character), !closing.contains(character),
        !following.contains(character), character != " ", !opening.contains(last)
      {
        pieces.append("")
      }
      pieces[pieces.count - 1].append(character)
      last = character
    }
    return pieces
  }

  /// Whether a Japanese word is likely to begin: a kanji or katakana after hiragana.
  private static func startsWord(_ last: Character, _ next: Character) -> Bool {
    ("\u{3041}"..."\u{309F}").contains(last) && !("\u{3041}"..."\u{309F}").contains(next)
      && isCJK(next)
  }

  private static func isCJK(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return (0x3000...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFF00...0xFFEF).contains(value) || (0x20000...0x3FFFF).contains(value)
  }

  /// Lines of about the same width, none wider than it may be where that can be helped.
  private static func fill(
    _ pieces: [String], _ width: Double, _ measure: (String) -> Double
  ) -> [String] {
    let greedy = filled(pieces, width, measure)
    guard greedy.count > 1 else { return greedy }
    // As many lines as the greedy way needs, but even.
    let total = greedy.reduce(0) { $0 + measure($1) }
    var target = total / Double(greedy.count)
    while target < width {
      let even = filled(pieces, target, measure)
      if even.count <= greedy.count { return even }
      target *= 1.04
    }
    return greedy
  }

  private static func filled(
    _ pieces: [String], _ width: Double, _ measure: (String) -> Double
  ) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      if let last = lines.last, measure(trimmed(last + piece)) <= width {
        lines[lines.count - 1] = last + piece
      } else {
        lines.append(piece)
      }
    }
    return lines.map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
