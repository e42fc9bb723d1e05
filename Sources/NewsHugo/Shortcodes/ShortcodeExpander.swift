internal import NewsBlocks
internal import NewsCommonMark

/// A text whose shortcodes were taken out, with what is to be put in their places once it is HTML.
///
/// As Hugo does it: words that mean nothing stand for shortcodes while Markdown is read, so that
/// neither reads the other's marks. What a shortcode encloses stays part of the text, so that notes
/// and references are found; nothing recurses, however deep shortcodes are nested.
struct ShortcodeExpander<Context: ShortcodeContext> {
  /// The text as Markdown, or as HTML.
  private(set) var text: [UInt8] = []
  /// Shortcodes that are not known, each once, with the place where the first stands.
  private(set) var unknown: [(name: String, place: Int)] = []
  /// What could not be resolved.
  var problems: [String] { dictionary.problems }

  private let source: [UInt8]
  private let tags: [ShortcodeTag]
  private let matching: ShortcodeMatching
  private var dictionary: ShortcodeDictionary<Context>
  private var places: ShortcodePlaces
  private var knownNames: Set<String> = []
  /// What closing tags become, by their index.
  private var closings: [Int: Closing] = [:]

  private enum Closing {
    case markup(String)
    case unknown
  }

  /// Takes the shortcodes out of a text.
  ///
  /// - Parameters:
  ///   - source: the text in UTF-8.
  ///   - tags: its tags in order.
  ///   - isMarkdown: whether it is Markdown; else it is HTML.
  init(_ source: [UInt8], tags: [ShortcodeTag], isMarkdown: Bool, context: Context) {
    self.source = source
    self.tags = tags
    matching = ShortcodeMatching(tags)
    dictionary = ShortcodeDictionary(context: context)
    places = ShortcodePlaces(source)
    expand(isMarkdown ? CodeOfText(source) : nil)
  }

  /// The HTML with what the shortcodes mean.
  func restored(_ html: [UInt8]) -> [UInt8] { places.restored(html) }

  private mutating func expand(_ code: CodeOfText?) {
    var position = 0
    var index = 0
    while index < tags.count {
      let tag = tags[index]
      // Within a shortcode that was taken whole.
      guard tag.range.lowerBound >= position else {
        index += 1
        continue
      }
      text += source[position..<tag.range.lowerBound]
      position = tag.range.upperBound
      if let code, code.contains(tag.range) {
        text += tag.kind == .escaped ? Array(tag.text.utf8)[...] : source[tag.range]
        index += 1
        continue
      }
      switch tag.kind {
      case .escaped: text += places.inline(MarkupText.escaped(tag.text), text: tag.text)
      case .closing: close(index)
      case .opening, .selfClosing:
        let end = tag.kind == .opening ? matching.ends[index] : nil
        let isInCode = end.map { code?.contains(tags[$0].range) ?? false } ?? false
        if let taken = open(index, end: isInCode ? nil : end) { position = taken }
      }
      index += 1
    }
    text += source[position...]
  }

  /// Writes what a tag means; gives the place behind its closing tag if that went with it.
  private mutating func open(_ index: Int, end: Int?) -> Int? {
    let tag = tags[index]
    let inner = end.map { source[tag.range.upperBound..<tags[$0].range.lowerBound] }
    switch dictionary.meaning(of: tag, inner: inner) {
    case .block(let html): addBlock(html, from: tag, to: end.map { tags[$0].range } ?? tag.range)
    case .inline(let html): text += places.inline(html, text: "")
    case .address(let address):
      text += places.inline(MarkupText.escaped(address), text: address)
    case .text(let words): text += places.inline(MarkupText.escaped(words), text: words)
    case .nothing: break
    case .container(let open, let close):
      addBlock(open, from: tag, to: tag.range)
      if let end { closings[end] = .markup(close) }
      return nil
    case .unknown:
      keep(tag)
      if let end { closings[end] = .unknown }
      return nil
    }
    return end.map { tags[$0].range.upperBound }
  }

  private mutating func close(_ index: Int) {
    let tag = tags[index]
    switch closings[index] {
    case .markup(let html): addBlock(html, from: tag, to: tag.range)
    case .unknown, nil: keep(tag)
    }
  }

  /// Leaves a tag as it is written.
  private mutating func keep(_ tag: ShortcodeTag) {
    if knownNames.insert(tag.name).inserted { unknown.append((tag.name, tag.range.lowerBound)) }
    let written = String(decoding: source[tag.range], as: UTF8.self)
    text += places.inline(MarkupText.escaped(written), text: written)
  }

  /// A block: on lines of its own where the tag begins or ends its line, so that what is before and
  /// behind it stays Markdown. It stays within the list or quotation that its line belongs to.
  private mutating func addBlock(_ html: String, from tag: ShortcodeTag, to end: Range<Int>) {
    let place = places.block(html)
    var lineStart = tag.range.lowerBound
    while lineStart > 0, tag.range.lowerBound - lineStart < 200, source[lineStart - 1] != 0x0A {
      lineStart -= 1
    }
    let before = source[lineStart..<tag.range.lowerBound]
    var lineEnd = end.upperBound
    while lineEnd < source.count, source[lineEnd] == 0x20 || source[lineEnd] == 0x0D {
      lineEnd += 1
    }
    let endsLine = lineEnd >= source.count || source[lineEnd] == 0x0A
    let beginsLine = before.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    guard beginsLine || endsLine else {
      text += place
      return
    }
    let margin = before.map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }
      .prefix(beginsLine ? before.count : before.prefix { $0 == 0x20 }.count)
    let isItem = !beginsLine && Self.isMark(before)
    if !isItem {
      if beginsLine {
        text.removeLast(min(before.count, text.count))
      }
      text += "\n".utf8
      text += margin
      text += "\n".utf8
      text += margin
    }
    text += place
    text += "\n".utf8
    text += isItem ? before.map { $0 == UInt8(ascii: ">") ? $0 : 0x20 }[...] : margin
    text += "\n".utf8
    if !endsLine { text += isItem ? before.map { _ in 0x20 }[...] : margin }
  }

  /// Whether a line begins with the mark of a list's item and nothing else.
  private static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    line.count < 12
      && line.allSatisfy {
        $0 <= 0x20 || (0x30...0x39).contains($0) || ".)-*+>".utf8.contains($0)
      }
  }
}

/// The code of a Markdown text, in which shortcodes stay as they are written.
private struct CodeOfText {
  private let ranges: [Range<Int>]

  init(_ text: [UInt8]) {
    ranges = VerbatimText(text).ranges.filter { range in
      // A backquote at some place and one at another enclose much by accident.
      text[range.lowerBound] != UInt8(ascii: "`") || !text[range].contains(0x0A)
        || text[range].starts(with: "```".utf8)
    }
  }

  func contains(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= range.lowerBound
  }
}
