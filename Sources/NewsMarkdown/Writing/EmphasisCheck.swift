/// Whether delimiters of emphasis mean what they are meant to, by CommonMark's rules.
///
/// The rules look at the characters around a delimiter, and in text without blanks between words,
/// such as Chinese beside quotation marks, they forbid what seems plain. So every line that has
/// emphasis is read as a parser would read it, and what fails is written as HTML instead.
struct EmphasisCheck {
  /// One delimiter as it was written.
  struct Delimiter {
    /// Where it stands in the text.
    var offset: Int
    /// `*`, `_` or `~`.
    var character: UInt8
    /// How many of them.
    var count: Int
    /// Which emphasis it begins or ends.
    var emphasis: Int
    var isOpening: Bool
  }

  /// Delimiters of one character next to each other: what a parser sees.
  private struct Run {
    var character: UInt8
    var delimiters: [Delimiter]
    var count: Int
    /// The length as written; the rule of three looks at it.
    var length: Int
    var canOpen = false
    var canClose = false
  }

  /// What parsers differ in.
  private struct Rules {
    /// Whether symbols count as punctuation, as they do since CommonMark 0.31.
    var symbolsArePunctuation: Bool
    /// Whether a delimiter's neighbour is what stands beyond any tildes.
    var looksPastTildes: Bool
    /// Whether a closer that found no opener keeps all of its length from the openers before it,
    /// whatever they can do themselves: an oversight of cmark before 0.30, thus of cmark-gfm.
    var forgetsOpeners: Bool

    static let commonMark = Rules(
      symbolsArePunctuation: true, looksPastTildes: false, forgetsOpeners: false)
    static func cmarkGFM(looksPastTildes: Bool) -> Rules {
      Rules(
        symbolsArePunctuation: false, looksPastTildes: looksPastTildes, forgetsOpeners: true)
    }
  }

  /// The emphases that a parser would not find: CommonMark's rules of today and cmark-gfm must both.
  ///
  /// - Parameter looksPastTildes: whether tildes strike, so that cmark-gfm looks past them.
  static func broken(
    in text: [UInt8], _ delimiters: [Delimiter], looksPastTildes: Bool
  ) -> Set<Int> {
    if delimiters.isEmpty { return [] }
    let broken = broken(in: text, delimiters, .commonMark)
    if !broken.isEmpty { return broken }
    return self.broken(in: text, delimiters, .cmarkGFM(looksPastTildes: looksPastTildes))
  }

  private static func broken(
    in text: [UInt8], _ delimiters: [Delimiter], _ rules: Rules
  ) -> Set<Int> {
    var runs: [Run] = []
    var end = -1
    for delimiter in delimiters {
      if delimiter.offset == end, let last = runs.indices.last,
        runs[last].character == delimiter.character
      {
        runs[last].delimiters.append(delimiter)
        runs[last].count += delimiter.count
        runs[last].length += delimiter.count
      } else {
        runs.append(
          Run(
            character: delimiter.character, delimiters: [delimiter], count: delimiter.count,
            length: delimiter.count))
      }
      end = delimiter.offset + delimiter.count
    }
    for index in runs.indices { flank(&runs[index], in: text, rules) }
    return match(&runs, rules)
  }

  private static func flank(_ run: inout Run, in text: [UInt8], _ rules: Rules) {
    var start = run.delimiters[0].offset
    var end = start + run.length
    if rules.looksPastTildes {
      while start > 0, text[start - 1] == UInt8(ascii: "~") { start -= 1 }
      while end < text.count, text[end] == UInt8(ascii: "~") { end += 1 }
    }
    var before = CharacterClass(before: start, in: text)
    var after = CharacterClass(at: end, in: text)
    let symbol: CharacterClass = rules.symbolsArePunctuation ? .punctuation : .other
    if before == .symbol { before = symbol }
    if after == .symbol { after = symbol }
    let left =
      after != .blank && (after == .other || before == .blank || before == .punctuation)
    let right =
      before != .blank && (before == .other || after == .blank || after == .punctuation)
    if run.character == UInt8(ascii: "_") {
      run.canOpen = left && (!right || before == .punctuation)
      run.canClose = right && (!left || after == .punctuation)
    } else {
      run.canOpen = left
      run.canClose = right
    }
  }

