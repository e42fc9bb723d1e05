internal import NewsHTML
internal import NewsModel

/// The date among the data that a page hands its scripts.
enum ScriptDate {
  /// What the field is called, without its marks and in lower case, the surest first.
  private static let names = [
    "datepublished", "publisheddate", "publishedat", "publishdate", "publicationdate", "pubdate",
    "firstpublished", "firstpublishdate", "publishtime", "published", "publishedtime",
    "displaydate",
    "datecreated", "createdat", "createddate",
  ]
  /// How much of a page's scripts is looked at.
  private static let reach = 2 << 20

  /// The date in the field of the surest name; of several the first.
  static func find(in tree: HTMLTree, reader: DateReader) -> Timestamp? {
    var best: (rank: Int, date: Timestamp)?
    var seen = 0
    for node in tree.nodes.indices where tree.nodes[node].tag == .rawText && seen < reach {
      let parent = tree.parent(of: node)
      guard parent >= 0, tree.nodes[parent].tag == .script else { continue }
      let text = tree.text(of: node)
      seen += text.count
      for (name, value) in fields(of: text) {
        guard let rank = names.firstIndex(of: name), rank < best?.rank ?? Int.max,
          let date = reader.date(in: value)
        else { continue }
        best = (rank, date)
      }
    }
    return best?.date
  }

  /// Names with values that begin with a year: `"publishDate": "2022-03-07…"`.
  private static func fields(of text: ArraySlice<UInt8>) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 12 < bytes.count, fields.count < 4096 {
        // A quote, then 19xx- or 20xx-.
        guard isQuote(bytes[index]), bytes[index + 5] == UInt8(ascii: "-"),
          bytes[index + 1] == UInt8(ascii: "2") || bytes[index + 1] == UInt8(ascii: "1"),
          isDigit(bytes[index + 2]), isDigit(bytes[index + 3]), isDigit(bytes[index + 4])
        else {
          index += 1
          continue
        }
        var end = index + 1
        while end < bytes.count, !isQuote(bytes[end]), end - index < 40 { end += 1 }
        if let name = name(before: index, in: bytes) {
          fields.append(
            (
              name,
              String(
                decoding: UnsafeBufferPointer(rebasing: bytes[(index + 1)..<end]), as: UTF8.self)
            ))
        }
        index = end
      }
    }
    return fields
  }

  private static func name(before place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var index = place - 1
    func skip(while condition: (UInt8) -> Bool) {
      while index >= 0, condition(bytes[index]) { index -= 1 }
    }
    // Quotes of data within data are escaped.
    skip { $0 <= 0x20 || $0 == UInt8(ascii: "\\") }
    guard index >= 0, bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "=") else {
      return nil
    }
    index -= 1
    skip { $0 <= 0x20 || isQuote($0) || $0 == UInt8(ascii: "\\") }
    let end = index
    skip { isDigit($0) || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x5F || $0 == 0x2D }
    guard end > index, end - index <= 40 else { return nil }
    let letters = bytes[(index + 1)...end].filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    return String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
