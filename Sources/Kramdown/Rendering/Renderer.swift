/// Prints the tree as HTML: the elements, line ends and indentation of kramdown's own converter.
struct Renderer {
  /// A header as the table of contents lists it.
  struct Entry {
    var level: Int
    var id: [UInt8]
    var node: NodeID
  }

  /// A footnote that was referred to.
  struct UsedFootnote {
    var definition: Int
    var number: Int
    var repeats = 0
  }

  /// Where the backlinks of a footnote go, and what they are.
  struct Backlink {
    var node: NodeID
    var html: [UInt8]
  }

  let tree: Tree
  let options: Kramdown.Options
  let definitions: [Parser.FootnoteDefinition]
  let abbreviations: AbbreviationTable
  let smartQuotes: [[UInt8]]

  var output: [UInt8] = []
  var headers: [Entry] = []
  var footnotes: [UsedFootnote] = []
  var footnoteOfDefinition: [Int: Int] = [:]
  var headerIDs = HeaderIDs()
  /// Where the table of contents and the footnotes are to be put in, if the document says so.
  var contentsPlace: (offset: Int, node: NodeID)?
  var footnotesOffset: Int?
  var backlink: Backlink?
  /// Whether a header is given GitHub's id and a backslash ends a line, which is so in Markdown
  /// outside of HTML elements and footnotes.
  var isInMainText = true
  var isInHeader = false

  init(_ parser: Parser) {
    tree = parser.tree
    options = parser.options
    definitions = parser.footnotes
    abbreviations = parser.abbreviations
    smartQuotes = Self.smartQuotes(parser.options)
    isInMainText = parser.options.input == .gfm
    output.reserveCapacity(parser.tree.text.count * 5 / 4 + 256)
  }

  mutating func renderDocument() {
    renderBlocks(of: 0, indent: 0)
    isInMainText = false
    let end = output.count
    renderFootnotes()
    let footnoteText = Array(output[end...])
    output.removeLast(output.count - end)
    let contents = renderContents()
    let bodyEnd = output.count

    // Put in what has its place inside first where that is last.
    var insertions: [(offset: Int, bytes: [UInt8])] = []
    if let place = contentsPlace { insertions.append((place.offset, contents)) }
    insertions.append((footnotesOffset ?? bodyEnd, footnoteText))
    insertions.sort { $0.offset > $1.offset }
    for insertion in insertions {
      output.insert(contentsOf: insertion.bytes, at: insertion.offset)
    }
  }

  // MARK: - Writing

  mutating func write(_ string: StaticString) {
    string.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  mutating func write(_ bytes: [UInt8]) {
    output.append(contentsOf: bytes)
  }

  mutating func write(_ string: String) {
    output.append(contentsOf: string.utf8)
  }

  @inline(__always)
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }

  mutating func writeIndent(_ indent: Int) {
    if indent > 0 { output.append(contentsOf: repeatElement(0x20, count: indent)) }
  }

  mutating func writeAttributes(_ attributes: [Attribute]) {
    for attribute in attributes {
      if attribute.name == AttributeName.id, attribute.value.allSatisfy(\.isSpace) { continue }
      output.append(0x20)
      write(attribute.name)
      write("=\"")
      attribute.value.withUnsafeBufferPointer { writeEscaped($0, .attribute) }
      output.append(0x22)
    }
  }

  // MARK: - Blocks

  mutating func renderBlocks(of node: NodeID, indent: Int) {
    var isAfterBlank = false
    var child = tree[node].first
    while child >= 0 {
      switch tree[child].kind {
      case .boundary: break
      case .blank:
        if !isAfterBlank { output.append(0x0A) }
        isAfterBlank = true
      default:
        isAfterBlank = false
        render(child, in: node, indent: indent)
      }
      child = tree[child].next
    }
  }

