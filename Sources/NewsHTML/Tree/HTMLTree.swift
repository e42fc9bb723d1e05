internal import HTML5
package import NewsModel

/// A parsed HTML page: elements and texts in document order in one array, their characters in one
/// buffer.
///
/// Nodes are numbers. A node's descendants are the numbers after its own up to ``Node/end``, so
/// most questions about a subtree are loops over a range. The tree is the one that browsers make,
/// without comments.
public struct HTMLTree: Sendable {
  /// An element or a text.
  @frozen
  public struct Node: Sendable {
    /// What it is.
    public var tag: HTMLTag
    /// How many elements it is inside of, 0 for the document.
    public var depth: UInt32
    /// The number of the node that it is in; -1 for the document.
    public var parent: Int32
    /// One more than the number of its last descendant.
    public var end: Int32
    /// For a text the first byte in the buffer, for an element its first attribute.
    public var start: UInt32
    /// How many bytes or attributes it has.
    public var count: UInt32
  }

  /// An attribute of an element.
  @frozen
  public struct Attribute: Sendable {
    /// Which one.
    public var name: HTMLAttributeName
    /// For ``HTMLAttributeName/other``: the number of its name.
    @usableFromInline var number: UInt32
    /// The first byte of its value in the buffer.
    public var start: UInt32
    /// How many bytes the value has.
    public var count: UInt32
  }

  /// All nodes in document order; the first is the document.
  public internal(set) var nodes: [Node] = []
  /// All attributes in document order.
  public internal(set) var attributes: [Attribute] = []
  /// The characters of texts and attribute values, UTF-8.
  public internal(set) var bytes: [UInt8] = []
  /// The names of attributes that nothing here looks at.
  var names: [String] = []
  /// The elements of other names than ``HTMLTag`` has, in order, with the numbers of their names.
  var unknown: [(node: Int32, name: Int32)] = []

  /// Parses a page or a fragment.
  ///
  /// - Parameters:
  ///   - utf8: the text; bytes that are not UTF-8 are replaced (``TextDecoder`` decodes others).
  ///   - isFragment: whether it is what stands in a `body`, not a page.
  ///   - isDecoded: whether the bytes are known to be UTF-8.
  ///   - limits: how many nodes there may be.
  ///   - diagnostics: receives what was cut.
  /// - Throws: ``ConversionError/Code/limitExceeded`` for input that is too large.
  package init(
    parsing utf8: [UInt8], isFragment: Bool = false, isDecoded: Bool = false,
    limits: Limits = .standard,
    diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    guard utf8.count <= min(limits.inputBytes * 3, Int(Int32.max) / 2) else {
      throw ConversionError(
        .limitExceeded, "the page has \(utf8.count >> 20) MB, more than is read; split it")
    }
    var options = HTMLDocument.Options()
    options.nodeLimit = limits.nodes
    options.isValidUTF8 = isDecoded
    let document =
      isFragment
      ? HTMLDocument(parsingFragment: utf8, options: options)
      : HTMLDocument(parsing: utf8, options: options)
    self.init(document)
    if document.loss.hasDroppedNodes {
      diagnostics.warn(
        .documentCut,
        "the page has more than \(limits.nodes) elements and texts; the rest is left out")
    }
    if document.loss.isFlattened {
      diagnostics.warn(
        .depthFlattened,
        "elements nested more than \(options.depthLimit) levels deep were put beside each other")
    }
    if document.loss.hasDroppedAttributes {
      diagnostics.warn(
        .attributesCut, "attributes beyond \(options.attributeLimit) of a tag were left out")
    }
    if document.loss.hasEndedFormatting {
      diagnostics.warn(
        .markupRepaired, "formatting that was opened again and again and never closed was ended")
    }
  }
}

// MARK: - Reading

extension HTMLTree {
  /// The document.
  @inlinable public static var root: Int { 0 }
  /// How many nodes there are.
  @inlinable public var count: Int { nodes.count }

  /// One more than the number of the last descendant.
  @inlinable @inline(__always)
  public func end(of node: Int) -> Int { Int(nodes[node].end) }

  /// The node that this one is in, or -1.
  @inlinable @inline(__always)
  public func parent(of node: Int) -> Int { Int(nodes[node].parent) }

  /// The children in order.
  package func children(of node: Int) -> Children { Children(tree: self, of: node) }

