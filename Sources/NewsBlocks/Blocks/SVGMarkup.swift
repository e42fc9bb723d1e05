internal import NewsAddress
internal import NewsHTML

/// A drawing that stands in a page as elements, as the file that it would be.
///
/// Scripts, what is no SVG, what scripts would be started by, and whatever is loaded from elsewhere are
/// left out: a drawing shows what is in it.
struct SVGMarkup {
  private let tree: HTMLTree
  private(set) var bytes: [UInt8] = []

  init(_ node: Int, of tree: HTMLTree) {
    self.tree = tree
    write(node)
  }

  private mutating func write(_ root: Int) {
    var open: [(end: Int, name: String)] = []
    var node = root
    let end = max(tree.end(of: root), root + 1)
    while true {
      while let last = open.last, last.end <= node {
        bytes += "</\(last.name)>".utf8
        open.removeLast()
      }
      guard node < end else { return }
      switch tree.nodes[node].tag {
      case .text:
        escape(tree.text(of: node))
        node += 1
      case .style:
        let style = (node..<max(tree.end(of: node), node + 1)).filter {
          tree.nodes[$0].tag == .text || tree.nodes[$0].tag == .rawText
        }.map { String(decoding: tree.text(of: $0), as: UTF8.self) }.joined()
        if !style.isEmpty, !Self.loads(style) {
          bytes += "<style>".utf8
          escape(Array(style.utf8)[...])
          bytes += "</style>".utf8
        }
        node = max(tree.end(of: node), node + 1)
      case .svg, .unknown:
        let name = node == root ? "svg" : tree.elementName(of: node)
        guard Self.isName(name), !Self.left.contains(name) else {
          node = max(tree.end(of: node), node + 1)
          continue
        }
        start(name, node, isRoot: node == root)
        open.append((max(tree.end(of: node), node + 1), name))
        node += 1
      default: node = max(tree.end(of: node), node + 1)
      }
    }
  }

  private mutating func start(_ name: String, _ node: Int, isRoot: Bool) {
    bytes += "<\(name)".utf8
    if isRoot {
      bytes += " xmlns=\"http://www.w3.org/2000/svg\"".utf8
      bytes += " xmlns:xlink=\"http://www.w3.org/1999/xlink\"".utf8
    }
    var written: Set<String> = []
    for index in tree.attributes(of: node) {
      let attribute = tree.name(at: index)
      let value = tree.value(at: index)
      guard takes(attribute, value), written.insert(attribute).inserted else { continue }
      bytes += " \(attribute)=\"".utf8
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private func takes(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
    guard Self.isName(name), !name.hasPrefix("on"), !name.hasPrefix("xmlns") else { return false }
    let text = String(decoding: value, as: UTF8.self)
    switch name {
    case "href", "xlink:href":
      return value.first == UInt8(ascii: "#") || SafeAddress(text, in: .drawing) != nil
    case "src", "base", "xml:base", "target", "ping": return false
    default:
      // url(#gradient) is in the drawing itself.
      return !Self.loads(text)
    }
  }

  private static func loads(_ style: String) -> Bool {
    StyleSheetCheck.finding(in: style, place: .drawing) != nil
  }

  /// Elements that a still picture has not.
  private static let left: Set<String> = [
    "script", "foreignObject", "handler", "listener", "iframe", "audio", "video", "canvas",
    "animate",
    "animateTransform", "animateMotion", "set", "discard", "metadata",
  ]

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else {
      return false
    }
    return name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
    } && name.utf8.count { $0 == UInt8(ascii: ":") } <= 1
  }

  private mutating func escape(_ text: ArraySlice<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case 0x09, 0x0A, 0x0D, 0x20...: bytes.append(byte)
      default: continue
      }
    }
  }
}