  /// The rules' "process emphasis", on what is left of each run.
  private static func match(_ runs: inout [Run], _ rules: Rules) -> Set<Int> {
    var broken: Set<Int> = []
    var openers: [Int] = []
    // The last opener that is not looked at any more, by character and length.
    var bottoms: [Bottom: Int] = [:]
    for closer in runs.indices {
      if runs[closer].canClose {
        while runs[closer].count > 0 {
          let kind = Bottom(character: runs[closer].character, length: runs[closer].length % 3)
          let bottom = bottoms[kind].flatMap { openers.lastIndex(of: $0) }.map { $0 + 1 } ?? 0
          guard
            let place = openers[bottom...].lastIndex(where: { matches(runs[$0], runs[closer]) })
          else {
            if rules.forgetsOpeners { bottoms[kind] = openers.last }
            break
          }
          let opener = openers[place]
          openers.removeSubrange((place + 1)...)
          let isTilde = runs[closer].character == UInt8(ascii: "~")
          let count =
            isTilde
            ? runs[closer].count : runs[opener].count >= 2 && runs[closer].count >= 2 ? 2 : 1
          guard let first = runs[opener].delimiters.popLast() else { break }
          let second = runs[closer].delimiters.removeFirst()
          runs[opener].count -= count
          runs[closer].count -= count
          if first.count != count || second.count != count || first.emphasis != second.emphasis
            || !first.isOpening || second.isOpening
          {
            broken.insert(first.emphasis)
            broken.insert(second.emphasis)
            return broken
          }
          if runs[opener].count == 0 { openers.remove(at: place) }
        }
      }
      if runs[closer].count > 0, runs[closer].canOpen { openers.append(closer) }
    }
    for run in runs {
      for delimiter in run.delimiters { broken.insert(delimiter.emphasis) }
    }
    return broken
  }

  private struct Bottom: Hashable {
    var character: UInt8
    var length: Int
  }

  private static func matches(_ opener: Run, _ closer: Run) -> Bool {
    guard opener.character == closer.character else { return false }
    if opener.character == UInt8(ascii: "~") { return opener.count == closer.count }
    if opener.canClose || closer.canOpen {
      return (opener.length + closer.length) % 3 != 0
        || (opener.length % 3 == 0 && closer.length % 3 == 0)
    }
    return true
  }
}

/// What a character is to the rules of emphasis.
enum CharacterClass {
  case blank
  case punctuation
  /// A symbol, which some versions of the rules count as punctuation.
  case symbol
  case other

  /// The character at an offset; the end of the text is blank.
  init(at offset: Int, in text: [UInt8]) {
    guard offset < text.count else {
      self = .blank
      return
    }
    let byte = text[offset]
    if byte < 0x80 {
      self.init(ascii: byte)
      return
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    self.init(text[offset..<min(offset + length, text.count)])
  }

  /// The character that ends before an offset; the start of the text is blank.
  init(before offset: Int, in text: [UInt8]) {
    guard offset > 0 else {
      self = .blank
      return
    }
    var start = offset - 1
    if text[start] < 0x80 {
      self.init(ascii: text[start])
      return
    }
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(text[start..<offset])
  }

  private init(ascii byte: UInt8) {
    switch byte {
    case 0...0x20, MarkdownText.softBlank: self = .blank
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x7F: self = .other
    default: self = .punctuation
    }
  }

  private init(_ utf8: ArraySlice<UInt8>) {
    guard let scalar = String(decoding: utf8, as: UTF8.self).unicodeScalars.first else {
      self = .blank
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .blank
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      self = .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: self = .symbol
    default: self = .other
    }
  }
}
