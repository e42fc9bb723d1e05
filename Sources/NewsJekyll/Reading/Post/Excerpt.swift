import NewsBytes
import NewsFrontMatter

/// The part of a post's text that stands for it in lists.
enum Excerpt {
  /// The source of the excerpt: everything up to the separator, with the link definitions that it
  /// uses and the ends of Liquid blocks that it cuts.
  ///
  /// - Parameters:
  ///   - body: the text behind the front matter.
  ///   - separator: matched to the letter; empty for no excerpt.
  ///   - blockTags: the Liquid tags that have an end.
  /// - Returns: the source, and whether it is the whole text; `nil` without a separator.
  static func source(
    of body: ArraySlice<UInt8>, separator: String, blockTags: Set<String> = standardBlocks
  ) -> (text: [UInt8], isWhole: Bool)? {
    let mark = Array(separator.utf8)
    guard !mark.isEmpty else { return nil }
    let found = body.place(of: mark)
    guard let cut = found, cut + mark.count < body.endIndex else {
      return (Array(body[..<(found ?? body.endIndex)]), true)
    }
    var head = Array(body[..<cut])
    let tail = body[(cut + mark.count)...]
    close(&head, blockTags: blockTags)
    let definitions = linkDefinitions(in: tail, usedIn: head)
    if !definitions.isEmpty {
      head += [0x0A, 0x0A]
      head += Array(definitions.joined(separator: [0x0A]))
    }
    return (head, false)
  }

  /// The tags of Liquid and Jekyll that enclose text.
  static let standardBlocks: Set<String> = [
    "if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "ifchanged",
    "highlight",
  ]

  /// Appends the end of every block that the text opens and never closes.
  private static func close(_ head: inout [UInt8], blockTags: Set<String>) {
    guard let first = head.place(of: 0x7B) else { return }
    var opened: [String] = []
    var position = first
    while position + 1 < head.count {
      guard head[position] == 0x7B, head[position + 1] == 0x25 else {
        position += 1
        continue
      }
      position += 2
      if position < head.count, head[position] == 0x2D { position += 1 }
      while position < head.count, FrontMatter.isBlank(head[position]) { position += 1 }
      let start = position
      while position < head.count, (head[position] | 0x20) >= 0x61, (head[position] | 0x20) <= 0x7A
      {
        position += 1
      }
      let name = String(decoding: head[start..<position], as: UTF8.self)
      if blockTags.contains(name) {
        opened.append(name)
      } else if name.hasPrefix("end"), let index = opened.lastIndex(of: String(name.dropFirst(3))) {
        opened.remove(at: index)
      }
    }
    for name in opened.reversed() { head += "\n{% end\(name) %}".utf8 }
  }

  /// The lines of a text that define links whose labels the head uses.
  private static func linkDefinitions(
    in tail: ArraySlice<UInt8>, usedIn head: [UInt8]
  ) -> [[UInt8]] {
    let used = labels(in: head)
    if used.isEmpty { return [] }
    var found: [[UInt8]] = []
    var line = tail.startIndex
    while line < tail.endIndex {
      let end = tail[line...].place(of: 0x0A) ?? tail.endIndex
      defer { line = end + 1 }
      var start = line
      while start < end, start - line < 3, tail[start] == 0x20 { start += 1 }
      guard start < end, tail[start] == 0x5B,
        let close = tail[start..<end].firstIndex(of: 0x5D), close > start + 1, close + 2 < end,
        tail[close + 1] == 0x3A
      else { continue }
      if used.contains(tail[(start + 1)..<close]) { found.append(Array(tail[start..<end])) }
    }
    return found
  }

  /// What stands between brackets in a text.
  private static func labels(in text: [UInt8]) -> Set<ArraySlice<UInt8>> {
    var labels: Set<ArraySlice<UInt8>> = []
    guard text.place(of: 0x5B) != nil else { return labels }
    var open: [Int] = []
    for (place, byte) in text.enumerated() {
      if byte == 0x5B {
        open.append(place + 1)
      } else if byte == 0x5D {
        // No label is longer, and a thousand open brackets are no links.
        for start in open.suffix(8) where place - start <= 999 {
          labels.insert(text[start..<place])
        }
        open.removeAll()
      }
    }
    return labels
  }
}
