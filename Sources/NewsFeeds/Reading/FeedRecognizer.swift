internal import NewsBytes

/// Tells feeds by their first bytes.
enum FeedRecognizer {
  /// How sure one can be: a root element or a member that only feeds have is certain.
  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    var text = head
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) {
      text = ArraySlice(text.dropFirst(2).filter { $0 != 0 })
    }
    text = text.drop { $0 <= 0x20 }
    if text.first == UInt8(ascii: "{") {
      return text.contains(bytesOf: "jsonfeed.org/version") ? 100 : 0
    }
    guard text.first == UInt8(ascii: "<") else { return 0 }
    guard let name = rootName(text) else { return 0 }
    switch name {
    case "rss", "atom:feed", "RDF", "rdf:RDF": return 100
    case "feed": return 100
    case "channel": return 60
    default: return 0
    }
  }

  /// The name of the first element, past declaration, comments and document type.
  static func rootName(_ text: ArraySlice<UInt8>) -> String? {
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "<"), index + 1 < text.endIndex else {
        index += 1
        continue
      }
      let next = text[index + 1]
      if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") {
        let isComment = text[index...].starts(with: "<!--".utf8)
        var end = index + 2
        while end < text.endIndex {
          if text[end] == UInt8(ascii: ">"),
            !isComment || text[index..<end].suffix(2).elementsEqual("--".utf8)
          {
            break
          }
          end += 1
        }
        index = end
        continue
      }
      let name = text[(index + 1)...].prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
    return nil
  }
}
