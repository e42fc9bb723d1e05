/// Tells documents of XML by their first element.
package enum RootElement {
  /// The name of the first element, past declaration, comments and document type.
  package static func name(in head: ArraySlice<UInt8>) -> String? {
    var text = head
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) {
      text = ArraySlice(text.dropFirst(2).filter { $0 != 0 })
    }
    text = text.drop { $0 <= 0x20 }
    while text.first == UInt8(ascii: "<") {
      let next = text.dropFirst().first
      guard next == UInt8(ascii: "?") || next == UInt8(ascii: "!") else {
        let name = text.dropFirst().prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
      }
      let end = text.starts(with: "<!--".utf8) ? Array("-->".utf8) : [UInt8(ascii: ">")]
      var index = text.startIndex
      // A document type may hold declarations in brackets.
      var brackets = 0
      while index < text.endIndex {
        if text[index] == UInt8(ascii: "["), end.count == 1 { brackets += 1 }
        if text[index] == UInt8(ascii: "]"), end.count == 1 { brackets -= 1 }
        if brackets <= 0, text[index...].starts(with: end) { break }
        index += 1
      }
      guard index < text.endIndex else { return nil }
      text = text[(index + end.count)...].drop { $0 <= 0x20 }
    }
    return nil
  }

  /// The same without a prefix.
  package static func localName(in head: ArraySlice<UInt8>) -> String? {
    name(in: head).map { $0.split(separator: ":").last.map(String.init) ?? $0 }
  }
}
