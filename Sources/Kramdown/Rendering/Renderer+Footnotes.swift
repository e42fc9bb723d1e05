/// Marks of footnotes, and the footnotes at the end.
extension Renderer {
  mutating func renderFootnoteMark(_ definition: Int) {
    var repeatMark = ""
    let number: Int
    if let index = footnoteOfDefinition[definition] {
      footnotes[index].repeats += 1
      number = footnotes[index].number
      repeatMark = ":\(footnotes[index].repeats)"
    } else {
      number = options.firstFootnoteNumber &+ footnotes.count
      footnoteOfDefinition[definition] = footnotes.count
      footnotes.append(UsedFootnote(definition: definition, number: number))
    }
    let name = footnoteName(definition)
    write("<sup id=\"fnref:")
    write(name)
    write(repeatMark)
    write("\" role=\"doc-noteref\"><a href=\"#fn:")
    write(name)
    write("\" class=\"footnote\" rel=\"footnote\">\(number)</a></sup>")
  }

  private func footnoteName(_ definition: Int) -> [UInt8] {
    Array(options.footnotePrefix.utf8) + definitions[definition].name
  }

  /// Prints the footnotes that were referred to, and those that these refer to.
  mutating func renderFootnotes() {
    guard !footnotes.isEmpty else { return }
    write("<div class=\"footnotes\" role=\"doc-endnotes\">\n  <ol")
    if options.firstFootnoteNumber != 1 { write(" start=\"\(options.firstFootnoteNumber)\"") }
    write(">\n")
    var index = 0
    while index < footnotes.count {
      renderFootnote(footnotes[index])
      index += 1
    }
    write("  </ol>\n</div>\n")
  }

  private mutating func renderFootnote(_ footnote: UsedFootnote) {
    let name = footnoteName(footnote.definition)
    let content = definitions[footnote.definition].content
    write("    <li id=\"fn:")
    write(name)
    write("\" role=\"doc-endnote\">\n")
    let target = backlinkTarget(of: content)
    let links = backlinks(of: footnote, name: name, isAfterText: target != nil)
    if let target { backlink = Backlink(node: target, html: links) }
    renderBlocks(of: content, indent: 6)
    backlink = nil
    if target == nil {
      write("      <p>")
      write(links)
      write("</p>\n")
    }
    write("    </li>\n")
  }

  /// The paragraph (or header, however deep, if the options want that) that ends a footnote.
  private func backlinkTarget(of content: NodeID) -> NodeID? {
    var node = lastShown(of: content)
    guard node >= 0 else { return nil }
    if tree[node].kind == .paragraph { return node }
    guard options.footnoteBacklinkInline else { return nil }
    while node >= 0, tree[node].kind != .paragraph, tree[node].kind != .header {
      node = lastShown(of: node)
    }
    return node >= 0 ? node : nil
  }

  private func lastShown(of node: NodeID) -> NodeID {
    var last = tree[node].last
    while last >= 0, tree[last].kind == .boundary { last = tree[last].previous }
    return last
  }

  private func backlinks(
    of footnote: UsedFootnote, name: [UInt8], isAfterText: Bool
  ) -> [UInt8] {
    guard !options.footnoteBacklink.isEmpty else { return [] }
    var writer = self
    writer.output = []
    let text = Array(options.footnoteBacklink.utf8)
    for index in 0...footnote.repeats {
      if index > 0 || isAfterText { writer.writeEntity(160, written: nil) }
      writer.write("<a href=\"#fnref:")
      writer.write(name)
      if index > 0 { writer.write(":\(index)") }
      writer.write("\" class=\"reversefootnote\" role=\"doc-backlink\">")
      text.withUnsafeBufferPointer { writer.writeEscaped($0, .text) }
      if index > 0 { writer.write("<sup>\(index + 1)</sup>") }
      writer.write("</a>")
    }
    return writer.output
  }

  mutating func writeBacklink(of node: NodeID) {
    if let backlink, backlink.node == node { write(backlink.html) }
  }
}
