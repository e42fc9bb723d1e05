internal import NewsBlocks

/// Words that stand for shortcodes while Markdown is read, and what takes their places.
struct ShortcodePlaces {
  private let prefix: [UInt8]
  private var entries: [Entry] = []

  private struct Entry {
    var html: [UInt8]
    /// What it is within an address.
    var text: [UInt8]
    var isBlock: Bool
  }

  private static let word = Array("xshortcode".utf8)
  private static let end = UInt8(ascii: "z")

  /// Makes words that do not occur in a text.
  init(_ text: [UInt8]) {
    // Numbers that the text has behind the word, if it has any.
    var numbers: Set<Int> = []
    var position = 0
    while let first = text[position...].firstIndex(of: Self.word[0]) {
      position = first + 1
      guard text[first...].starts(with: Self.word) else { continue }
      var number = 0
      for byte in text[(first + Self.word.count)...].prefix(9) {
        guard (0x30...0x39).contains(byte) else { break }
        number = number * 10 + Int(byte - 0x30)
      }
      numbers.insert(number)
    }
    var number = 1
    while numbers.contains(number) { number += 1 }
    prefix = Self.word + Array("\(number)n".utf8)
  }

  /// The word for a block.
  mutating func block(_ html: String) -> [UInt8] { add(html, "", isBlock: true) }

  /// The word for a part of a line.
  mutating func inline(_ html: String, text: String) -> [UInt8] {
    add(html, text, isBlock: false)
  }

  private mutating func add(_ html: String, _ text: String, isBlock: Bool) -> [UInt8] {
    entries.append(Entry(html: Array(html.utf8), text: Array(text.utf8), isBlock: isBlock))
    return prefix + Array(String(entries.count - 1).utf8) + [Self.end]
  }

  /// The HTML with what the words stand for.
  func restored(_ html: [UInt8]) -> [UInt8] {
    if entries.isEmpty { return html }
    var output: [UInt8] = []
    output.reserveCapacity(html.count)
    var position = 0
    var isInTag = false
    while position < html.count {
      let byte = html[position]
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case prefix[0]:
        if let (number, end) = entry(in: html, at: position) {
          position = put(entries[number], isInTag, html, end, &output)
          continue
        }
      default: break
      }
      output.append(byte)
      position += 1
    }
    return output
  }

  private func put(
    _ entry: Entry, _ isInTag: Bool, _ html: [UInt8], _ end: Int, _ output: inout [UInt8]
  ) -> Int {
    if isInTag {
      output += MarkupText.escaped(String(decoding: entry.text, as: UTF8.self)).utf8
      return end
    }
    // A paragraph that is nothing but the block is none.
    let open = Array("<p>".utf8)
    let close = Array("</p>".utf8)
    if entry.isBlock, output.suffix(3).elementsEqual(open), html[end...].starts(with: close) {
      output.removeLast(3)
      output += entry.html
      return end + 4
    }
    output += entry.html
    return end
  }

  private func entry(in html: [UInt8], at start: Int) -> (number: Int, end: Int)? {
    guard html[start...].starts(with: prefix) else { return nil }
    var position = start + prefix.count
    var number = 0
    while position < html.count, position - start < prefix.count + 9,
      (0x30...0x39).contains(html[position])
    {
      number = number * 10 + Int(html[position] - 0x30)
      position += 1
    }
    guard position < html.count, html[position] == Self.end, number < entries.count else {
      return nil
    }
    return (number, position + 1)
  }
}
