internal import NewsBytes

/// Reads HTML that needs no repair: what Markdown's renderers print, and what careful authors write.
///
/// Where every element has its end, stands where it may stand and is of a kind that no parser has
/// rules of its own for, the tree can be read off the text, several times as fast as libxml2 finds
/// it with all its repairs in mind. At the first doubt there is no answer, and libxml2 is asked:
/// so a tree from here is always the one that libxml2 would make, but for the `html` and `body`
/// that it puts around a fragment.
struct WellFormedHTML {
  private var tree = HTMLTree()
  private var open: [Open] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private let nodeLimit: Int

  private static let depthLimit = 200

  /// An element that has not ended.
  private struct Open {
    var node: Int
    var name: Range<Int>
    var content: Content
    var isInLink: Bool
  }

  /// The tree of a fragment, or `nil` where only libxml2 knows.
  static func tree(of utf8: [UInt8], nodeLimit: Int) -> HTMLTree? {
    utf8.withUnsafeBufferPointer { bytes in
      var reader = WellFormedHTML(bytes, nodeLimit: nodeLimit)
      return reader.read() ? reader.tree : nil
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, nodeLimit: Int) {
    self.bytes = bytes
    self.nodeLimit = nodeLimit
    tree.nodes.reserveCapacity(bytes.count / 24 + 8)
    tree.attributes.reserveCapacity(bytes.count / 40 + 4)
    tree.bytes.reserveCapacity(bytes.count)
    open.reserveCapacity(16)
    tree.nodes.append(
      HTMLTree.Node(tag: .document, depth: 0, parent: -1, end: 0, start: 0, count: 0))
    open.append(Open(node: 0, name: 0..<0, content: .blocks, isInLink: false))
  }

  private mutating func read() -> Bool {
    while position < bytes.count {
      guard tree.nodes.count < nodeLimit else { return false }
      let isGood: Bool
      if bytes[position] != UInt8(ascii: "<") {
        isGood = readText()
      } else if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "/") {
        isGood = readEnd()
      } else if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "!") {
        isGood = skipComment()
      } else {
        isGood = readStart()
      }
      guard isGood else { return false }
    }
    guard open.count == 1 else { return false }
    tree.nodes[0].end = Int32(tree.nodes.count)
    return true
  }

  // MARK: - Text

  private mutating func readText() -> Bool {
    let start = tree.bytes.count
    var isBlank = true
    var run = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte > 0x26, byte != UInt8(ascii: "<") {
        isBlank = false
        position = plainEnd(from: position + 1)
        continue
      }
      if byte == UInt8(ascii: "<") { break }
      if byte == UInt8(ascii: "&") {
        isBlank = false
        tree.bytes.append(contentsOf: bytes[run..<position])
        guard appendReference() else { return false }
        run = position
        continue
      }
      if byte > 0x20 {
        isBlank = false
      } else if byte != 0x20, byte != 0x0A, byte != 0x09 {
        return false
      }
      position += 1
    }
    tree.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<position]))
    let parent = open[open.count - 1]
    if !isBlank, !parent.content.holdsText { return false }
    let count = tree.bytes.count - start
    let last = tree.nodes.count - 1
    // After a comment the text goes on.
    if tree.nodes[last].tag == .text, Int(tree.nodes[last].parent) == parent.node,
      Int(tree.nodes[last].start + tree.nodes[last].count) == start
    {
      tree.nodes[last].count += UInt32(count)
      return true
    }
    tree.nodes.append(
      HTMLTree.Node(
        tag: .text, depth: UInt32(open.count), parent: Int32(parent.node),
        end: Int32(tree.nodes.count + 1), start: UInt32(start), count: UInt32(count)))
    return true
  }

  /// The end of what stands for itself: there is neither a tag, a reference nor a control character
  /// before it, but for line ends.
  @inline(__always)
  private func plainEnd(from start: Int) -> Int {
    bytes.end(ofEightsFrom: start) { eight in
      eight.differs(from: UInt8(ascii: "<")) & eight.differs(from: UInt8(ascii: "&"))
        & (eight.isAtLeast(0x20) | ~eight.differs(from: 0x0A))
    }
  }

  /// The few references that renderers write.
  private mutating func appendReference() -> Bool {
    let (name, byte): (StaticString, UInt8)
    switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
    case UInt8(ascii: "a"): (name, byte) = ("&amp;", 0x26)
    case UInt8(ascii: "l"): (name, byte) = ("&lt;", 0x3C)
    case UInt8(ascii: "g"): (name, byte) = ("&gt;", 0x3E)
    case UInt8(ascii: "q"): (name, byte) = ("&quot;", 0x22)
    default: (name, byte) = ("&#39;", 0x27)
    }
    guard stands(name, at: position) else { return false }
    tree.bytes.append(byte)
    position += name.utf8CodeUnitCount
    return true
  }

  private func stands(_ word: StaticString, at place: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[place + offset] != word.utf8Start[offset] { return false }
    return true
  }

  private mutating func skipComment() -> Bool {
    guard stands("<!--", at: position) else { return false }
    var end = position + 4
    guard end < bytes.count, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "-") else {
      return false
    }
    while end + 2 < bytes.count {
      if bytes[end] == UInt8(ascii: "-"), bytes[end + 1] == UInt8(ascii: "-") {
        guard bytes[end + 2] == UInt8(ascii: ">") else { return false }
        position = end + 3
        return true
      }
      end += 1
    }
    return false
  }

  // MARK: - Tags

  private mutating func readEnd() -> Bool {
    let name = open[open.count - 1].name
    guard open.count > 1, position + 2 + name.count < bytes.count,
      bytes[position + 2 + name.count] == UInt8(ascii: ">")
    else { return false }
    for offset in 0..<name.count
    where bytes[position + 2 + offset] != bytes[name.lowerBound + offset] {
      return false
    }
    position += name.count + 3
    tree.nodes[open.removeLast().node].end = Int32(tree.nodes.count)
    return true
  }

  private mutating func readStart() -> Bool {
    position += 1
    let name = readName()
    let parent = open[open.count - 1]
    guard !name.isEmpty, name.count <= 10,
      let element = Element.named(UnsafeBufferPointer(rebasing: bytes[name])),
      parent.content.holds(element.kind), !(element.tag == .a && parent.isInLink),
      open.count < Self.depthLimit
    else { return false }
    let first = tree.attributes.count
    guard let isClosed = readAttributes(from: first) else { return false }
    let node = tree.nodes.count
    tree.nodes.append(
      HTMLTree.Node(
        tag: element.tag, depth: UInt32(open.count), parent: Int32(parent.node),
        end: Int32(node + 1), start: UInt32(first),
        count: UInt32(tree.attributes.count - first)))
    if element.content == .nothing { return true }
    if isClosed { return false }
    open.append(
      Open(
        node: node, name: name, content: element.content,
        isInLink: parent.isInLink || element.tag == .a))
    return true
  }

  private mutating func readName() -> Range<Int> {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      guard
        byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
      else { break }
      position += 1
    }
    return start..<position
  }

  /// Reads up to the end of a tag; returns whether it ends in a slash, `nil` in doubt.
  private mutating func readAttributes(from first: Int) -> Bool? {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        return false
      }
      if bytes[position] == UInt8(ascii: "/") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ">") else {
          return nil
        }
        position += 2
        return true
      }
      guard bytes[position] == 0x20 else { return nil }
      while position < bytes.count, bytes[position] == 0x20 { position += 1 }
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: ">") || bytes[position] == UInt8(ascii: "/") { continue }
      let name = readName()
      guard !name.isEmpty, name.count < 64, readAttribute(name, from: first) else { return nil }
    }
    return nil
  }

  private mutating func readAttribute(_ name: Range<Int>, from first: Int) -> Bool {
    let known = Attributes.named(UnsafeBufferPointer(rebasing: bytes[name]))
    // Of two that are the same libxml2 takes the first.
    for index in first..<tree.attributes.count
    where tree.attributes[index].name == known && (known != .other || isNamed(index, name)) {
      return false
    }
    if known == .other { tree.bytes.append(contentsOf: bytes[name]) }
    let start = tree.bytes.count
    if position < bytes.count, bytes[position] == UInt8(ascii: "=") {
      guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else {
        return false
      }
      position += 2
      guard readValue() else { return false }
    }
    tree.attributes.append(
      HTMLTree.Attribute(
        name: known, nameLength: known == .other ? UInt16(name.count) : 0, start: UInt32(start),
        count: UInt32(tree.bytes.count - start)))
    return true
  }

  private func isNamed(_ attribute: Int, _ name: Range<Int>) -> Bool {
    let entry = tree.attributes[attribute]
    let start = Int(entry.start) - Int(entry.nameLength)
    return tree.bytes[start..<Int(entry.start)].elementsEqual(bytes[name])
  }

  private mutating func readValue() -> Bool {
    var run = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        tree.bytes.append(contentsOf: bytes[run..<position])
        position += 1
        return true
      case UInt8(ascii: "&"):
        tree.bytes.append(contentsOf: bytes[run..<position])
        guard appendReference() else { return false }
        run = position
      case 0..<0x20: return false
      default: position += 1
      }
    }
    return false
  }
}
