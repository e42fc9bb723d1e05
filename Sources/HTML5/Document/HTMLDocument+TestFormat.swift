extension HTMLDocument {
  /// The tree in the format of html5lib's tests of tree construction: a line for each node and
  /// attribute, with `| ` and two spaces for each level before it.
  public var testDescription: String {
    var output: [UInt8] = []
    var contentDepths: [UInt16] = []
    for index in nodes.indices.dropFirst() {
      let node = nodes[index]
      while let last = contentDepths.last, node.depth <= last { contentDepths.removeLast() }
      let level = Int(node.depth) - 1 + contentDepths.count
      begin(&output, level)
      switch node.kind {
      case .document: break
      case .doctype: output += doctypeText.utf8
      case .text:
        output.append(UInt8(ascii: "\""))
        output += text(of: index)
        output.append(UInt8(ascii: "\""))
      case .comment:
        output += "<!-- ".utf8
        output += text(of: index)
        output += " -->".utf8
      case .element:
        let name = string(of: node.name)
        output += "<\(Self.prefix(node.namespace))\(name)>".utf8
        appendAttributes(of: index, level + 1, to: &output)
        if node.namespace == .html, name == "template" {
          output.append(0x0A)
          begin(&output, level + 1)
          output += "content".utf8
          contentDepths.append(node.depth)
        }
      }
      output.append(0x0A)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func begin(_ output: inout [UInt8], _ level: Int) {
    output += "| ".utf8
    output.append(contentsOf: repeatElement(0x20, count: 2 * max(level, 0)))
  }

  private static func prefix(_ namespace: Namespace) -> String {
    switch namespace {
    case .html: ""
    case .svg: "svg "
    case .mathML: "math "
    }
  }

  private func appendAttributes(of node: Int, _ level: Int, to output: inout [UInt8]) {
    let range = attributes(of: node)
    guard !range.isEmpty else { return }
    let named = range.map { (name: testName(of: attributes[$0]), index: $0) }
      .sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
    for (name, index) in named {
      output.append(0x0A)
      begin(&output, level)
      output += name.utf8
      output += "=\"".utf8
      output += value(at: index)
      output.append(UInt8(ascii: "\""))
    }
  }

  private func testName(of attribute: Attribute) -> String {
    let name = string(of: attribute.name)
    guard attribute.isNamespaced else { return name }
    return name == "xmlns" ? "xmlns xmlns" : name.split(separator: ":").joined(separator: " ")
  }

  private var doctypeText: String {
    guard let doctype else { return "<!DOCTYPE >" }
    let name = doctype.name ?? ""
    guard doctype.publicID != nil || doctype.systemID != nil else { return "<!DOCTYPE \(name)>" }
    return "<!DOCTYPE \(name) \"\(doctype.publicID ?? "")\" \"\(doctype.systemID ?? "")\">"
  }
}
