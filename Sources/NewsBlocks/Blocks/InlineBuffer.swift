internal import NewsBytes
internal import NewsModel

/// The inline content of one paragraph while it is read: a flat list of texts, openings and
/// closings, white space already as ``Inline`` has it.
///
/// Flat, because what closes an element may come long after a block has split it, and because
/// nothing here may nest as deep as the input.
struct InlineBuffer {
  /// An element that is open around text.
  indirect enum Element {
    case emphasis
    case strong
    case strikethrough
    case `subscript`
    case superscript
    case code
    case link(url: String, title: String?, Attributes)
    case span(Span.Kind?, Attributes)
    case ruby
    case rubyBase
    case rubyText

    mutating func removeAnchor() {
      switch self {
      case .link(let url, let title, var attributes) where attributes.id != nil:
        attributes.id = nil
        self = .link(url: url, title: title, attributes)
      case .span(let kind, var attributes) where attributes.id != nil:
        attributes.id = nil
        self = .span(kind, attributes)
      default: break
      }
    }
  }

  private enum Token {
    case text(start: Int, end: Int)
    case open(Int)
    case close
    case lineBreak
    case piece(Inline)
  }

  private var bytes: [UInt8] = []
  private var tokens: [Token] = []
  private var elements: [Element] = []
  /// Whether text begins here: at the start of a block or after a line break.
  private var isAtStart = true
  /// The token that ends in a collapsed blank, or -1; and what is known of that blank.
  private var blankToken = -1
  private var isInBlank = false
  private var blankHasNewline = false
  private var widthBeforeBlank = 0
  /// Whether there is anything to show, and anything at all.
  private(set) var hasContent = false
  private(set) var hasLineBreak = false

  var isEmpty: Bool { tokens.isEmpty }

  /// More bytes than this are not kept.
  private static let kept = 16_384

  /// A buffer for the paragraphs of a text of so many bytes.
  init(reserving count: Int = 0) { bytes.reserveCapacity(min(count, Self.kept)) }

  mutating func removeAll() {
    // Tokens say which bytes count; those of a few paragraphs are sooner kept than taken away.
    if bytes.count > Self.kept { bytes.removeAll(keepingCapacity: true) }
    tokens.removeAll(keepingCapacity: true)
    if !elements.isEmpty { elements.removeAll(keepingCapacity: true) }
    isAtStart = true
    isInBlank = false
    blankToken = -1
    hasContent = false
    hasLineBreak = false
  }

  mutating func open(_ element: Element) {
    elements.append(element)
    tokens.append(.open(elements.count - 1))
  }

  mutating func close() { tokens.append(.close) }

  mutating func append(_ inline: Inline) {
    tokens.append(.piece(inline))
    isAtStart = false
    isInBlank = false
    // A line break after it must not take the blank before it.
    blankToken = -1
    hasContent = true
  }

  mutating func appendLineBreak() {
    dropBlank()
    tokens.append(.lineBreak)
    hasLineBreak = true
    isAtStart = true
    isInBlank = false
  }

  /// How many line breaks end the buffer.
  var trailingLineBreaks: Int {
    var count = 0
    for token in tokens.reversed() {
      switch token {
      case .lineBreak: count += 1
      case .open, .close: continue
      case .text(let start, let end) where start == end: continue
      default: return count
      }
    }
    return count
  }

  /// Adds text as it stands in the page.
  mutating func append(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { append($0) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if Self.isBlank(byte) {
        if !isInBlank {
          isInBlank = true
          blankHasNewline = false
          blankToken = -1
          if !isAtStart {
            widthBeforeBlank = CJK.width(before: bytes.count, in: bytes)
            extend(by: 1)
            bytes.append(0x20)
            blankToken = tokens.count - 1
          }
        }
        if byte == 0x0A || byte == 0x0D { blankHasNewline = true }
        index += 1
        continue
      }
      if byte < 0x20 || byte == 0x7F {
        index += 1
        continue
      }
      if let skipped = invisible(text, at: index) {
        index += skipped
        continue
      }
      if isInBlank {
        isInBlank = false
        if blankToken >= 0, blankHasNewline, widthBeforeBlank > 0,
          widthBeforeBlank + CJK.width(at: index, in: text) > 2
        {
          dropBlank()
        }
        blankToken = -1
      }
      let end = Self.wordsEnd(in: text, from: index + 1)
      extend(by: end - index)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
      isAtStart = false
      hasContent = true
      index = end
    }
  }

