/// The document: nodes in one array, and all text in another, to which text made by the parser
/// (quotes without their marks, list items without their indentation) is appended. Nodes hold ranges
/// of it, so that no string is built for any of them.
struct Tree {
  /// What few nodes have.
  struct Detail {
    var attributes: [Attribute] = []
    /// The attribute list that follows or precedes the node, applied when all definitions are known.
    var list: AttributeList?
  }

  enum Alignment: UInt8 {
    case none, left, right, center
  }

  var text: [UInt8]
  var nodes: [Node] = [Node(kind: .root)]
  var details: [Detail] = []
  /// The columns of the tables, by a table's `value`.
  var alignments: [[Alignment]] = []

  init(text: [UInt8]) {
    self.text = text
    nodes.reserveCapacity(text.count / 16 + 16)
  }

  // MARK: - Nodes

  subscript(id: NodeID) -> Node {
    @inline(__always) get { nodes[Int(id)] }
    @inline(__always) _modify { yield &nodes[Int(id)] }
  }

  mutating func make(_ kind: Node.Kind, _ range: Range<Int> = 0..<0, line: Int = 0) -> NodeID {
    nodes.append(
      Node(
        kind: kind, line: Int32(truncatingIfNeeded: line), start: range.lowerBound,
        end: range.upperBound))
    return NodeID(truncatingIfNeeded: nodes.count - 1)
  }

  mutating func append(_ child: NodeID, to parent: NodeID) {
    let last = self[parent].last
    self[child].previous = last
    self[child].next = -1
    if last >= 0 { self[last].next = child } else { self[parent].first = child }
    self[parent].last = child
  }

  mutating func insert(_ child: NodeID, after sibling: NodeID, in parent: NodeID) {
    let next = self[sibling].next
    self[child].previous = sibling
    self[child].next = next
    self[sibling].next = child
    if next >= 0 { self[next].previous = child } else { self[parent].last = child }
  }

  mutating func remove(_ child: NodeID, from parent: NodeID) {
    let (previous, next) = (self[child].previous, self[child].next)
    if previous >= 0 { self[previous].next = next } else { self[parent].first = next }
    if next >= 0 { self[next].previous = previous } else { self[parent].last = previous }
    self[child].previous = -1
    self[child].next = -1
  }

  /// Moves the children of `source` behind those of `target`.
  mutating func moveChildren(of source: NodeID, to target: NodeID) {
    let (first, last) = (self[source].first, self[source].last)
    guard first >= 0 else { return }
    let end = self[target].last
    self[first].previous = end
    if end >= 0 { self[end].next = first } else { self[target].first = first }
    self[target].last = last
    self[source].first = -1
    self[source].last = -1
  }

  // MARK: - Details

  mutating func withDetail<Result>(of id: NodeID, _ body: (inout Detail) -> Result) -> Result {
    if self[id].detail < 0 {
      details.append(Detail())
      self[id].detail = Int32(truncatingIfNeeded: details.count - 1)
    }
    return body(&details[Int(self[id].detail)])
  }

  func attributes(of id: NodeID) -> [Attribute] {
    let detail = self[id].detail
    return detail < 0 ? [] : details[Int(detail)].attributes
  }

  func list(of id: NodeID) -> AttributeList? {
    let detail = self[id].detail
    return detail < 0 ? nil : details[Int(detail)].list
  }

  /// Takes a node's attribute list out, so that changing it does not copy it.
  mutating func takeList(of id: NodeID) -> AttributeList {
    withDetail(of: id) { detail in
      defer { detail.list = nil }
      return detail.list ?? AttributeList()
    }
  }

  // MARK: - Text

  func bytes(of id: NodeID) -> ArraySlice<UInt8> {
    text[self[id].start..<self[id].end]
  }

  /// Appends a copy of a range of the text and returns its new place.
  mutating func copyText(_ range: Range<Int>) -> Range<Int> {
    let start = text.count
    // Not `text += text[range]`: the slice would share the array and force a copy of all of it.
    text.append(contentsOf: repeatElement(0, count: range.count))
    text.withUnsafeMutableBytes { buffer in
      let source = UnsafeRawBufferPointer(rebasing: buffer[range])
      UnsafeMutableRawBufferPointer(rebasing: buffer[start...]).copyMemory(from: source)
    }
    return start..<text.count
  }

  /// Ends a node's text with a line end.
  mutating func addLineEnd(to id: NodeID) {
    let end = self[id].end
    if end < text.count, text[end] == 0x0A {
      self[id].end += 1
    } else {
      let range = copyText(self[id].start..<end)
      text.append(0x0A)
      self[id].start = range.lowerBound
      self[id].end = text.count
    }
  }
}

extension Tree {
  /// Forgets what was made since the counts were taken; nothing that stays may refer to it.
  mutating func discard(to saved: (nodes: Int, text: Int, details: Int)) {
    nodes.removeLast(nodes.count - saved.nodes)
    text.removeLast(text.count - saved.text)
    details.removeLast(details.count - saved.details)
  }
}