  mutating func render(_ node: NodeID, in parent: NodeID, indent: Int) {
    switch tree[node].kind {
    case .paragraph: renderParagraph(node, indent: indent)
    case .header: renderHeader(node, indent: indent)
    case .quote: renderIndented("blockquote", node, indent: indent)
    case .code: renderCode(node, indent: indent)
    case .rule:
      writeIndent(indent)
      write("<hr")
      writeAttributes(tree.attributes(of: node))
      write(" />\n")
    case .unorderedList, .orderedList: renderList(node, indent: indent)
    case .item: renderItem("li", node, indent: indent)
    case .definitionList: renderIndented("dl", node, indent: indent)
    case .term: renderTerm(node, of: parent, indent: indent)
    case .definition: renderItem("dd", node, indent: indent)
    case .table: renderTable(node, indent: indent)
    case .html where tree[node].flags.contains(.block):
      renderBlockElement(node, in: parent, indent: indent)
    case .htmlComment, .instruction:
      let isBlock =
        tree[node].flags.contains(.block)
        && !(tree[parent].kind == .html && tree[parent].flags.contains(.rawContent))
      if isBlock { writeIndent(indent) }
      output.append(contentsOf: tree.bytes(of: node))
      if isBlock { output.append(0x0A) }
    case .comment where tree[node].flags.contains(.block):
      writeIndent(indent)
      write("<!-- ")
      output.append(contentsOf: tree.bytes(of: node))
      write(" -->\n")
    case .math where tree[node].flags.contains(.block): renderBlockMath(node, indent: indent)
    case .raw:
      if !tree[node].flags.contains(.notForHTML) {
        output.append(contentsOf: tree.bytes(of: node))
        if tree[node].flags.contains(.block) { output.append(0x0A) }
      }
    case .looseText: renderSpans(of: node)
    default: renderSpan(node, in: parent)
    }
  }

  mutating func open(_ name: StaticString, _ node: NodeID, indent: Int) {
    writeIndent(indent)
    output.append(0x3C)
    write(name)
    writeAttributes(tree.attributes(of: node))
    output.append(0x3E)
  }

  mutating func close(_ name: StaticString) {
    write("</")
    write(name)
    write(">\n")
  }

  mutating func renderIndented(_ name: StaticString, _ node: NodeID, indent: Int) {
    open(name, node, indent: indent)
    output.append(0x0A)
    renderBlocks(of: node, indent: indent + 2)
    writeIndent(indent)
    close(name)
  }

  private mutating func renderParagraph(_ node: NodeID, indent: Int) {
    if tree[node].flags.contains(.transparent) {
      renderSpans(of: node)
      return
    }
    let first = tree[node].first
    if first >= 0, tree[first].next < 0, tree[first].kind == .image,
      tree.list(of: first)?.refers(to: "standalone") == true
    {
      renderFigure(node, image: first, indent: indent)
      return
    }
    open("p", node, indent: indent)
    renderSpans(of: node)
    writeBacklink(of: node)
    close("p")
  }

  /// An image alone in its paragraph that asks for a figure.
  private mutating func renderFigure(_ node: NodeID, image: NodeID, indent: Int) {
    var figure = tree.attributes(of: node)
    var attributes = tree.attributes(of: image)
    for name in [AttributeName.class, AttributeName.id] {
      if let value = attributes.value(of: name), figure.value(of: name) == nil {
        attributes.removeAll { $0.name == name }
        figure.append(Attribute(name: name, value: value))
      }
    }
    writeIndent(indent)
    write("<figure")
    writeAttributes(figure)
    write(">\n")
    writeIndent(indent + 2)
    write("<img")
    writeAttributes(attributes)
    write(" />\n")
    writeIndent(indent + 2)
    write("<figcaption>")
    write(attributes.value(of: AttributeName.alt) ?? [])
    write("</figcaption>\n")
    writeIndent(indent)
    write("</figure>\n")
  }

  private mutating func renderList(_ node: NodeID, indent: Int) {
    let list = tree.list(of: node)
    if contentsPlace == nil, list?.refers(to: "toc") == true {
      contentsPlace = (output.count, node)
      return
    }
    if footnotesOffset == nil, list?.refers(to: "footnotes") == true {
      footnotesOffset = output.count
      return
    }
    renderIndented(tree[node].kind == .orderedList ? "ol" : "ul", node, indent: indent)
  }

  private mutating func renderItem(_ name: StaticString, _ node: NodeID, indent: Int) {
    open(name, node, indent: indent)
    var first = tree[node].first
    while first >= 0, tree[first].kind == .boundary { first = tree[first].next }
    if first >= 0,
      !(tree[first].kind == .paragraph && tree[first].flags.contains(.transparent))
    {
      output.append(0x0A)
      renderBlocks(of: node, indent: indent + 2)
      writeIndent(indent)
    } else {
      let start = output.count
      renderBlocks(of: node, indent: indent + 2)
      if output.count > start, output[output.count - 1] == 0x0A { writeIndent(indent) }
    }
    close(name)
  }

  private mutating func renderTerm(_ node: NodeID, of list: NodeID, indent: Int) {
    var attributes = tree.attributes(of: node)
    if attributes.value(of: AttributeName.id) == nil,
      let id = headerIDs.term(of: plainText(of: node), in: tree.list(of: list))
    {
      attributes.append(Attribute(name: AttributeName.id, value: id))
    }
    writeIndent(indent)
    write("<dt")
    writeAttributes(attributes)
    output.append(0x3E)
    renderSpans(of: node)
    close("dt")
  }
}
