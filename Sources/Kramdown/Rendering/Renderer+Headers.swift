/// Printing headers and finding their ids.
extension Renderer {
  mutating func renderHeader(_ node: NodeID, indent: Int) {
    var attributes = tree.attributes(of: node)
    if options.autoIDs, attributes.value(of: AttributeName.id) == nil {
      attributes.append(Attribute(name: AttributeName.id, value: newID(for: node)))
    }
    let level = Int(tree[node].value)
    if let id = attributes.value(of: AttributeName.id), options.listsHeaders(ofLevel: level),
      !hasWord("no_toc", in: attributes.value(of: AttributeName.class) ?? [])
    {
      headers.append(Entry(level: level, id: id, node: node))
    }
    let shown =
      UInt8(Swift.min(Swift.max(level + Swift.min(Swift.max(options.headerOffset, -6), 6), 1), 6))
      + 0x30
    writeIndent(indent)
    write("<h")
    output.append(shown)
    writeAttributes(attributes)
    output.append(0x3E)
    let outer = isInHeader
    isInHeader = true
    renderSpans(of: node)
    isInHeader = outer
    writeBacklink(of: node)
    write("</h")
    output.append(shown)
    write(">\n")
  }

  private mutating func newID(for node: NodeID) -> [UInt8] {
    let id: [UInt8]
    if isInMainText {
      id = headerIDs.github(of: plainText(of: node))
    } else {
      let text =
        options.input == .gfm ? plainText(of: node) : Array(tree.bytes(of: node))
      id = headerIDs.kramdown(of: text)
    }
    return options.autoIDPrefix.isEmpty ? id : Array(options.autoIDPrefix.utf8) + id
  }

  /// Whether `word` stands in `bytes` with no word character next to it.
  private func hasWord(_ word: StaticString, in bytes: [UInt8]) -> Bool {
    let length = word.utf8CodeUnitCount
    guard bytes.count >= length else { return false }
    for start in 0...bytes.count - length where bytes[start..<start + length].equals(word) {
      let end = start + length
      if start > 0, bytes[start - 1].isWord { continue }
      if end < bytes.count, bytes[end].isWord { continue }
      return true
    }
    return false
  }
}