  /// The end of words with single blanks between them, which are what they are.
  @inline(__always)
  private static func wordsEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while text.count > 16, end < text.count {
      end = text.place(from: end) { bytes, next in
        let isOther = bytes.isLess(than: 0x20) .| bytes.isEqual(to: 0xEF)
        let isAlone =
          next.isLess(than: 0x21) .| next.isEqual(to: 0x7F) .| next.isEqual(to: 0xEF)
        return isOther .| bytes.isEqual(to: 0x20) .& isAlone
      }
      guard end < text.count - 1 else { break }
      // Chinese commas begin with 0xEF too.
      guard text[end] == 0xEF, !isMark(text, at: end) else { return end }
      end += min(3, text.count - end)
    }
    while end < text.count {
      if text[end] > 0x20, !isMark(text, at: end) {
        end += 1
      } else if text[end] == 0x20, end + 1 < text.count, text[end + 1] > 0x20,
        text[end + 1] != 0xEF, text[end + 1] != 0x7F
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Whether a byte order mark stands there.
  @inline(__always)
  private static func isMark(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    text[index] == 0xEF && index + 2 < text.count && text[index + 1] == 0xBB
      && text[index + 2] == 0xBF
  }

  /// A byte order mark anywhere; hard blanks where text begins, which indent.
  private func invisible(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let byte = text[index]
    if Self.isMark(text, at: index) { return 3 }
    guard isAtStart else { return nil }
    if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 { return 2 }
    if byte == 0xE3, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0x80 {
      return 3
    }
    return nil
  }

  private mutating func extend(by count: Int) {
    let last = tokens.count - 1
    if last >= 0, case .text(let start, let end) = tokens[last], end == bytes.count {
      tokens[last] = .text(start: start, end: end + count)
    } else {
      tokens.append(.text(start: bytes.count, end: bytes.count + count))
    }
  }

  private mutating func dropBlank() {
    guard blankToken >= 0, case .text(let start, let end) = tokens[blankToken], end > start else {
      return
    }
    tokens[blankToken] = .text(start: start, end: end - 1)
    if end == bytes.count { bytes.removeLast() }
    blankToken = -1
  }

  /// Takes away blanks, hard ones too, at the end.
  mutating func trimEnd() {
    for index in tokens.indices.reversed() {
      switch tokens[index] {
      case .open, .close: continue
      case .lineBreak, .piece: return
      case .text(let start, var end):
        while end > start {
          if bytes[end - 1] == 0x20 {
            end -= 1
          } else if end - start >= 2, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
            end -= 2
          } else if end - start >= 3, bytes[end - 1] == 0x80, bytes[end - 2] == 0x80,
            bytes[end - 3] == 0xE3
          {
            end -= 3
          } else {
            break
          }
        }
        tokens[index] = .text(start: start, end: end)
        if end > start { return }
      }
    }
  }

  /// Takes away line breaks at the end.
  mutating func trimLineBreaks() {
    tokens.removeAll { if case .text(let start, let end) = $0 { start == end } else { false } }
    for index in tokens.indices.reversed() {
      switch tokens[index] {
      case .open, .close: continue
      case .lineBreak: tokens[index] = .text(start: 0, end: 0)
      case .text(let start, let end) where start == end: continue
      default: return
      }
    }
  }

  /// The content, nested at most so deep; deeper elements leave their text alone.
  func inlines(depth: Int) -> [Inline] {
    if tokens.count == 1, case .text(let start, let end) = tokens[0] {
      return end > start ? [.text(String(text: bytes[start..<end]))] : []
    }
    var stack: [(element: Int, content: InlineList)] = [(-1, InlineList())]
    var skipped = 0
    func close() {
      guard stack.count > 1 else { return }
      let top = stack.removeLast()
      stack[stack.count - 1].content.append(elements[top.element], of: top.content)
    }
    for token in tokens {
      switch token {
      case .text(let start, let end):
        guard end > start else { continue }
        let text = String(text: bytes[start..<end])
        stack[stack.count - 1].content.append(text: text)
      case .open(let element):
        if stack.count > depth {
          skipped += 1
        } else {
          var list = InlineList()
          list.isCode = stack[stack.count - 1].content.isCode
          if case .code = elements[element] { list.isCode = true }
          if case .ruby = elements[element] { list.isRuby = true }
          stack.append((element, list))
        }
      case .close:
        if skipped > 0 { skipped -= 1 } else { close() }
      case .lineBreak: stack[stack.count - 1].content.append(.lineBreak)
      case .piece(let inline): stack[stack.count - 1].content.append(inline)
      }
    }
    while stack.count > 1 { close() }
    return stack[0].content.inlines
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }
}
