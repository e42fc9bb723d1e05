/// Whether text has marks that only somebody who writes Markdown makes, by its beginning.
enum MarkdownRecognizer {
  /// More than plain text is sure of, and less than a format with marks of its own.
  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    // Front matter is known to others, who are sure of it.
    if head.starts(with: "---\n".utf8) { return 0 }
    guard !head.contains(0), let first = head.first(where: { $0 > 0x20 }), first != 0x3C,
      first != 0x7B
    else { return 0 }
    var marks: Set<String> = []
    var words = 0
    var isAfterBlank = true
    let lines = head.split(separator: 0x0A, maxSplits: 200, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = line.drop { $0 == 0x20 }
      let isBlank = text.allSatisfy { $0 <= 0x20 }
      defer { isAfterBlank = isBlank }
      if isBlank { continue }
      words += text.lazy.filter { $0 == 0x20 }.count
      let isBeforeBlank =
        index + 1 >= lines.count || lines[index + 1].allSatisfy { $0 <= 0x20 }
      if isAfterBlank, isBeforeBlank, isHeading(text) { marks.insert("heading") }
      if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) { marks.insert("fence") }
      if hasLink(text) { marks.insert("link") }
      if hasStrong(text) { marks.insert("strong") }
    }
    let isSure = marks.contains("heading") || marks.contains("link") || marks.count > 1
    return isSure && words >= 4 ? 20 : 0
  }

  private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = line.dropFirst(level)
    return (1...6).contains(level) && rest.first == 0x20 && rest.contains { $0 > 0x20 }
  }

  /// `](https:`, `](/`, `](a`: a link's text and address.
  private static func hasLink(_ line: ArraySlice<UInt8>) -> Bool {
    var position = line.startIndex
    while let bracket = line[position...].firstIndex(of: UInt8(ascii: "]")) {
      position = bracket + 1
      guard position < line.endIndex, line[position] == UInt8(ascii: "("),
        line[..<bracket].contains(UInt8(ascii: "["))
      else { continue }
      let address = line[(position + 1)...].prefix { $0 != UInt8(ascii: ")") && $0 > 0x20 }
      if address.contains(UInt8(ascii: "/")) || address.contains(UInt8(ascii: ".")) { return true }
    }
    return false
  }

  private static func hasStrong(_ line: ArraySlice<UInt8>) -> Bool {
    var position = line.startIndex
    while let star = line[position...].firstIndex(of: UInt8(ascii: "*")) {
      position = star + 1
      let rest = line[star...]
      if rest.starts(with: "**".utf8), let next = rest.dropFirst(2).first, next > 0x20, next != 0x2A
      {
        return true
      }
    }
    return false
  }
}
