/// A page as Kobo's own reader wants it: each sentence in a `span` with a number.
///
/// With them it remembers places, shows progress and marks text in books that are called
/// `.kepub.epub`. The numbers count paragraphs and the sentences in each (`kobo.12.3`), as in the
/// books that Kobo sells and in those that kepubify and calibre make.
///
/// It works on pages as this writer makes them: well-formed, with attributes in double quotes.
struct KoboSpans {
  private var output: [UInt8] = []
  private var paragraph = 0
  private var sentence = 0
  /// How many elements are open whose text is none to read.
  private var opaque = 0
  private var isInBody = false
  /// Whether the next sentence begins a paragraph.
  private var isFresh = true

  /// The page with its spans.
  static func page(_ bytes: [UInt8]) -> [UInt8] {
    var spans = KoboSpans()
    spans.output.reserveCapacity(bytes.count * 3 / 2)
    bytes.withUnsafeBufferPointer { spans.walk($0) }
    return spans.output
  }

  private mutating func walk(_ page: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < page.count {
      if page[index] == UInt8(ascii: "<") {
        var end = index + 1
        while end < page.count, page[end] != UInt8(ascii: ">") { end += 1 }
        end = min(end + 1, page.count)
        tag(page, index..<end)
        index = end
      } else {
        var end = index
        while end < page.count, page[end] != UInt8(ascii: "<") { end += 1 }
        text(page, index..<end)
        index = end
      }
    }
  }

  private mutating func tag(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let isEnd = range.count > 1 && page[range.lowerBound + 1] == UInt8(ascii: "/")
    let isEmpty = range.count > 1 && page[range.upperBound - 2] == UInt8(ascii: "/")
    let start = range.lowerBound + (isEnd ? 2 : 1)
    var nameEnd = start
    while nameEnd < range.upperBound, Self.isNameByte(page[nameEnd]) { nameEnd += 1 }
    let name = String(decoding: page[start..<nameEnd], as: UTF8.self)
    switch name {
    case "head" where isEnd:
      output += Self.style
      output += page[range]
      return
    case "body":
      isInBody = !isEnd
      if isEnd { output += "</div></div>\n".utf8 }
      output += page[range]
      if !isEnd { output += "\n<div id=\"book-columns\"><div id=\"book-inner\">".utf8 }
      return
    case "p", "ol", "ul", "dl", "table", "h1", "h2", "h3", "h4", "h5", "h6":
      if !isEnd { isFresh = true }
    case "pre", "math", "svg", "audio", "video", "script", "style":
      if !isEmpty { opaque += isEnd ? -1 : 1 }
    case "img" where isInBody && opaque == 0:
      // A picture counts as a paragraph of its own.
      isFresh = true
      openSpan()
      output += page[range]
      output += "</span>".utf8
      isFresh = true
      return
    default: break
    }
    output += page[range]
  }

  private mutating func openSpan() {
    if isFresh {
      paragraph += 1
      sentence = 0
      isFresh = false
    }
    sentence += 1
    output += "<span class=\"koboSpan\" id=\"kobo.\(paragraph).\(sentence)\">".utf8
  }

  private mutating func text(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard isInBody, opaque == 0, range.contains(where: { page[$0] > 0x20 }) else {
      output += page[range]
      return
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = Self.sentenceEnd(page, start, range.upperBound)
      // White space alone is no sentence: it follows the one before.
      if page[start..<end].contains(where: { $0 > 0x20 }) {
        openSpan()
        output += page[start..<end]
        output += "</span>".utf8
      } else {
        output += page[start..<end]
      }
      start = end
    }
  }

  /// Where the sentence ends that begins at a place: after its mark, quotation marks and blanks.
  private static func sentenceEnd(
    _ page: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> Int {
    var index = start
    while index < limit {
      let length = markLength(page, index, limit)
      guard length > 0 else {
        index += 1
        continue
      }
      let isWide = length > 1
      index += length
      while index < limit {
        let next = max(markLength(page, index, limit), closingLength(page, index, limit))
        if next == 0 { break }
        index += next
      }
      // A full stop within a word or number ends nothing.
      guard isWide || index >= limit || page[index] <= 0x20 else { continue }
      while index < limit, page[index] <= 0x20 { index += 1 }
      return index
    }
    return limit
  }

  /// `.`, `!`, `?`, `:`, and the marks of Chinese and Japanese.
  private static func markLength(
    _ page: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int
  ) -> Int {
    switch page[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return 1
    case 0xE3 where index + 2 < limit && page[index + 1] == 0x80 && page[index + 2] == 0x82:
      return 3
    case 0xEF
    where index + 2 < limit && page[index + 1] == 0xBC
      && (page[index + 2] == 0x81 || page[index + 2] == 0x9F):
      return 3
    default: return 0
    }
  }

  /// Quotation marks and brackets that close.
  private static func closingLength(
    _ page: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int
  ) -> Int {
    switch page[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): return 1
    case 0xE2
    where index + 2 < limit && page[index + 1] == 0x80
      && (page[index + 2] == 0x99 || page[index + 2] == 0x9D):
      return 3
    case 0xE3
    where index + 2 < limit && page[index + 1] == 0x80
      && (page[index + 2] == 0x8D || page[index + 2] == 0x8F):
      return 3
    default: return 0
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static let style = Array(
    """
    <style type="text/css" id="kobostylehacks">
    div#book-inner { margin-top: 0; margin-bottom: 0; }
    </style>

    """.utf8)
}
