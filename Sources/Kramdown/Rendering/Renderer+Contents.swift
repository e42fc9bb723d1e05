/// The table of contents that stands for a list with the attribute list `{:toc}`.
extension Renderer {
  /// Prints the headers as nested lists; links and footnote marks in them are left out.
  mutating func renderContents() -> [UInt8] {
    guard let place = contentsPlace, !headers.isEmpty else { return [] }
    let start = output.count
    let list = tree[place.node].kind == .orderedList ? "ol" : "ul"
    var attributes = tree.attributes(of: place.node)
    if attributes.value(of: AttributeName.id) == nil {
      attributes.append(
        Attribute(name: AttributeName.id, value: Array("markdown-toc".utf8)))
    }
    let id = attributes.value(of: AttributeName.id) ?? []
    write("<\(list)")
    writeAttributes(attributes)
    write(">\n")

    var open: [Int] = []
    for header in headers {
      if let last = open.last {
        if last < header.level {
          let indent = 4 * open.count
          writeIndent(indent)
          write("<\(list)>\n")
        } else {
          closeEntries(&open, downTo: header.level, list: list)
        }
      }
      open.append(header.level)
      writeIndent(4 * open.count - 2)
      write("<li><a")
      writeAttributes([
        Attribute(name: AttributeName.href, value: [0x23] + header.id),
        Attribute(name: AttributeName.id, value: id + [0x2D] + header.id),
      ])
      output.append(0x3E)
      renderEntry(header.node)
      write("</a>")
    }
    closeEntries(&open, downTo: 0, list: list)
    write("</\(list)>\n")
    let contents = Array(output[start...])
    output.removeLast(output.count - start)
    return contents
  }

  /// Closes the entries that are not above `level`, each with the list it stands in unless that goes
  /// on.
  private mutating func closeEntries(_ open: inout [Int], downTo level: Int, list: String) {
    var isFirst = true
    while let last = open.last, last >= level {
      if !isFirst {
        // The list that was nested in this entry ends.
        writeIndent(4 * open.count)
        write("</\(list)>\n")
        writeIndent(4 * open.count - 2)
      }
      write("</li>\n")
      open.removeLast()
      isFirst = false
    }
  }

  private mutating func renderEntry(_ node: NodeID) {
    var child = tree[node].first
    while child >= 0 {
      switch tree[child].kind {
      case .footnote: break
      case .link: renderEntry(child)
      default: render(child, in: node, indent: 0)
      }
      child = tree[child].next
    }
  }
}
