internal import HTML5

extension HTMLTree {
  /// Takes a document's tree over: its elements and texts, under the names that are asked for here.
  init(_ document: HTMLDocument) {
    let names = HTMLNames(document)
    self.names = names.others
    nodes = []
    nodes.reserveCapacity(document.nodes.count)
    bytes = document.input
    bytes += document.decoded
    attributes = document.attributes.map { attribute in
      let number = Int(attribute.name.rawValue)
      return Attribute(
        name: names.attributes[number], number: names.numbers[number], start: attribute.start,
        count: attribute.count)
    }
    appendNodes(of: document, names)
  }

  private mutating func appendNodes(of document: HTMLDocument, _ names: borrowing HTMLNames) {
    /// The numbers here of those that the nodes around a place have there.
    var ancestors: [Int32] = []
    for node in document.nodes {
      let depth = Int(node.depth)
      while ancestors.count > depth { close(ancestors.removeLast()) }
      let parent = ancestors.last ?? -1
      let tag: HTMLTag
      switch node.kind {
      case .document: tag = .document
      case .element:
        tag = names.tag(of: node)
        if tag == .unknown {
          unknown.append((Int32(nodes.count), Int32(names.numbers[Int(node.name.rawValue)])))
        }
      case .text:
        tag = Self.isShown(nodes[Int(parent)].tag) ? .text : .rawText
        if joins(node, tag, parent) { continue }
      case .comment, .doctype: continue
      }
      nodes.append(
        Node(
          tag: tag, depth: UInt32(depth), parent: parent, end: Int32(nodes.count + 1),
          start: node.start, count: node.count))
      if node.kind != .text { ancestors.append(Int32(nodes.count - 1)) }
    }
    while let last = ancestors.popLast() { close(last) }
  }

  private mutating func close(_ node: Int32) { nodes[Int(node)].end = Int32(nodes.count) }

  /// Whether text in an element is text of the page.
  private static func isShown(_ parent: HTMLTag) -> Bool {
    switch parent {
    case .script, .style, .iframe, .noembed, .noframes: false
    default: true
    }
  }

  /// Lengthens the text before a comment by the text after it.
  private mutating func joins(_ node: HTMLDocument.Node, _ tag: HTMLTag, _ parent: Int32) -> Bool {
    let last = nodes.count - 1
    guard nodes[last].tag == tag, nodes[last].parent == parent else { return false }
    let text = Int(nodes[last].start)..<Int(nodes[last].start + nodes[last].count)
    if text.upperBound != bytes.count {
      nodes[last].start = UInt32(bytes.count)
      repeatBytes(text)
    }
    repeatBytes(Int(node.start)..<Int(node.start + node.count))
    nodes[last].count += node.count
    return true
  }

  /// Appends some of the bytes. A slice that is appended to its own array has all of it copied.
  private mutating func repeatBytes(_ range: Range<Int>) {
    for index in range { bytes.append(bytes[index]) }
  }
}

/// What the names of a document mean here.
private struct HTMLNames: ~Copyable {
  /// By the number of a name: the tag of elements, the attribute, and the place in ``others``.
  private var tags: [HTMLTag]
  private(set) var attributes: [HTMLAttributeName]
  private(set) var numbers: [UInt32]
  /// The names of attributes that have none here.
  private(set) var others: [String]

  init(_ document: HTMLDocument) {
    let known = Self.known
    tags = known.tags
    attributes = known.attributes
    numbers = known.numbers
    others = known.others
    for name in document.ownNames {
      let bytes = Array(name.utf8)
      tags.append(HTMLTag.named(bytes))
      attributes.append(HTMLAttributeName.named(bytes))
      numbers.append(UInt32(others.count))
      others.append(name)
    }
  }

  /// The tag of an element. Those of SVG and MathML are not HTML's of the same name.
  func tag(of node: HTMLDocument.Node) -> HTMLTag {
    let tag = tags[Int(node.name.rawValue)]
    guard node.namespace != .html else { return tag }
    switch tag {
    case .svg, .math, .style, .script, .annotation: return tag
    default: return .unknown
    }
  }

  private static let known:
    (
      tags: [HTMLTag], attributes: [HTMLAttributeName], numbers: [UInt32], others: [String]
    ) = {
      let names = HTMLName.known
      return (
        names.map(HTMLTag.named), names.map(HTMLAttributeName.named),
        names.indices.map { UInt32($0) }, names.map { String(decoding: $0, as: UTF8.self) }
      )
    }()
}
