internal import NewsBytes

/// Elements and texts of an XML document, or of one record of it, in document order in one array.
///
/// Nodes are numbers, as in an HTML tree: a node's descendants are the numbers after its own up to
/// its end. Names are written with the prefix that the reader's vocabulary gives their namespace
/// (`dc:creator`), whatever prefix the document uses.
package struct XMLTree: Sendable {
  struct Node {
    /// The number of its name; -1 for a text.
    var name: Int32
    var parent: Int32
    /// One more than the number of its last descendant.
    var end: Int32
    /// For a text the first byte, for an element its first attribute.
    var start: Int32
    var count: Int32
    var line: Int32
  }

  struct Attribute {
    var name: Int32
    var start: Int32
    var count: Int32
  }

  /// How much it holds.
  struct Size {
    var nodes = 0
    var attributes = 0
    var bytes = 0
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []
  var names: [String] = []
  /// What `xml:base` said around the record, outermost first.
  package internal(set) var outerBases: [String] = []
  /// What `xml:lang` said around the record.
  package internal(set) var outerLanguage: String?

  init() {}

  var size: Size { Size(nodes: nodes.count, attributes: attributes.count, bytes: bytes.count) }

  /// Makes room for as much, within bounds.
  mutating func reserve(as size: Size) {
    nodes.reserveCapacity(min(size.nodes, 256))
    attributes.reserveCapacity(min(size.attributes, 256))
    bytes.reserveCapacity(min(size.bytes, 8192))
  }

  /// The element that all others are in.
  package static let root = 0
  /// How many nodes there are.
  package var count: Int { nodes.count }
  /// Whether there is nothing in it.
  package var isEmpty: Bool { nodes.isEmpty }

  /// Whether a node is a text.
  package func isText(_ node: Int) -> Bool { nodes[node].name < 0 }

  /// The name of an element; empty for a text.
  package func name(of node: Int) -> String {
    let name = nodes[node].name
    return name < 0 ? "" : names[Int(name)]
  }

  /// The number of an element's name, the same in all records of a document; `nil` for a text.
  package func nameNumber(of node: Int) -> Int? {
    let name = nodes[node].name
    return name < 0 ? nil : Int(name)
  }

  /// The line that a node begins in, from 1.
  package func line(of node: Int) -> Int { Int(nodes[node].line) }

  /// One more than the number of the last descendant.
  package func end(of node: Int) -> Int { Int(nodes[node].end) }

  /// The element that a node is in; -1 for the outermost.
  package func parent(of node: Int) -> Int { Int(nodes[node].parent) }

  /// The children that are elements, in order.
  package func children(of node: Int) -> Children { Children(tree: self, of: node) }

  /// The first child of a name.
  package func child(_ name: String, of node: Int) -> Int? {
    for child in children(of: node) where self.name(of: child) == name { return child }
    return nil
  }

  /// The trimmed text of the first child of a name; `nil` if there is none or it is empty.
  package func text(_ name: String, of node: Int) -> String? {
    guard let child = child(name, of: node) else { return nil }
    let text = trimmedText(of: child)
    return text.isEmpty ? nil : text
  }

  /// All text below a node.
  package func bytes(of node: Int) -> [UInt8] {
    if let only = onlyText(of: node) { return Array(slice(of: only)) }
    var result: [UInt8] = []
    for index in node..<end(of: node) where isText(index) { result += slice(of: index) }
    return result
  }

  /// The text that is all there is in a node.
  private func onlyText(of node: Int) -> Int? {
    end(of: node) == node + 2 && isText(node + 1) ? node + 1 : nil
  }

  /// All text below a node, without white space at its edges.
  package func trimmedText(of node: Int) -> String {
    let bytes = onlyText(of: node).map { slice(of: $0) } ?? bytes(of: node)[...]
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(text: bytes[first...last])
  }

  /// Whether an element holds other elements.
  package func hasElements(_ node: Int) -> Bool {
    for index in (node + 1)..<max(end(of: node), node + 1) where !isText(index) { return true }
    return false
  }

  /// The value of an attribute, by its name as the vocabulary writes it.
  package func attribute(_ name: String, of node: Int) -> String? {
    guard nodes[node].name >= 0 else { return nil }
    let first = Int(nodes[node].start)
    for attribute in attributes[first..<(first + Int(nodes[node].count))]
    where names[Int(attribute.name)] == name {
      return text(of: attribute)
    }
    return nil
  }

  /// All attributes of an element, in order.
  package func attributes(of node: Int) -> [(name: String, value: String)] {
    guard nodes[node].name >= 0 else { return [] }
    let first = Int(nodes[node].start)
    return attributes[first..<(first + Int(nodes[node].count))].map {
      (names[Int($0.name)], text(of: $0))
    }
  }

  /// The bases that hold at a node, outermost first.
  package func bases(at node: Int) -> [String] {
    var inner: [String] = []
    var at = node
    while at >= 0 {
      if let base = attribute("xml:base", of: at), !base.isEmpty { inner.append(base) }
      at = parent(of: at)
    }
    return outerBases + inner.reversed()
  }

  /// The language that holds at a node, as the document writes it; empty where it takes it back.
  package func language(at node: Int) -> String? {
    var at = node
    while at >= 0 {
      if let language = attribute("xml:lang", of: at) { return language }
      at = parent(of: at)
    }
    return outerLanguage
  }

  func slice(of text: Int) -> ArraySlice<UInt8> {
    let start = Int(nodes[text].start)
    return bytes[start..<(start + Int(nodes[text].count))]
  }

  private func text(of attribute: Attribute) -> String {
    let start = Int(attribute.start)
    return String(text: bytes[start..<(start + Int(attribute.count))])
  }

  /// The child elements of a node, one after the other.
  package struct Children: Sequence, IteratorProtocol {
    private let tree: XMLTree
    private var following: Int
    private let end: Int

    init(tree: XMLTree, of node: Int) {
      self.tree = tree
      following = node + 1
      end = tree.nodes.isEmpty ? 0 : tree.end(of: node)
    }

    package mutating func next() -> Int? {
      while following < end {
        let node = following
        following = tree.end(of: node)
        if !tree.isText(node) { return node }
      }
      return nil
    }
  }
}