  /// The bytes of a text node.
  @inlinable
  public func text(of node: Int) -> ArraySlice<UInt8> {
    let start = Int(nodes[node].start)
    return bytes[start..<(start + Int(nodes[node].count))]
  }

  /// The numbers of an element's attributes.
  @inlinable
  public func attributes(of node: Int) -> Range<Int> {
    let entry = nodes[node]
    guard entry.tag.rawValue > HTMLTag.rawText.rawValue else { return 0..<0 }
    return Int(entry.start)..<Int(entry.start + entry.count)
  }

  /// The bytes of an attribute's value, or `nil` if the element has no such attribute.
  @inlinable
  public func value(_ name: HTMLAttributeName, of node: Int) -> ArraySlice<UInt8>? {
    for index in attributes(of: node) where attributes[index].name == name {
      return value(at: index)
    }
    return nil
  }

  /// The value of an attribute by its number.
  @inlinable
  public func value(at index: Int) -> ArraySlice<UInt8> {
    let start = Int(attributes[index].start)
    return bytes[start..<(start + Int(attributes[index].count))]
  }

  /// The name of an attribute by its number, in lower case.
  package func name(at index: Int) -> String {
    let attribute = attributes[index]
    guard attribute.name == .other else { return attribute.name.name }
    return names[Int(attribute.number)]
  }

  /// An attribute's value as text.
  package func string(_ name: HTMLAttributeName, of node: Int) -> String? {
    value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the element has the attribute at all.
  @inlinable
  public func has(_ name: HTMLAttributeName, _ node: Int) -> Bool { value(name, of: node) != nil }

  /// The name of an element in lower case; empty for a text.
  package func elementName(of node: Int) -> String {
    let tag = nodes[node].tag
    guard tag == .unknown else { return tag.rawValue > HTMLTag.unknown.rawValue ? tag.name : "" }
    var (low, high) = (0, unknown.count)
    while low < high {
      let middle = (low + high) / 2
      if unknown[middle].node < node { low = middle + 1 } else { high = middle }
    }
    guard low < unknown.count, unknown[low].node == node else { return "" }
    return names[Int(unknown[low].name)]
  }

  /// The same tree without some elements and what is in them.
  package func removing(_ isRemoved: [Bool]) -> HTMLTree {
    guard isRemoved.contains(true) else { return self }
    var tree = self
    tree.nodes.removeAll(keepingCapacity: true)
    tree.unknown.removeAll()
    var places = [Int32](repeating: -1, count: nodes.count + 1)
    var next = unknown[...]
    var index = 0
    while index < nodes.count {
      while let first = next.first, first.node < index { next.removeFirst() }
      if index > HTMLTree.root, isRemoved[index] {
        let end = max(end(of: index), index + 1)
        for skipped in index..<end { places[skipped] = Int32(tree.nodes.count) }
        index = end
        continue
      }
      places[index] = Int32(tree.nodes.count)
      if let first = next.first, first.node == index {
        tree.unknown.append((places[index], first.name))
      }
      var node = nodes[index]
      if node.parent >= 0 { node.parent = places[Int(node.parent)] }
      tree.nodes.append(node)
      index += 1
    }
    places[nodes.count] = Int32(tree.nodes.count)
    for index in tree.nodes.indices { tree.nodes[index].end = places[Int(tree.nodes[index].end)] }
    return tree
  }

  /// All text below a node as it stands, without that of scripts and styles.
  package func string(of node: Int) -> String {
    var result: [UInt8] = []
    for index in node..<end(of: node) where nodes[index].tag == .text {
      result += text(of: index)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The first element with a tag below a node.
  package func first(_ tag: HTMLTag, in node: Int = root) -> Int? {
    for index in node..<end(of: node) where nodes[index].tag == tag { return index }
    return nil
  }

  /// The children of a node, one after the other.
  package struct Children: Sequence, IteratorProtocol {
    private let tree: HTMLTree
    private var next_: Int
    private let end: Int

    init(tree: HTMLTree, of node: Int) {
      self.tree = tree
      next_ = node + 1
      end = tree.end(of: node)
    }

    package mutating func next() -> Int? {
      guard next_ < end else { return nil }
      defer { next_ = tree.end(of: next_) }
      return next_
    }
  }
}
