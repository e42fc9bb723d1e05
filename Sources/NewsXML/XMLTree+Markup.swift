extension XMLTree {
  /// What stands within an element, as HTML: XHTML in a feed, a news item's body.
  ///
  /// Prefixes are left out, so that `xhtml:p` is a `p`. The result is to be parsed, not shown.
  package func markup(within node: Int) -> [UInt8] {
    var output: [UInt8] = []
    var open: [Int] = []
    for index in (node + 1)..<max(end(of: node), node + 1) {
      while let last = open.last, end(of: last) <= index {
        close(last, into: &output)
        open.removeLast()
      }
      if isText(index) {
        Self.escape(slice(of: index), into: &output)
        continue
      }
      output.append(UInt8(ascii: "<"))
      output += Self.localName(name(of: index)).utf8
      for attribute in attributes(of: index) {
        output.append(UInt8(ascii: " "))
        output += (attribute.name == "xml:lang" ? "lang" : attribute.name).utf8
        output += "=\"".utf8
        Self.escape(Array(attribute.value.utf8)[...], into: &output)
        output.append(UInt8(ascii: "\""))
      }
      output.append(UInt8(ascii: ">"))
      open.append(index)
    }
    while let last = open.popLast() { close(last, into: &output) }
    return output
  }

  private func close(_ node: Int, into output: inout [UInt8]) {
    let name = Self.localName(name(of: node))
    if Self.voidElements.contains(name) { return }
    output += "</".utf8
    output += name.utf8
    output.append(UInt8(ascii: ">"))
  }

  private static func localName(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }

  private static func escape(_ text: ArraySlice<UInt8>, into output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      default: output.append(byte)
      }
    }
  }

  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
}
