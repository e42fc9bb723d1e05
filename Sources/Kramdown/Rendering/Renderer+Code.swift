/// Printing blocks of code and formulas.
extension Renderer {
  mutating func renderCode(_ node: NodeID, indent: Int) {
    var attributes = tree.attributes(of: node)
    let language = takeLanguage(from: &attributes)
    writeIndent(indent)
    write("<pre")
    writeAttributes(attributes)
    write("><code")
    if let language {
      writeAttributes([
        Attribute(name: AttributeName.class, value: Array("language-".utf8) + language)
      ])
    }
    output.append(0x3E)
    var range = tree[node].start..<tree[node].end
    if let last = tree.bytes(of: node).last, last == 0x0A {
      range = range.lowerBound..<range.upperBound - 1
    }
    writeEscaped(range, .all)
    write("\n</code></pre>\n")
  }

  /// Takes the class `language-...` out of the attributes.
  private func takeLanguage(from attributes: inout [Attribute]) -> [UInt8]? {
    guard let index = attributes.firstIndex(where: { $0.name == AttributeName.class }) else {
      return nil
    }
    let value = attributes[index].value
    let prefix = Array("language-".utf8)
    var start = 0
    while start + prefix.count < value.count {
      if value[start...].starts(with: prefix), start == 0 || !value[start - 1].isWord,
        !value[start + prefix.count].isSpace
      {
        var end = start + prefix.count
        while end < value.count, !value[end].isSpace { end += 1 }
        var rest = (value[..<start] + value[end...])[...]
        while rest.first?.isSpace == true { rest.removeFirst() }
        while rest.last?.isSpace == true { rest.removeLast() }
        if rest.isEmpty {
          attributes.remove(at: index)
        } else {
          attributes[index].value = Array(rest)
        }
        return Array(value[start + prefix.count..<end])
      }
      start += 1
    }
    return nil
  }

  mutating func renderBlockMath(_ node: NodeID, indent: Int) {
    var attributes = tree.attributes(of: node)
    let range = tree[node].start..<tree[node].end
    if options.mathEngine == .none {
      attributes.addClass(Array("kdmath".utf8))
      writeIndent(indent)
      write("<div")
      writeAttributes(attributes)
      write(">$$\n")
      output.append(contentsOf: tree.text[range])
      write("\n$$</div>\n")
      return
    }
    if options.mathEngine == .marked { attributes.addClass(Array("math".utf8)) }
    if !attributes.isEmpty {
      writeIndent(indent)
      write("<div")
      writeAttributes(attributes)
      output.append(0x3E)
    }
    write("\\[")
    writeEscaped(range, .all)
    write("\\]\n")
    if !attributes.isEmpty { write("</div>\n") }
  }
}
