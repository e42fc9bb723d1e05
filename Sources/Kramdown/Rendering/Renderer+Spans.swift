internal import NewsBytes

/// Printing spans.
extension Renderer {
  mutating func renderSpans(of node: NodeID) {
    var child = tree[node].first
    while child >= 0 {
      render(child, in: node, indent: 0)
      child = tree[child].next
    }
  }

  mutating func renderSpan(_ node: NodeID, in parent: NodeID) {
    switch tree[node].kind {
    case .text: renderText(node, in: parent)
    case .emphasis: renderSpan("em", node)
    case .strong: renderSpan("strong", node)
    case .link: renderSpan("a", node)
    case .image:
      write("<img")
      writeAttributes(tree.attributes(of: node))
      write(" />")
    case .codeSpan:
      write("<code")
      writeAttributes(tree.attributes(of: node))
      output.append(0x3E)
      writeEscaped(tree[node].start..<tree[node].end, .all)
      write("</code>")
    case .lineBreak: write("<br />")
    case .entity:
      let isWritten = tree[node].flags.contains(.asWritten)
      writeEntity(tree[node].value, written: isWritten ? tree[node].start..<tree[node].end : nil)
    case .symbol:
      if let symbol = Parser.Symbol(rawValue: tree[node].value) { writeSymbol(symbol) }
    case .smartQuote: write(smartQuotes[Int(tree[node].value)])
    case .footnote: renderFootnoteMark(Int(tree[node].value))
    case .abbreviation: renderAbbreviation(node)
    case .math: renderInlineMath(node)
    case .comment:
      write("<!-- ")
      output.append(contentsOf: tree.bytes(of: node))
      write(" -->")
    case .html: renderSpanElement(node)
    default: renderSpans(of: node)
    }
  }

  private mutating func renderSpan(_ name: StaticString, _ node: NodeID) {
    output.append(0x3C)
    write(name)
    writeAttributes(tree.attributes(of: node))
    output.append(0x3E)
    renderSpans(of: node)
    write("</")
    write(name)
    output.append(0x3E)
  }

  private mutating func renderSpanElement(_ node: NodeID) {
    let name = Array(tree.bytes(of: node))
    output.append(0x3C)
    write(name)
    writeAttributes(tree.attributes(of: node))
    let tagEnd = output.count
    output.append(0x3E)
    let start = output.count
    let outer = isInMainText
    isInMainText = false
    renderSpans(of: node)
    isInMainText = outer
    if output.count == start, HTMLVocabulary.element(name)?.isVoid == true {
      output.removeLast(output.count - tagEnd)
      write(" />")
    } else {
      write("</")
      write(name)
      output.append(0x3E)
    }
  }

  private mutating func renderInlineMath(_ node: NodeID) {
    var attributes = tree.attributes(of: node)
    let range = tree[node].start..<tree[node].end
    if options.mathEngine == .mathjax, attributes.isEmpty {
      write("\\(")
      writeEscaped(range, .all)
      write("\\)")
      return
    }
    if options.mathEngine == .marked {
      attributes.addClass(Array("math".utf8))
      write("<span")
      writeAttributes(attributes)
      write(">\\(")
      writeEscaped(range, .all)
      write("\\)</span>")
      return
    }
    if options.mathEngine == .none { attributes.addClass(Array("kdmath".utf8)) }
    write("<span")
    writeAttributes(attributes)
    write(">$")
    output.append(contentsOf: tree.text[range])
    write("$</span>")
  }

  private mutating func renderAbbreviation(_ node: NodeID) {
    let definition = abbreviations.definitions[Int(tree[node].value)]
    var attributes = tree.attributes(of: definition.boundary)
    if !definition.title.isEmpty { attributes.set(AttributeName.title, definition.title) }
    write("<abbr")
    writeAttributes(attributes)
    output.append(0x3E)
    output.append(contentsOf: tree.bytes(of: node))
    write("</abbr>")
  }

  // MARK: - Text

  private mutating func renderText(_ node: NodeID, in parent: NodeID) {
    let range = tree[node].start..<tree[node].end
    guard isInMainText, !isInHeader else { return writeEscaped(range, .text) }
    if options.hardWrap {
      renderLines(of: node, in: parent, markLength: 1)
    } else if hasEscapedLineEnd(range) {
      renderLines(of: node, in: parent, markLength: 2)
    } else {
      writeEscaped(range, .text)
    }
  }

  private func hasEscapedLineEnd(_ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while let mark = tree.text.place(of: 0x5C, from: start, to: range.upperBound) {
      start = mark + 1
      if start < range.upperBound, tree.text[start] == 0x0A { return true }
    }
    return false
  }

  /// Text whose line ends, or those after a backslash, are line breaks, but for one that ends a
  /// block.
  private mutating func renderLines(of node: NodeID, in parent: NodeID, markLength: Int) {
    let range = tree[node].start..<tree[node].end
    var start = range.lowerBound
    for index in range where tree.text[index] == 0x0A {
      let lineEnd = index - (markLength - 1)
      if markLength == 2, lineEnd < start || tree.text[lineEnd] != 0x5C { continue }
      writeEscaped(start..<lineEnd, .text)
      let endsBlock = index + 1 == range.upperBound && tree[node].next < 0 && isBlock(parent)
      if !endsBlock { write("<br />") }
      start = index
      if markLength == 1 {
        output.append(0x0A)
        start = index + 1
      }
    }
    writeEscaped(start..<range.upperBound, .text)
  }

  private func isBlock(_ node: NodeID) -> Bool {
    switch tree[node].kind {
    case .paragraph, .header, .term, .cell, .item, .definition, .quote: true
    default: false
    }
  }

  /// The text of a node without marks, for ids.
  func plainText(of node: NodeID) -> [UInt8] {
    var text: [UInt8] = []
    collectText(of: node, into: &text)
    return text
  }

  private func collectText(of node: NodeID, into text: inout [UInt8]) {
    var child = tree[node].first
    while child >= 0 {
      switch tree[child].kind {
      case .text, .codeSpan, .math, .abbreviation: text += tree.bytes(of: child)
      case .entity:
        if let scalar = Unicode.Scalar(UInt32(bitPattern: tree[child].value)) {
          text += Array(String(scalar).utf8)
        }
      case .smartQuote:
        let quotes = ["\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}"]
        text += Array(quotes[Int(tree[child].value)].utf8)
      case .symbol:
        if let symbol = Parser.Symbol(rawValue: tree[child].value) {
          text += Array(symbol.text.utf8)
        }
      default: collectText(of: child, into: &text)
      }
      child = tree[child].next
    }
  }
}
