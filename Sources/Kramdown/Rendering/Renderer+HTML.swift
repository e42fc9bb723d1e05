/// Printing block HTML.
extension Renderer {
  mutating func renderBlockElement(_ node: NodeID, in parent: NodeID, indent: Int) {
    let flags = tree[node].flags
    let isInRaw = tree[parent].kind == .html && tree[parent].flags.contains(.rawContent)
    if !isInRaw { writeIndent(indent) }
    let name = Array(tree.bytes(of: node))
    output.append(0x3C)
    write(name)
    writeAttributes(tree.attributes(of: node))

    let outer = isInMainText
    isInMainText = false
    defer { isInMainText = outer }
    if flags.contains(.closed), flags.contains(.rawContent) {
      write(" />")
    } else {
      let tagEnd = output.count
      write(flags.contains(.blockContent) ? ">\n" : ">")
      let start = output.count
      renderBlocks(of: node, indent: indent + 2)
      if output.count > start {
        if flags.contains(.blockContent) {
          if output[output.count - 1] == 0x0A { output.removeLast() }
          output.append(0x0A)
          writeIndent(indent)
        }
        write("</")
        write(name)
        output.append(0x3E)
      } else {
        output.removeLast(output.count - tagEnd)
        if HTMLVocabulary.element(name)?.isVoid == true {
          write(" />")
        } else {
          write("></")
          write(name)
          output.append(0x3E)
        }
      }
    }
    if !isInRaw { output.append(0x0A) }
  }
}
